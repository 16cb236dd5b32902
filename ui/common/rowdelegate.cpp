// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowdelegate.h"

#include "ui/common/fonts.h"
#include "ui/common/pill.h"
#include "ui/common/rowground.h"

#include <QApplication>
#include <QPainter>

namespace ui {
namespace {

constexpr int sidePadding = 10;
constexpr int topPadding = 5;
constexpr int gap = 8;

} // namespace

RowDelegate::RowDelegate(Read read, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_read(std::move(read))
{
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, index);
    const int left = paintCheckBox(*painter, option, index);
    QRect rect = option.rect.adjusted(0, topPadding, -sidePadding, -topPadding);
    rect.setLeft(left);
    paintTexts(*painter, rect, option.font, m_read(index), colors);
    painter->restore();
}

/// Returns where the texts begin. The box is where the base class looks for clicks.
int RowDelegate::paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    if (!(box.features & QStyleOptionViewItem::HasCheckIndicator))
        return option.rect.left() + sidePadding;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    box.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &box, option.widget);
    box.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
    box.state |= box.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
    return box.rect.right() + 1 + gap;
}

void RowDelegate::paintTexts(QPainter &painter, const QRect &rect, const QFont &font, const RowText &text,
                             const Colors &colors)
{
    const QFont titleFont = text.isDim ? font : strongFont(font);
    const int titleHeight = QFontMetrics(titleFont).height();
    QRect title(rect.topLeft(), QSize(rect.width(), std::max(titleHeight, Pill::sizeFor(font, {}).height())));
    if (!text.pill.isEmpty()) {
        painter.setFont(font);
        Pill::paint(painter, title, text.pill, text.isDim ? Tone::Dim : text.tone, colors);
        title.setLeft(title.left() + Pill::sizeFor(font, text.pill).width() + gap);
    }
    painter.setFont(titleFont);
    painter.setPen(text.isDim ? colors.dim : colors.text);
    painter.drawText(title, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text.title, Qt::ElideRight, title.width()));
    painter.setFont(smallFont(font));
    painter.setPen(colors.dim);
    const QRect detail(rect.left(), title.bottom() + 2, rect.width(), painter.fontMetrics().height());
    painter.drawText(detail, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text.detail, Qt::ElideRight, detail.width()));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int title
        = std::max(QFontMetrics(strongFont(option.font)).height(), Pill::sizeFor(option.font, {}).height());
    return {120, 2 * topPadding + title + 2 + QFontMetrics(smallFont(option.font)).height() + 1};
}

} // namespace ui
