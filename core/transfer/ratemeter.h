// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <array>
#include <optional>

namespace transfer {

/// How fast a growing total grows now: the mean over the last two seconds, stretched back to the last two
/// steps where steps are rarer than that (a slow link frees the kernel's send buffer in large ones). A stall
/// lets it fade to 0.
///
/// The first 0.3 s, and whatever arrives with the first step after them, do not count: a send buffer that
/// fills up takes megabytes at once and says nothing about the link. Until then the rate is 0.
/// Constant memory. Thread: any one.
class RateMeter final
{
public:
    /// `total` so far, in bytes; times and totals never fall.
    void add(base::Steady now, qint64 total);
    /// As if new.
    void restart() { *this = RateMeter(); }

    /// Bytes per second; 0 while unknown.
    [[nodiscard]] double rate(base::Steady now) const;
    /// Time for `bytesLeft` more bytes at the present rate; nothing while that is unknown or stands still.
    [[nodiscard]] std::optional<std::chrono::milliseconds> remaining(base::Steady now,
                                                                     qint64 bytesLeft) const;

private:
    struct Point
    {
        base::Steady time;
        qint64 total = 0;
    };
    static constexpr size_t capacity = 24;

    [[nodiscard]] const Point &point(size_t i) const { return m_points[(m_first + i) % capacity]; }
    void push(Point point);

    std::array<Point, capacity> m_points; ///< Ring; at least a tenth of a second apart.
    size_t m_first = 0;
    size_t m_count = 0;
    Point m_latest;
    std::optional<base::Steady> m_begin;
};

} // namespace transfer
