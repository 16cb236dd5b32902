// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

/// Where axes have their ticks, and what stands there. Pure functions. Qt Charts' own ticks are fractions of
/// the range: they crawl while time passes and fall on odd times and bytes.
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
