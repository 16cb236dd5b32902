// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/checkrowdelegate.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/common/rowground.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTreeView>

namespace ui {

namespace {

constexpr int sidePadding = 8;
constexpr int textPadding = 6; // Above and below.
constexpr int gap = 8;
constexpr int leadSize = 16;
constexpr int tallest = 10'000;
constexpr int asText = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter;

Tone toneOf(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(ToneRole).toInt());
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return index.data(HeadRole).toBool() ? strongFont(option.font) : option.font;
}

int depthOf(const QModelIndex &index)
{
    return index.parent().isValid() ? 1 + depthOf(index.parent()) : 0;
}

bool hasLead(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).isValid() || !index.data(SignRole).toString().isEmpty();
}

} // namespace

CheckRowDelegate::CheckRowDelegate(QTreeView &view)
    : QStyledItemDelegate(&view)
    , m_view(view)
{
    view.setItemDelegate(this);
    view.setHeaderHidden(true);
    view.setRootIsDecorated(false);
    view.setItemsExpandable(false);
    view.setExpandsOnDoubleClick(false);
    view.setFrameShape(QFrame::NoFrame);
    view.setTabKeyNavigation(false);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.viewport()->installEventFilter(this);
}

bool CheckRowDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        Q_EMIT sizeHintChanged({}); // Texts wrap elsewhere now.
    return QStyledItemDelegate::eventFilter(watched, event);
}

CheckRowDelegate::Places CheckRowDelegate::placesIn(const QRect &row, const QStyleOptionViewItem &option,
                                                    const QModelIndex &index) const
{
    Places places;
    places.text = row.adjusted(sidePadding, textPadding, -sidePadding, -textPadding);
    if (hasLead(index)) {
        places.lead = QRect(0, 0, leadSize, leadSize);
        places.lead.moveCenter({row.left() + sidePadding + leadSize / 2, row.center().y()});
        places.text.setLeft(places.lead.right() + 1 + gap);
    }
    if (const QString word = index.data(WordRole).toString(); !word.isEmpty()) {
        places.word = places.text;
        places.word.setLeft(places.text.right() + 1 - Pill::sizeFor(option.font, word).width());
        places.text.setRight(places.word.left() - 1 - gap);
    }
    return places;
}

QSize CheckRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const int width = m_view.viewport()->width() - depthOf(index) * m_view.indentation();
    const Places places = placesIn(QRect(0, 0, width, tallest), own, index);
    const QRect text(0, 0, places.text.width(), tallest);
    const QFontMetrics metrics(fontOf(own, index));
    const int height = std::max(leadSize, metrics.boundingRect(text, asText, own.text).height());
    return {width, height + 2 * textPadding + 1}; // 1: the line below.
}

bool CheckRowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                   const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isPressed
        = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!isPressed && event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    constexpr auto needed = Qt::ItemIsUserCheckable | Qt::ItemIsEnabled;
    const auto *click = static_cast<QMouseEvent *>(event);
    const QRect box(option.rect.topLeft(), QSize(sidePadding + leadSize + gap, option.rect.height()));
    if ((index.flags() & needed) != needed || click->button() != Qt::LeftButton
        || !box.contains(click->position().toPoint()))
        return false;
    if (isPressed)
        return true;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void CheckRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    painter->save();
    const Places places = placesIn(own.rect, own, index);
    own.rect.setLeft(0); // The ground is before what is indented, too.
    paintRowGround(*painter, own, index);
    paintLead(*painter, own, index, places.lead);
    const bool isEnabled = own.state & QStyle::State_Enabled;
    const Colors &colors = colorsFor(own.palette);
    painter->setFont(fontOf(own, index));
    painter->setPen(isEnabled ? colors.text : colors.dim);
    painter->drawText(places.text, asText, own.text);
    painter->setFont(own.font);
    if (const QString word = index.data(WordRole).toString(); !word.isEmpty())
        Pill::paint(*painter, places.word, word, toneOf(index), colors);
    painter->restore();
}

void CheckRowDelegate::paintLead(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, const QRect &place) const
{
    if (!(option.features & QStyleOptionViewItem::HasCheckIndicator)) {
        if (const QString sign = index.data(SignRole).toString(); !sign.isEmpty())
            icon(QLatin1StringView(sign.toLatin1()), toneOf(index)).paint(&painter, place);
        return;
    }
    QStyleOptionViewItem box = option;
    box.rect = place;
    box.state.setFlag(QStyle::State_HasFocus, false);
    box.state.setFlag(QStyle::State_On, option.checkState == Qt::Checked);
    box.state.setFlag(QStyle::State_Off, option.checkState == Qt::Unchecked);
    box.state.setFlag(QStyle::State_NoChange, option.checkState == Qt::PartiallyChecked);
    m_view.style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, &m_view);
}

} // namespace ui
