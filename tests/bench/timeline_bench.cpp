// SPDX-License-Identifier: GPL-3.0-or-later
// What one redraw of the timeline costs: 24 h of 12 noisy series at 1 Hz, four charts, 1200 x 600, offscreen raster.
#include "ui/common/theme.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/timelinedata.h"

#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>

namespace {

using metrics::Role;

constexpr qint64 start = 1'763'980'800'000;
constexpr qint64 day = 86'400;
constexpr std::array roles{Role::HeapLive, Role::HeapGoal,    Role::Rss,          Role::Goroutines,
                           Role::Threads,  Role::Descriptors, Role::GcPauseTotal, Role::GcPauseMax,
                           Role::CpuTotal, Role::Requests,    Role::StartTime,    Role::DescriptorLimit};

double noise(quint64 &seed)
{
    seed = seed * 16807 % 2147483647;
    return static_cast<double>(seed) / 2147483647.0;
}

/// A day in which every reading differs from the one before.
const ui::TimelineData &filledHistory()
{
    static const ui::TimelineData timeline = [] {
        ui::TimelineData filled;
        quint64 seed = 7;
        for (qint64 second = 0; second < day; ++second) {
            session::ScrapeTick tick;
            tick.ok = true;
            tick.timeMs = start + second * 1000;
            tick.reading.timeMs = tick.timeMs;
            int index = 0;
            for (const Role role : roles) {
                const double wave = std::sin(static_cast<double>(second) / (3000.0 + 500 * index++));
                tick.reading.set(role, 1000 * (2 + wave + 0.3 * noise(seed)));
            }
            filled.addTick(tick);
        }
        return filled;
    }();
    return timeline;
}

std::vector<ui::PlotSpec> fourPlots(const ui::TimelineData &timeline)
{
    const std::array colors{&ui::Colors::heap, &ui::Colors::rss, &ui::Colors::descriptors};
    std::vector<ui::PlotSpec> plots;
    for (size_t plot = 0; plot < 4; ++plot) {
        ui::PlotSpec spec{QStringLiteral("Chart"), 1, 4, ui::ValueUnit::Count, {}};
        for (size_t line = 0; line < 3; ++line) {
            const Role role = roles[plot * 3 + line];
            spec.lines.push_back({QStringLiteral("line"), colors[line], ui::PlotLine::Style::Solid,
                                  ui::ValueUnit::Count,
                                  [&timeline, role](qint64 from, qint64 to, int columns) {
                                      return timeline.series().decimated(role, from, to, columns);
                                  }});
        }
        plots.push_back(std::move(spec));
    }
    return plots;
}

struct Stage
{
    explicit Stage(qint64 spanSeconds)
    {
        window.advance(start + day * 1000);
        window.setSpan(spanSeconds * 1000);
        view.resize(1200, 600);
        view.setPlots(fourPlots(filledHistory()));
        view.show();
        QCoreApplication::processEvents();
    }

    void paint()
    {
        view.viewport()->render(&picture, {}, {}, QWidget::DrawChildren);
        benchmark::DoNotOptimize(picture.constBits());
    }

    ui::TimeWindow window;
    ui::TimeSelection selection;
    ui::ChartView view{window, selection, filledHistory()};
    QImage picture{1200, 600, QImage::Format_ARGB32_Premultiplied};
};

/// Decimating, laying out and painting, with the window a second further each time.
void redraw(benchmark::State &state)
{
    Stage stage(state.range(0));
    qint64 now = start + day * 1000;
    for ([[maybe_unused]] auto _ : state) {
        stage.window.advance(now += 1000);
        stage.view.refresh();
        stage.paint();
    }
}

void readOnly(benchmark::State &state)
{
    Stage stage(state.range(0));
    for ([[maybe_unused]] auto _ : state)
        stage.view.refresh();
}

void paintOnly(benchmark::State &state)
{
    Stage stage(state.range(0));
    for ([[maybe_unused]] auto _ : state)
        stage.paint();
}

} // namespace

BENCHMARK(redraw)->Arg(day)->Arg(3600)->Arg(300)->Unit(benchmark::kMillisecond);
BENCHMARK(readOnly)->Arg(day)->Unit(benchmark::kMillisecond);
BENCHMARK(paintOnly)->Arg(day)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_FONT_DPI", "96");
    QApplication application(argc, argv);
    const ui::Theme theme(application, ui::ThemeMode::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
