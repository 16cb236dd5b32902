// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/popupframe.h"

#include "ui/common/colors.h"

#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace ui {

namespace {
constexpr int distance = 4; // from the anchor
} // namespace

PopupFrame::PopupFrame(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
}

void PopupFrame::popUpAt(const QWidget &anchor)
{
    adjustSize();
    const QRect room = anchor.screen()->availableGeometry();
    QPoint at = anchor.mapToGlobal(QPoint(0, anchor.height() + distance));
    if (at.y() + height() > room.bottom())
        at.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - distance - height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(at);
    show();
}

void PopupFrame::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.setPen(colors.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
