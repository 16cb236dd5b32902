// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"

#include <limits>

namespace metrics {

/// How far a counter rose; NaN when it fell, because then another process counts, or where either value is not known.
[[nodiscard]] double increase(double before, double after);

/// What a garbage collector's counters say at one moment. NaN: not said.
struct GcCounters
{
    double cycles = std::numeric_limits<double>::quiet_NaN(); ///< Role::GcCount
    double pauses = std::numeric_limits<double>::quiet_NaN(); ///< Role::GcPauseTotal
};

/// What it did between two moments. NaN: not known.
struct GcStats
{
    double cycles = std::numeric_limits<double>::quiet_NaN();
    double pauses = std::numeric_limits<double>::quiet_NaN(); ///< Seconds, all of them together.
    double longest = std::numeric_limits<double>::quiet_NaN(); ///< Seconds.

    /// Seconds; NaN where there was none, too.
    [[nodiscard]] double meanPause() const;
};

/// `longest`: the largest Role::GcPauseMax meanwhile, NaN: the runtime does not say. It tells its longest pause of a window that
/// may reach far back, so where it did not collect meanwhile that is none of these; and the mean of several is never passed
/// off as the longest of them. (An alert must not fire for a pause that is long past: session::PauseWatch is stricter.)
[[nodiscard]] GcStats gcBetween(const GcCounters &before, const GcCounters &after, double longest);

/// The same while readings come in. Of one process: begin anew when another one answers. A plain value.
class GcWatch final
{
public:
    void read(const Reading &reading);

    /// As the last reading says: since the process began. NaN: not said.
    [[nodiscard]] double cycles() const { return m_last.cycles; }
    /// Whether there were any between the last two readings.
    [[nodiscard]] bool isCollected() const { return m_isCollected; }
    /// Seconds: the last one seen, or the mean where several fell between two readings. NaN: not known.
    [[nodiscard]] double lastPause() const { return m_lastPause; }
    /// Seconds, since the first reading. NaN: not known.
    [[nodiscard]] double longestPause() const;

private:
    bool m_isCollected = false;
    GcCounters m_first;
    GcCounters m_last;
    double m_lastPause = std::numeric_limits<double>::quiet_NaN();
    double m_longest = std::numeric_limits<double>::quiet_NaN(); ///< That the runtime told of.
};

} // namespace metrics
