// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dropzone.h"

#include "ui/common/colors.h"

#include <QPainter>

namespace ui {

DropZone::DropZone(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void DropZone::setHovered(bool on)
{
    m_isHovered = on;
    update();
}

void DropZone::paintEvent(QPaintEvent *)
{
    constexpr qreal penWidth = 1.5;
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_isHovered ? colors.accent : colors.line, penWidth, Qt::CustomDashLine);
    pen.setDashPattern({3, 2.5});
    painter.setPen(pen);
    painter.setBrush(m_isHovered ? QBrush(colors.accentSoft) : Qt::NoBrush);
    const qreal half = penWidth / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 8, 8);
}

} // namespace ui
