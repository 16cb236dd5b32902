// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/floorchart.h"

namespace report {

/// The picture that a leak check is reported with: what was left after each round, of the resource that its sentence is about.
struct FloorEvidence
{
    FloorChart chart; ///< Empty: there is nothing to draw.
    QString colour; ///< The class of htmlStyle() that has the resource's.
    QString caption; ///< "heap; line: fit, shade: its 98 % band, pale: warm-up"
};

/// Pure function, any thread.
[[nodiscard]] FloorEvidence floorEvidence(const experiment::CheckResult &result);

} // namespace report
