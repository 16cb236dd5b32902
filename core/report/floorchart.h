// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/series.h"

#include <QLineF>

#include <span>
#include <vector>

namespace report {

/// The evidence of a leak check as a picture needs it, of one resource: x are uploads so far in the rounds, y is what
/// was left after them. The window and the reports draw the same.
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
    std::vector<QPointF> floors;
    std::vector<QPointF> earlier; ///< Warm-up, at x below 0: shown pale, judged by nobody.
    std::vector<Sleeve> sleeve; ///< Ascending; empty before there are enough floors for a line.
    std::vector<QLineF>
        beforeSteps; ///< The same slope where the level was another one, before the sleeve; ascending.
    double expected = 0; ///< Uploads when the last planned round is over; 0: not known.
    double limit = 0; ///< Growth per upload from which the verdict calls it a leak; 0: not known.
    double noise = 0; ///< Standard deviation of one floor, as the verdict has it.

    [[nodiscard]] analysis::Unit unit() const { return analysis::unitOf(resource); }
    [[nodiscard]] bool isEmpty() const { return floors.empty() && earlier.empty(); }
};

/// Pure. Floors that do not tell of the resource are left out. `verdict` is the one on these floors, if there is one:
/// where the level changed once, the line has a break, as it had for the verdict, whose slope is that of all pieces.
[[nodiscard]] FloorChart floorChart(analysis::Resource resource,
                                    const std::vector<experiment::FloorAt> &rounds,
                                    const std::vector<experiment::FloorAt> &warmUp,
                                    const analysis::ResourceVerdict *verdict = nullptr);

/// All of them, the most important ones first: the order in which people are told of them.
[[nodiscard]] std::span<const analysis::Resource> byImportance();
/// Those that every floor tells of, the most important ones first.
[[nodiscard]] std::vector<analysis::Resource> toldResources(const std::vector<experiment::FloorAt> &floors);

} // namespace report
