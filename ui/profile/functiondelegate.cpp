// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/functiondelegate.h"

#include "core/pprof/origin.h"
#include "ui/common/colors.h"
#include "ui/common/rowground.h"
#include "ui/profile/functionmodel.h"

#include <QFontDatabase>
#include <QPainter>

namespace ui {

namespace {

constexpr int sidePadding = 8;

QFont codeFont(const QFont &base, bool isOwn)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF());
    font.setWeight(isOwn ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

void FunctionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto column = static_cast<FunctionColumn>(index.column());
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    paintRowGround(*painter, option, index);

    const bool isOwn = index.data(FunctionModel::OriginRole).toInt() == static_cast<int>(pprof::Origin::Main);
    painter->setFont(column == FunctionColumn::Function ? codeFont(option.font, isOwn) : option.font);
    painter->setPen(column == FunctionColumn::Where ? colors.dim : colors.text);
    const QRect rect = option.rect.adjusted(sidePadding, 0, -sidePadding, -1);
    const bool isText = column == FunctionColumn::Function || column == FunctionColumn::Where;
    const auto side = isText ? Qt::AlignLeft : Qt::AlignRight;
    const QString text = painter->fontMetrics().elidedText(
        index.data().toString(), isText ? Qt::ElideMiddle : Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    painter->restore();
}

int FunctionDelegate::rowHeight(const QFont &font)
{
    return std::max(28, QFontMetrics(font).height() + 12);
}

} // namespace ui
