// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace report {

struct Tick
{
    double value = 0; ///< In the axis' own unit; Unix milliseconds on a time axis.
    QString label;
};

/// Ticks from 0 upwards, and where the picture ends: a little above the largest value, which is rarely round.
struct Scale
{
    QList<Tick> ticks; ///< Never empty: 0 is there.
    double top = 1;
};

/// Steps of 1, 2, 5, 10 … 500 times a power of 1024, all labelled in the unit of the step: "0", "50 MiB",
/// "100 MiB". `suffix` is appended to each but 0 ("/s"). `about` is the most steps wanted.
[[nodiscard]] Scale byteScale(double largest, int about, const QString &suffix = {});
/// Steps of 1, 2 or 5 times a power of ten, at least 1.
[[nodiscard]] Scale countScale(double largest, int about);

/// The same for seconds, labelled in the unit of the step: "0", "50 ms", "100 ms", "2 s".
[[nodiscard]] Scale durationScale(double largest, int about);

/// Round times of the day in UTC, in [fromMs, toMs]. The step goes from 100 ms over seconds, minutes and
/// hours to weeks.
[[nodiscard]] QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int about);

} // namespace report
