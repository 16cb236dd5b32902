// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "core/report/axis.h"

#include <vector>

namespace report {

/// The picture of a sweep before it is drawn: what it did to answers and to the server, by how many uploads there were at once.
struct SweepChart
{
    struct Line
    {
        QString style; ///< The class of htmlStyle() that has its colour.
        QString name; ///< "p95"
        std::vector<double> values; ///< One a level; NaN where it is not known.
        QStringList texts; ///< The same with their units.
    };
    struct Panel
    {
        QString title;
        Scale scale;
        QList<Line> lines;
    };

    QStringList levels; ///< "50", "200": what stands below.
    QList<Panel> panels;

    [[nodiscard]] bool isEmpty() const { return panels.isEmpty(); }
};

/// Times to answer, and peaks of the server's memory where it tells of them. Pure function, any thread.
[[nodiscard]] SweepChart sweepChart(const experiment::SweepResult &result);

} // namespace report
