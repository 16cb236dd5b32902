// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/faileddelegate.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/pill.h"
#include "ui/common/rowground.h"
#include "ui/models/failuremodel.h"

#include <QPainter>

namespace ui {
namespace {
constexpr int sidePadding = 8;
} // namespace

void FailedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto column = static_cast<FailureColumn>(index.column());
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, index);

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
