// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace ui {

class FloorPlot;

/// What stands around a plot when it has left the window.
struct FloorCaption
{
    QString title;
    QString legend;
    QString origin; ///< Whose floors they are; empty: not said.
};

/// The plot as a picture to paste elsewhere, in its own colours and at its own scale, without what only the pointer shows.
/// At least as large as can be read well, however small the plot is in the window.
[[nodiscard]] QImage floorPicture(const FloorPlot &plot, const FloorCaption &caption);

} // namespace ui
