// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/floorseries.h"

namespace analysis {

/// A level that changed once and stayed: a table that doubled, a pool that was made, a buffer given back.
struct Step
{
    double uploads = 0; ///< The floor at which it is first seen.
    double size = 0; ///< Beyond the trend; negative when memory was given back.

    bool operator==(const Step &) const = default;
};

/// Floors with what happened only once told apart from the trend.
struct SteppedSeries
{
    FloorSeries floors; ///< Without the spikes.
    std::vector<std::size_t> breaks; ///< Where steps begin in `floors`, for fitLine().
    std::vector<Step> steps;
    std::vector<Floor> spikes; ///< Single floors read far too high: something was still alive.

    /// The floors with the steps taken out: what the trend alone would have left.
    [[nodiscard]] FloorSeries withoutSteps() const;
};

/// Finds spikes and steps that exceed `minimum`. A spike stands above both neighbours by more than 6 robust
/// standard deviations of such differences; the ends are never spikes; at most one floor in five. A step is
/// the split into two levels with a common slope that fits best, accepted when its F test holds at 0.1 %
/// shared among all splits (Bonferroni), when at least half of it happened in one round, and when three
/// floors lie on either side of it. One step from 8 rounds on, two from 14. With so few floors change points
/// are worth naming, no more (leak-check method, section 1).
[[nodiscard]] SteppedSeries findSteps(std::span<const Floor> series, double minimum);

} // namespace analysis
