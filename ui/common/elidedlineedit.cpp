// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elidedlineedit.h"

#include <QStyleOptionFrame>
#include <QStylePainter>

namespace ui {

namespace {

constexpr int besideText = 2; // QLineEdit's own.

} // namespace

QRect ElidedLineEdit::textRect() const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    return style()
        ->subElementRect(QStyle::SE_LineEditContents, &option, this)
        .marginsRemoved(textMargins())
        .adjusted(besideText, 0, -besideText, 0);
}

bool ElidedLineEdit::isElided() const
{
    return !hasFocus() && fontMetrics().horizontalAdvance(displayText()) > textRect().width();
}

void ElidedLineEdit::paintEvent(QPaintEvent *event)
{
    if (!isElided()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionFrame option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
    const QRect room = textRect();
    painter.drawItemText(room, Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(),
                         fontMetrics().elidedText(displayText(), Qt::ElideRight, room.width()),
                         QPalette::Text);
}

} // namespace ui
