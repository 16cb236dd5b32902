// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/plot.h"

#include <QGraphicsItem>

namespace ui {

/// Draws prepared lines: one drawPolyline per unbroken piece, with a 1-px cosmetic pen. Wider pens go through
/// Qt's stroker, which costs five times as much; at 200 % the line is drawn twice instead, one device pixel
/// apart.
class CurvesItem final : public QGraphicsItem
{
    Q_DISABLE_COPY_MOVE(CurvesItem)

public:
    struct Curve
    {
        QColor color;
        PlotLine::Style style = PlotLine::Style::Solid;
        std::vector<QPolygonF> runs;
        QList<QLineF> dashes; ///< Of a dashed one.
    };

    CurvesItem();

    /// Nothing is drawn outside of it. Scene coordinates.
    void setArea(const QRectF &area);
    void setCurves(std::vector<Curve> curves);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_area;
    std::vector<Curve> m_curves;
};

} // namespace ui
