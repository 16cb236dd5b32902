// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowground.h"

#include "ui/common/colors.h"

#include <QAbstractItemView>
#include <QPainter>

namespace ui {

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    constexpr int focusWidth = 3;
    const Colors &colors = colorsFor(option.palette);
    const QRect &rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter.fillRect(rect, colors.accentSoft);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.grid);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().siblingAtColumn(0) == index)
        painter.fillRect(QRect(rect.topLeft(), QSize(focusWidth, rect.height() - 1)), colors.accent);
}

} // namespace ui
