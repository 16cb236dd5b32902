// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

/// Where axes have their ticks, and what stands there. Pure functions. Qt Charts' own ticks are fractions of
/// the range: they crawl while time passes and fall on odd times and bytes.
///
/// Not report::timeTicks() and its like (core/report/axis.h), which draw what is passed on to others: those tell UTC, with
/// ISO dates and down to tenths of a second, in pictures that are drawn once and end a little above the largest value. Here it
/// is the time on the wall of whoever watches, across daylight saving and in their language; values end on a tick, and
/// stay there while the picture is drawn ten times a second; and a small window never gets more ticks than it has room
/// for. Neither could take the other's place without changing what is seen.
namespace ui {

/// Seconds east of UTC at a moment; changes where daylight saving begins and ends.
using UtcOffset = std::function<int(qint64 unixMs)>;
/// That of the computer's time zone.
[[nodiscard]] UtcOffset localOffset();

struct TimeTicks
{
    qint64 stepMs = 0;
    std::vector<qint64> at; ///< Unix milliseconds, within the range, ascending.

    bool operator==(const TimeTicks &) const = default;
};

/// Ticks on round local times, at most `most` of them: 1, 2, 5, 10, 15, 30 s; the same in minutes; 1, 2, 3,
/// 6, 12 h; 1, 2, 7 days.
[[nodiscard]] TimeTicks timeTicks(qint64 fromMs, qint64 toMs, int most,
                                  const UtcOffset &offset = localOffset());
/// "10:41:30" below a minute's step, "10:41" above, and the date at midnight or where the step is a day.
[[nodiscard]] QString timeLabel(qint64 atMs, qint64 stepMs, const UtcOffset &offset = localOffset());
/// "10:41:30": a moment within a day; with tenths when `withTenths`.
[[nodiscard]] QString clockLabel(qint64 atMs, bool withTenths = false,
                                 const UtcOffset &offset = localOffset());

enum class ValueUnit { Count, Bytes, BytesPerSecond };

/// An axis from 0 to top with ticks at multiples of step.
struct ValueTicks
{
    double top = 1;
    double step = 1;

    bool operator==(const ValueTicks &) const = default;
};

/// The smallest axis that holds `highest` in at most `most` round steps: 1, 2, 5, 10 … 500 of a binary unit
/// for bytes, 1, 2, 5 of a power of ten for counts. Never empty: without a positive `highest` it ends at 1,
/// or at 1 KiB.
[[nodiscard]] ValueTicks valueTicks(double highest, int most, ValueUnit unit);
/// The same, but an axis that is in use shrinks only when less than half of it is needed: no flicker.
[[nodiscard]] ValueTicks steadyTicks(const ValueTicks &now, double highest, int most, ValueUnit unit);
/// "0", "80 MiB", "20", "400 MiB/s". The unit is that of the step, so that ticks of one axis match.
[[nodiscard]] QString valueLabel(double value, double step, ValueUnit unit);
/// A reading: "152 MiB", "12", "310 MiB/s"; unknownLabel() when it is NaN.
[[nodiscard]] QString readingLabel(double value, ValueUnit unit);

/// "—".
[[nodiscard]] QString unknownLabel();

} // namespace ui
