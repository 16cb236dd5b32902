// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/plotpicture.h"

namespace ui {

class FloorPlot;

/// The plot as a picture to paste elsewhere, in its own colours and at its own scale, without what only the pointer shows.
/// At least as large as can be read well, however small the plot is in the window.
[[nodiscard]] QImage floorPicture(const FloorPlot &plot, const PlotCaption &caption);

} // namespace ui
