// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilesearch.h"
#include "ui/profile/flamegeometry.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace ui {

struct Colors;

/// What is to be drawn, and how it lies.
struct FlameScene
{
    const pprof::ProfileContent &content;
    const FlameGeometry &geometry;
    const pprof::ProfileSearch &search;
    const Colors &colors;
    QFont font;
    double width = 0; ///< Pixels.
    double rowHeight = 0;
    FlameGeometry::Range range; ///< Zoom.
    qint32 zoomed = 0; ///< Its callers are drawn across the whole width, paler.
    qint32 current = -1; ///< Has the ring.
    qint32 hovered = -1;
    qint32 selectedRow = -1; ///< Of pprof::ProfileContent::rows: its frames have a thin frame.
    bool hasFocus = false;

    /// Where a frame lies, from the top left of the graph; empty when it is not visible at this zoom.
    [[nodiscard]] QRectF rectOf(qint32 node) const;
};

[[nodiscard]] double flameRowHeight(const QFont &font);

/// Paints the levels that lie between two heights. Pure: the same scene is the same picture.
void paintFlame(QPainter &painter, const FlameScene &scene, double fromY, double toY);

} // namespace ui
