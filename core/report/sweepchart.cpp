// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepchart.h"

#include "core/base/format.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace report {
namespace {

using experiment::SweepLevel;
using experiment::SweepResult;

constexpr int steps = 4;

using Value = std::function<double(const SweepLevel &)>;
using Text = QString (*)(double);

/// Without a value on any level there is no line.
void addLine(SweepChart::Panel &panel, const SweepResult &result, const QString &style, const QString &name,
             const Value &value, Text text)
{
    SweepChart::Line line{style, name, {}, {}};
    for (const SweepLevel &level : result.levels) {
        line.values.push_back(value(level));
        line.texts.append(std::isfinite(line.values.back()) ? text(line.values.back()) : dash());
    }
    if (std::ranges::any_of(line.values, [](double one) { return std::isfinite(one); }))
        panel.lines.append(line);
}

double largestOf(const SweepChart::Panel &panel)
{
    double largest = 0;
    for (const SweepChart::Line &line : panel.lines) {
        for (const double value : line.values)
            largest = std::isfinite(value) ? std::max(largest, value) : largest;
    }
    return largest;
}

/// Round steps in the unit that suits the longest time.
Scale timeScale(double largestSeconds)
{
    const auto [unit, name] = largestSeconds < 0.005 ? std::pair(1e-6, "µs")
        : largestSeconds < 5                         ? std::pair(1e-3, "ms")
                                                     : std::pair(1.0, "s");
    Scale scale = countScale(largestSeconds / unit, steps);
    scale.top *= unit;
    for (Tick &tick : scale.ticks) {
        tick.value *= unit;
        if (tick.value > 0)
            tick.label += u' ' + QString::fromUtf8(name);
    }
    return scale;
}

Value quantile(double share)
{
    return [share](const SweepLevel &level) {
        const bool isTold = level.load.total.count() > 0;
        return isTold ? static_cast<double>(level.load.total.quantile(share)) / 1e6 : unknown;
    };
}

SweepChart::Panel answers(const SweepResult &result)
{
    SweepChart::Panel panel{QStringLiteral("Time to answer"), {}, {}};
    addLine(panel, result, QStringLiteral("threads"), QStringLiteral("p50"), quantile(0.50), secondsText);
    addLine(panel, result, QStringLiteral("goroutines"), QStringLiteral("p95"), quantile(0.95), secondsText);
    addLine(panel, result, QStringLiteral("descriptors"), QStringLiteral("p99"), quantile(0.99), secondsText);
    panel.scale = timeScale(largestOf(panel));
    return panel;
}

SweepChart::Panel memory(const SweepResult &result)
{
    SweepChart::Panel panel{QStringLiteral("The server’s memory at its peak"), {}, {}};
    addLine(
        panel, result, QStringLiteral("heap"), QStringLiteral("heap"),
        [](const SweepLevel &level) { return level.peaks.heap; }, base::formatBytes);
    addLine(
        panel, result, QStringLiteral("rss"), QStringLiteral("RSS"),
        [](const SweepLevel &level) { return level.peaks.rss; }, base::formatBytes);
    panel.scale = byteScale(largestOf(panel), steps);
    return panel;
}

} // namespace

SweepChart sweepChart(const SweepResult &result)
{
    SweepChart chart;
    for (const SweepLevel &level : result.levels)
        chart.levels.append(base::formatCount(level.connections));
    for (const SweepChart::Panel &panel : {answers(result), memory(result)}) {
        if (!panel.lines.isEmpty())
            chart.panels.append(panel);
    }
    return chart;
}

} // namespace report
