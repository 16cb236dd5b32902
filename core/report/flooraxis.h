// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/axis.h"
#include "core/report/floorchart.h"

namespace report {

/// The value axis of a floor chart, from one tick to another. Pure; the window and the reports draw the same one.
///
/// It begins at 0 unless that would hide what the verdict speaks of: on a server that holds 500 MiB, 1 KiB per upload
/// is a flat line. What it has to show is the largest of
/// - what the floors and their line span, as far as the line leads until the last planned upload;
/// - 4 times the limit over all uploads, made or planned, 100 at least: a leak at the limit climbs a quarter of the
///   picture, and a server that keeps nothing stays flat;
/// - 10 times the noise of a floor, which therefore never fills the picture either.
/// Where this is more than a quarter of the highest value, or the limit is not known, or there is but one floor, the axis
/// begins at 0. Otherwise it begins at the last tick below the lowest floor.
///
/// Warm-up is judged by nobody and may lie far away, so a cut axis is not chosen by it: what is outside is drawn at the
/// edge as an arrow. An axis from 0 makes room for all of it.
struct FloorAxis
{
    analysis::Unit unit = analysis::Unit::Bytes;
    double from = 0;
    double top = 1;
    double step = 1; ///< 1, 2 or 5 of a power of ten, in `power`'s unit: "512.1 MiB", "512.2 MiB".
    int power = 0; ///< Of 1024, of the unit that labels are in.
    int decimals = 0;

    [[nodiscard]] bool isCut() const { return from > 0; }
    [[nodiscard]] bool holds(double value) const;
    /// 0 at the beginning, 1 at the top; beyond both for what is outside.
    [[nodiscard]] double share(double value) const { return (value - from) / (top - from); }
    /// At most five steps; never empty.
    [[nodiscard]] QList<Tick> ticks() const;
    /// A value with three significant digits, or as many as tell floors on a cut axis apart: "512.13 MiB".
    [[nodiscard]] QString reading(double value) const;
    /// Of the first tick.
    [[nodiscard]] QString start() const { return ticks().constFirst().label; }

    bool operator==(const FloorAxis &) const = default;
};

[[nodiscard]] FloorAxis floorAxis(const FloorChart &chart);
/// The same for a chart that has more floors than the one `now` was made for: it widens only, in rare large steps, and
/// does not leave 0 again.
[[nodiscard]] FloorAxis widenedAxis(const FloorAxis &now, const FloorChart &chart);

} // namespace report
