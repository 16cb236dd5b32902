// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepchart.h"

#include "core/analysis/scaling.h"
#include "core/base/format.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using experiment::SweepLevel;
using Figure = SweepLine::Figure;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepChart)
};

constexpr int steps = 4;

double quantile(const SweepLevel &level, double share)
{
    const base::Histogram &times = level.load.total;
    return times.count() == 0 ? experiment::ServerPeaks::unknown
                              : static_cast<double>(times.quantile(share)) / 1e6;
}

double valueOf(Figure figure, const SweepLevel &level)
{
    switch (figure) {
    case Figure::P50:
        return quantile(level, 0.50);
    case Figure::P95:
        return quantile(level, 0.95);
    case Figure::P99:
        return quantile(level, 0.99);
    case Figure::Heap:
        return level.peaks.heap;
    case Figure::Rss:
        return level.peaks.rss;
    }
    return experiment::ServerPeaks::unknown;
}

QString nameOf(Figure figure)
{
    switch (figure) {
    case Figure::P50:
        return QStringLiteral("p50");
    case Figure::P95:
        return QStringLiteral("p95");
    case Figure::P99:
        return QStringLiteral("p99");
    case Figure::Heap:
        return Text::tr("heap", "a line of the chart");
    case Figure::Rss:
        return QStringLiteral("RSS");
    }
    return {};
}

QString readingOf(Figure figure, double value)
{
    if (!std::isfinite(value))
        return dash();
    return figure == Figure::Heap || figure == Figure::Rss ? base::formatBytes(value) : secondsText(value);
}

SweepChart chartOf(std::span<const SweepLevel> levels, std::initializer_list<Figure> figures)
{
    SweepChart chart;
    std::vector<analysis::LoadPoint> points;
    for (const SweepLevel &level : levels) {
        chart.levels += base::formatCount(level.size());
        chart.isOpenLoop = chart.isOpenLoop || level.load.arrivals.isOpenLoop();
        points.push_back(level.point());
    }
    for (const Figure figure : figures) {
        SweepLine line{figure, nameOf(figure), {}, {}};
        for (const SweepLevel &level : levels) {
            line.values.push_back(valueOf(figure, level));
            line.readings += readingOf(figure, line.values.back());
        }
        if (std::ranges::any_of(line.values, [](double value) { return std::isfinite(value); }))
            chart.lines.push_back(std::move(line));
    }
    chart.collapsedAt = analysis::judgeScaling(points).collapsedAt;
    return chart;
}

double largestOf(const SweepChart &chart)
{
    double largest = 0;
    for (const SweepLine &line : chart.lines) {
        for (const double value : line.values) {
            if (std::isfinite(value))
                largest = std::max(largest, value);
        }
    }
    return largest;
}

} // namespace

SweepChart latencyChart(std::span<const SweepLevel> levels)
{
    SweepChart chart = chartOf(levels, {Figure::P50, Figure::P95, Figure::P99});
    chart.title = Text::tr("Time to answer");
    chart.scale = durationScale(largestOf(chart), steps);
    return chart;
}

SweepChart peakChart(std::span<const SweepLevel> levels)
{
    SweepChart chart = chartOf(levels, {Figure::Heap, Figure::Rss});
    chart.title = Text::tr("Server’s peak memory");
    chart.scale = byteScale(largestOf(chart), steps);
    return chart;
}

} // namespace report
