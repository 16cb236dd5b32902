// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"
#include "ui/timeline/timescale.h"

#include <QLineF>
#include <QPolygonF>

#include <vector>

/// From buckets to what a painter draws. Pure functions.
namespace ui {

/// Values to places, for one plot: 0 at the bottom.
struct ValueScale
{
    double bottom = 0; ///< Pixels.
    double height = 1;
    double top = 1; ///< The value at the upper edge.

    [[nodiscard]] double y(double value) const { return bottom - value / top * height; }
};

/// Unbroken pieces of the line: a gap ends one, and what comes after begins another. A bucket that spans more
/// than half a pixel gives both of its ends, in the order that continues the line.
[[nodiscard]] std::vector<QPolygonF> curveRuns(const std::vector<metrics::Bucket> &buckets,
                                               const TimeScale &time, const ValueScale &value);

/// The same pieces as dashes of 4 pixels, 3 apart. They are tied to time, not to the picture's edge, so they
/// do not crawl while the chart follows; where a line is steep they are counted downwards.
[[nodiscard]] QList<QLineF> dashes(const std::vector<QPolygonF> &runs, const TimeScale &time);

/// What is known at a moment: the bucket that a cross-hair there points at, or nullptr in a gap and outside.
[[nodiscard]] const metrics::Bucket *bucketAt(const std::vector<metrics::Bucket> &buckets, qint64 ms,
                                              double msPerPixel);

} // namespace ui
