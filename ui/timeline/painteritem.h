// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include <functional>

namespace ui {

/// An item that is painted by a function: layers of a chart that are neither Qt Charts' nor lines.
class PainterItem final : public QGraphicsItem
{
    Q_DISABLE_COPY_MOVE(PainterItem)

public:
    using Paint = std::function<void(QPainter &painter)>;

    PainterItem(double z, Paint paint)
        : m_paint(std::move(paint))
    {
        setZValue(z);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    void setArea(const QRectF &area)
    {
        prepareGeometryChange();
        m_area = area;
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->setRenderHint(QPainter::Antialiasing, false);
        m_paint(*painter);
    }

private:
    Paint m_paint;
    QRectF m_area;
};

} // namespace ui
