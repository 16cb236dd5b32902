// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/faileddelegate.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/pill.h"
#include "ui/models/failuremodel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace ui {
namespace {
constexpr int sidePadding = 8;
constexpr int focusWidth = 3;
} // namespace

void FailedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto column = static_cast<FailureColumn>(index.column());
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.accentSoft);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.grid);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && index.column() == 0 && view->currentIndex().row() == index.row())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(focusWidth, option.rect.height() - 1)),
                          colors.accent);

    const QRect rect = option.rect.adjusted(sidePadding, 0, -sidePadding, -1);
    const QString text = index.data().toString();
    painter->setFont(column == FailureColumn::Files ? strongFont(option.font) : option.font);
    if (column == FailureColumn::Reason) {
        Pill::paint(*painter, rect, text, Tone::Bad, colors);
    } else {
        const auto side = column == FailureColumn::Files ? Qt::AlignRight : Qt::AlignLeft;
        painter->setPen(column == FailureColumn::Files ? colors.text : colors.dim);
        painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

} // namespace ui
