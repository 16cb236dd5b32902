// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/floorchart.h"
#include "core/report/htmlwriter.h"

namespace report {

/// Draws a FloorChart as inline SVG: the floors, the line through them with its 98 % band, and for each floor what
/// it says, shown while it is pointed at - by CSS alone, see htmlStyle(). Writes nothing for an empty chart.
///
/// `description` is what a person who cannot see the picture is told. `name` is the resource's role, which gives the
/// colour: "heap", "rss", "goroutines", "descriptors".
void writeFloorChart(HtmlWriter &html, const FloorChart &chart, const QString &name,
                     const QString &description);

} // namespace report
