// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messageground.h"

#include <QPainter>
#include <QWidget>

namespace ui {

void paintMessageGround(QWidget &message, const QColor &color, const QMargins &air)
{
    QPainter painter(&message);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(message.rect().marginsRemoved(air), 8, 8);
}

void setInk(QWidget &text, const QColor &color)
{
    QPalette ink = text.palette();
    ink.setColor(QPalette::WindowText, color);
    text.setPalette(ink);
}

} // namespace ui
