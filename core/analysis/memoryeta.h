// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/floorseries.h"

#include <optional>

namespace analysis {

/// When growth at a given pace reaches a limit, in the unit of the pace's divisor (uploads, or seconds).
struct MemoryEta
{
    double expected = 0;
    double earliest = 0; ///< At the pace's upper bound.
    std::optional<double> latest; ///< At its lower bound; none when that may be no growth at all.
};

/// Linear extrapolation (limit - current) / pace. 0 when the limit is reached already; nothing when there is
/// no limit or no growth: "never" is not a number.
[[nodiscard]] std::optional<MemoryEta> etaToLimit(double current, double limit, double pace,
                                                  Interval paceBounds);

/// The same in seconds, of readings of memory over time (Floor::uploads are seconds): the pace is that of fitLine(), with
/// its one-sided 95 % bounds. Infinite where memory does not surely grow: that is known, and far away. Nothing while there
/// are fewer than ten readings or they span less than two minutes, unless the limit is reached.
[[nodiscard]] std::optional<double> secondsToLimit(const FloorSeries &readings, double limit);

} // namespace analysis
