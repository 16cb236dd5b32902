// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/histogram.h"

#include <limits>

namespace transfer {

/// One upload of an open loop, as it was intended.
struct Arrival
{
    int number = 0; ///< Of all, from 0.
    base::Steady due; ///< When it is to begin, whatever became of those before it.
};

/// How the arrivals of an open loop fared. A value; counts are of uploads, of all lanes together.
struct Arrivals
{
    static constexpr std::chrono::milliseconds lateAfter{10};

    double perSecond = 0; ///< As intended. 0: it was no open loop, and all else is of no meaning.
    int due = 0; ///< As intended until the load's end.
    int begun = 0;
    int dropped = 0; ///< Never begun: their load was over (LoadPlan::noneAfter) while they waited.
    int waited = 0; ///< Found no free connection, and stood in line for one.
    int late = 0; ///< Begun more than `lateAfter` after they were due, for whatever reason.
    /// This program looked at the clock so late that they were due more than `lateAfter` ago: its own fault, whether a
    /// connection was free or not.
    int lateByClient = 0;
    int mostAtOnce = 0; ///< In flight.
    int longestLine = 0;
    base::Histogram delay; ///< Microseconds from when they were due until they were begun.
    /// How many came to their end a second - answered, refused, or failed - see ArrivalTally. NaN: too few to tell.
    double endedPerSecond = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] bool isOpenLoop() const { return perSecond > 0; }
    [[nodiscard]] double lateShare() const { return shareOf(late + dropped); }
    [[nodiscard]] double lateByClientShare() const { return shareOf(lateByClient); }

private:
    [[nodiscard]] double shareOf(int count) const { return due > 0 ? static_cast<double>(count) / due : 0; }
};

} // namespace transfer
