// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace base {

/// A span of time, both ends within it. Unix milliseconds. A plain value.
struct TimeRange
{
    qint64 fromMs = 0;
    qint64 toMs = 0; ///< Not before fromMs.

    /// Whichever of the two is earlier.
    [[nodiscard]] static TimeRange between(qint64 aMs, qint64 bMs)
    {
        return {std::min(aMs, bMs), std::max(aMs, bMs)};
    }

    [[nodiscard]] qint64 spanMs() const { return toMs - fromMs; }
    [[nodiscard]] bool contains(qint64 ms) const { return ms >= fromMs && ms <= toMs; }
    /// Whether something that lasted from one moment to another has a moment in it.
    [[nodiscard]] bool touches(qint64 beganMs, qint64 endedMs) const
    {
        return beganMs <= toMs && endedMs >= fromMs;
    }

    bool operator==(const TimeRange &) const = default;
};

} // namespace base
