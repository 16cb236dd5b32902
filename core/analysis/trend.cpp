// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/trend.h"

#include "core/analysis/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace analysis {

namespace {

std::optional<Trend::Part> partOf(std::span<const Floor> series, double blank)
{
    const auto fit = fitLine(series);
    if (!fit)
        return {};
    const Interval bounds = fit->bounds(0.95);
    return Trend::Part{fit->slope - blank, bounds.low - blank, bounds.high - blank};
}

double growth(std::span<const Floor> series, std::size_t rounds, double blank)
{
    const Floor &from = series[series.size() - 1 - std::min(rounds, series.size() - 1)];
    return (series.back().value - from.value) / (series.back().uploads - from.uploads) - blank;
}

/// A warm-up has its growth in few rounds, too, but in the first ones.
bool isLumpy(const std::vector<double> &steps, double blank, double total)
{
    std::vector<std::size_t> order(steps.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, std::greater(), [&steps](std::size_t i) { return steps[i]; });
    double sum = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < order.size() && 3 * (i + 1) < order.size(); ++i) {
        sum += steps[order[i]] - blank;
        last = std::max(last, order[i]);
        if (sum >= 0.8 * total)
            return total > 0 && last >= steps.size() / 2;
    }
    return false;
}

void measureIncrements(Trend &trend, std::span<const Floor> level)
{
    const std::vector<double> steps = increments(level);
    const auto count = static_cast<double>(steps.size());
    trend.increments.slope = mean(steps) - trend.blank;
    const double half
        = studentQuantile(0.95, count - 1) * standardDeviation(steps) / std::sqrt(std::max(count - 1, 1.0));
    trend.increments.low = trend.increments.slope - half;
    trend.increments.high = trend.increments.slope + half;
    const auto rising
        = std::count_if(steps.begin(), steps.end(), [&trend](double step) { return step > trend.blank; });
    trend.risingShare = static_cast<double>(rising) / count;
    trend.isLumpy = isLumpy(steps, trend.blank, trend.increments.slope * count);
    std::vector<double> sorted = steps;
    std::sort(sorted.rbegin(), sorted.rend());
    const double total = trend.increments.slope * count;
    trend.jumpShare = total > 0 ? (sorted[0] + sorted[1] - 2 * trend.blank) / total : 0;
}

} // namespace

bool BlankGrowth::isSteady() const
{
    return !(perRound > 0) || studentQuantile(0.99, degrees) * standardError < 0.5 * perRound;
}

bool isSettling(std::span<const double> blankFloors)
{
    const std::size_t count = blankFloors.size();
    if (count < 3)
        return false;
    const double first = blankFloors[1] - blankFloors[0];
    return first > 0 && blankFloors[count - 1] - blankFloors[count - 2] < 0.5 * first;
}

BlankGrowth blankGrowth(std::span<const double> blankFloors)
{
    FloorSeries series;
    for (const double value : blankFloors)
        series.push_back({static_cast<double>(series.size()), value});
    const auto fit = fitLine(series);
    if (!fit || !(fit->bounds(0.95).low > 0) || isSettling(blankFloors))
        return {};
    return {fit->slope, fit->standardError, fit->degrees};
}

std::optional<Trend> measureTrend(std::span<const Floor> series, std::span<const double> blankFloors,
                                  double minimumStep)
{
    const int rounds = roundsOf(series);
    if (rounds < 3 || !isWellFormed(series))
        return {};
    Trend trend;
    trend.stepped = findSteps(series, minimumStep);
    const auto fit = fitLine(trend.stepped.floors, trend.stepped.breaks);
    if (!fit)
        return {};
    trend.fit = *fit;
    const double perRound = (series.back().uploads - series.front().uploads) / rounds;
    const BlankGrowth blank = blankGrowth(blankFloors);
    trend.blank = blank.perRound / perRound;
    trend.isBlankSteady = blank.isSteady();
    double half = trend.fit.bounds(0.99).halfWidth();
    if (blank.perRound > 0)
        half = std::hypot(half, studentQuantile(0.99, blank.degrees) * blank.standardError / perRound);
    const double slope = trend.fit.slope - trend.blank;
    trend.interval = {slope - half, slope + half};

    const FloorSeries level = trend.stepped.withoutSteps();
    trend.robustSlope = theilSenSlope(level) - trend.blank;
    measureIncrements(trend, level);
    const std::span<const Floor> all(level);
    const std::size_t middle = level.size() / 2;
    trend.firstHalf = partOf(all.first(middle + 1), trend.blank);
    trend.secondHalf = partOf(all.subspan(middle), trend.blank);
    trend.scatter = robustDeviation(increments(level));
    trend.lastRound = growth(all, 1, trend.blank);
    trend.lastTwo = growth(all, 2, trend.blank);
    trend.lastThird = growth(all, std::max<std::size_t>(3, (level.size() - 1) / 3), trend.blank);
    return trend;
}

double detectableLeak(double threshold, double sd, int rounds, double uploadsPerRound)
{
    if (rounds < 3 || !(uploadsPerRound > 0))
        return std::numeric_limits<double>::quiet_NaN();
    const double n = rounds;
    const double quantiles = studentQuantile(0.99, n - 2) + studentQuantile(0.90, n - 2);
    return threshold + quantiles * sd * std::sqrt(12 / (n * (n * n - 1))) / uploadsPerRound;
}

} // namespace analysis
