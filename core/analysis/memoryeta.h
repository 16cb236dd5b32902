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

} // namespace analysis
