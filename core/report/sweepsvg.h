// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/htmlwriter.h"
#include "core/report/sweepchart.h"

namespace report {

/// Draws a SweepChart as inline SVG: a line for each figure with its name at its end, the ground from where the server breaks
/// down, and for each level what it says, shown while it is pointed at - by CSS alone, see htmlStyle(). Writes nothing for
/// an empty chart.
void writeSweepChart(HtmlWriter &html, const SweepChart &chart);

} // namespace report
