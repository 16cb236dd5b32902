// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/htmlwriter.h"
#include "core/report/sweepchart.h"

namespace report {

/// Draws a SweepChart as inline SVG: its panels side by side, levels at equal distances, and for each level what its lines say,
/// shown while it is pointed at - by CSS alone, see htmlStyle(). Writes nothing for an empty chart.
///
/// `description` is what a person who cannot see the picture is told.
void writeSweepChart(HtmlWriter &html, const SweepChart &chart, const QString &description);

} // namespace report
