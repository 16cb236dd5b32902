// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/linearfit.h"
#include "core/experiment/series.h"
#include "ui/common/colors.h"
#include "ui/timeline/ticks.h"

#include <QPointF>

#include <optional>
#include <span>
#include <vector>

namespace ui {

/// What the floor plot draws, of one resource: x are uploads so far in the rounds, y is what was left after them.
struct FloorChart
{
    /// The line through the floors, and around it where the line lies with 98 %.
    struct Sleeve
    {
        double x = 0;
        double line = 0;
        double low = 0;
        double high = 0;
    };

    analysis::Resource resource = analysis::Resource::Heap;
    ValueUnit unit = ValueUnit::Bytes;
    std::vector<QPointF> floors;
    std::vector<QPointF> earlier; ///< Warm-up, at x below 0: shown pale, judged by nobody.
    std::vector<Sleeve> sleeve; ///< Ascending; empty before there are enough floors for a line.
    double expected = 0; ///< Uploads when the last planned round is over; 0: not known.

    [[nodiscard]] bool isEmpty() const { return floors.empty() && earlier.empty(); }
};

/// Pure. Floors that do not tell of the resource are left out. `steps` are uploads at which the level changed once: the
/// line has a break there, as it had for the verdict.
[[nodiscard]] FloorChart floorChart(analysis::Resource resource,
                                    const std::vector<experiment::FloorAt> &rounds,
                                    const std::vector<experiment::FloorAt> &warmUp,
                                    const std::vector<double> &steps = {});

/// Heap, process memory, goroutines, … those that are witnesses only come last.
[[nodiscard]] std::span<const analysis::Resource> byImportance();
/// Those that every floor tells of, by importance.
[[nodiscard]] std::vector<analysis::Resource> toldResources(const std::vector<experiment::FloorAt> &floors);

/// The same colour as on the timeline.
[[nodiscard]] QColor Colors::*colorOf(analysis::Resource resource);

} // namespace ui
