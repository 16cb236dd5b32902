// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/steps.h"

#include "core/analysis/linearfit.h"
#include "core/analysis/quantile.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>

namespace analysis {

namespace {

constexpr std::size_t floorsPerSide = 3;

FloorSeries withoutSpikes(std::span<const Floor> series, double minimum, std::vector<Floor> &spikes)
{
    FloorSeries kept(series.begin(), series.end());
    if (series.size() < 6)
        return kept;
    std::vector<double> excess;
    for (std::size_t i = 1; i + 1 < series.size(); ++i)
        excess.push_back(series[i].value - (series[i - 1].value + series[i + 1].value) / 2);
    const double limit = std::max(6 * robustDeviation(excess), minimum);
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i + 1 < series.size(); ++i) {
        const double neighbours = std::max(series[i - 1].value, series[i + 1].value);
        // Not the brink of a step down: there the neighbours differ by more than it stands out.
        const double apart = std::abs(series[i + 1].value - series[i - 1].value);
        if (series[i].value - neighbours > std::max(limit, apart / 2))
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&excess](std::size_t a, std::size_t b) { return excess[a - 1] > excess[b - 1]; });
    order.resize(std::min(order.size(), series.size() / 5));
    std::sort(order.begin(), order.end());
    for (const std::size_t i : order)
        spikes.push_back(series[i]);
    for (const std::size_t i : std::views::reverse(order))
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
    return kept;
}

double residualSquares(const LinearFit &fit)
{
    return fit.residualSd * fit.residualSd * fit.degrees;
}

double stepSize(const FloorSeries &floors, std::size_t begin, std::size_t at, std::size_t end, double slope)
{
    double before = 0;
    double after = 0;
    for (std::size_t i = begin; i < at; ++i)
        before += (floors[i].value - slope * floors[i].uploads) / static_cast<double>(at - begin);
    for (std::size_t i = at; i < end; ++i)
        after += (floors[i].value - slope * floors[i].uploads) / static_cast<double>(end - at);
    return after - before;
}

bool hasRoom(const std::vector<std::size_t> &breaks, std::size_t at)
{
    return std::all_of(breaks.begin(), breaks.end(), [at](std::size_t other) {
        return (other > at ? other - at : at - other) >= floorsPerSide;
    });
}

/// Sizes of all steps between their neighbouring segments.
std::vector<double> stepSizes(const FloorSeries &floors, const std::vector<std::size_t> &breaks, double slope)
{
    std::vector<double> sizes;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const std::size_t begin = i == 0 ? 0 : breaks[i - 1];
        const std::size_t end = i + 1 < breaks.size() ? breaks[i + 1] : floors.size();
        sizes.push_back(stepSize(floors, begin, breaks[i], end, slope));
    }
    return sizes;
}

/// The breaks with the best further one added, if it deserves the name of a step.
std::optional<std::vector<std::size_t>> addBreak(const FloorSeries &floors,
                                                 const std::vector<std::size_t> &breaks, double minimum)
{
    const auto before = fitLine(floors, breaks);
    std::optional<LinearFit> best;
    std::vector<std::size_t> bestBreaks;
    std::size_t bestAt = 0;
    double splits = 0;
    for (std::size_t at = floorsPerSide; at + floorsPerSide <= floors.size(); ++at) {
        if (!hasRoom(breaks, at))
            continue;
        ++splits;
        std::vector<std::size_t> candidate = breaks;
        candidate.insert(std::upper_bound(candidate.begin(), candidate.end(), at), at);
        const auto fit = fitLine(floors, candidate);
        if (fit && (!best || residualSquares(*fit) < residualSquares(*best))) {
            best = fit;
            bestBreaks = candidate;
            bestAt = at;
        }
    }
    if (!before || !best)
        return {};
    const std::vector<double> sizes = stepSizes(floors, bestBreaks, best->slope);
    const auto position = std::find(bestBreaks.begin(), bestBreaks.end(), bestAt) - bestBreaks.begin();
    const double size = sizes[static_cast<std::size_t>(position)];
    const double between = floors[bestAt].uploads - floors[bestAt - 1].uploads;
    const double inOneRound = floors[bestAt].value - floors[bestAt - 1].value - best->slope * between;
    const double gained = residualSquares(*before) - residualSquares(*best);
    const double needed
        = fisherQuantile(1 - 0.001 / splits, 1, best->degrees) * best->residualSd * best->residualSd;
    if (std::abs(size) < minimum || gained < needed || inOneRound / size < 0.5)
        return {};
    return bestBreaks;
}

} // namespace

FloorSeries SteppedSeries::withoutSteps() const
{
    FloorSeries result = floors;
    double offset = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (next < breaks.size() && breaks[next] == i)
            offset += steps[next++].size;
        result[i].value -= offset;
    }
    return result;
}

SteppedSeries findSteps(std::span<const Floor> series, double minimum)
{
    SteppedSeries result;
    result.floors = withoutSpikes(series, minimum, result.spikes);
    const int rounds = roundsOf(series);
    const int most = rounds >= 14 ? 2 : rounds >= 8 ? 1 : 0;
    for (int i = 0; i < most; ++i) {
        auto breaks = addBreak(result.floors, result.breaks, minimum);
        if (!breaks)
            break;
        result.breaks = std::move(*breaks);
    }
    if (const auto fit = fitLine(result.floors, result.breaks)) {
        const std::vector<double> sizes = stepSizes(result.floors, result.breaks, fit->slope);
        for (std::size_t i = 0; i < sizes.size(); ++i)
            result.steps.push_back({result.floors[result.breaks[i]].uploads, sizes[i]});
    }
    return result;
}

} // namespace analysis
