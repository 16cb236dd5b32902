// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/curvesitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace ui {
namespace {

/// The points of a run that lie within [left, right], and one more on either side.
std::pair<qsizetype, qsizetype> within(const QPolygonF &run, double left, double right)
{
    const auto first
        = std::partition_point(run.begin(), run.end(), [left](QPointF p) { return p.x() < left; });
    const auto last = std::partition_point(first, run.end(), [right](QPointF p) { return p.x() <= right; });
    const qsizetype from = std::max<qsizetype>(0, first - run.begin() - 1);
    const qsizetype to = std::min<qsizetype>(run.size(), last - run.begin() + 1);
    return {from, to - from};
}

void drawRun(QPainter &painter, const QPolygonF &run, const QRectF &exposed)
{
    const auto [from, count] = within(run, exposed.left(), exposed.right());
    if (count >= 2)
        painter.drawPolyline(run.constData() + from, static_cast<int>(count));
    else if (run.size() == 1) // a reading between two gaps
        painter.drawLine(run[0] - QPointF(1, 0), run[0] + QPointF(1, 0));
}

void drawArea(QPainter &painter, const QPolygonF &run, double bottom, const QRectF &exposed)
{
    const auto [from, count] = within(run, exposed.left(), exposed.right());
    if (count < 2)
        return;
    QPolygonF shape = run.sliced(from, count);
    shape.append({shape.last().x(), bottom});
    shape.append({shape.first().x(), bottom});
    painter.drawPolygon(shape);
}

} // namespace

CurvesItem::CurvesItem()
{
    setFlag(ItemUsesExtendedStyleOption); // for the exposed rectangle
    setAcceptedMouseButtons(Qt::NoButton);
}

void CurvesItem::setArea(const QRectF &area)
{
    prepareGeometryChange();
    m_area = area;
}

void CurvesItem::setCurves(std::vector<Curve> curves)
{
    m_curves = std::move(curves);
    update();
}

QRectF CurvesItem::boundingRect() const
{
    return m_area.adjusted(-1, -1, 1, 1);
}

void CurvesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const QRectF exposed = option->exposedRect.adjusted(-1, 0, 1, 0);
    painter->setClipRect(boundingRect());
    painter->setRenderHint(QPainter::Antialiasing);
    const double scale = painter->device()->devicePixelRatio();
    const int passes = std::max(1, qRound(scale));
    for (const Curve &curve : m_curves) {
        if (curve.style == PlotLine::Style::Area) {
            QColor pale = curve.color;
            pale.setAlphaF(0.15F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(pale);
            for (const QPolygonF &run : curve.runs)
                drawArea(*painter, run, m_area.bottom(), exposed);
            continue;
        }
        QPen pen(curve.color, 1);
        pen.setCosmetic(true);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        for (int pass = 0; pass < passes; ++pass) {
            const double shift = (pass - (passes - 1) / 2.0) / scale;
            painter->translate(0, shift);
            if (curve.style == PlotLine::Style::Dashed)
                painter->drawLines(curve.dashes);
            else
                for (const QPolygonF &run : curve.runs)
                    drawRun(*painter, run, exposed);
            painter->translate(0, -shift);
        }
    }
}

} // namespace ui
