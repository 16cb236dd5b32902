// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cardcolumns.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <tuple>

namespace ui {

namespace {

constexpr int usualTextHeight = 16;
constexpr int narrowest = 360;
constexpr int twoFrom = 520; // Pixels of the page, in the usual type.

struct Place
{
    int row, column, rows = 1, columns = 1;
};

/// Of set-up, second, third and below. Without the last no row is left for it: that would be a gap.
std::array<Place, 4> placesIn(CardColumns::Columns columns, bool hasBelow)
{
    switch (columns) {
    case CardColumns::Columns::One:
        return {{{0, 0}, {1, 0}, {2, 0}, {3, 0}}};
    case CardColumns::Columns::Two:
        return {{{0, 0}, {0, 1}, {1, 0, 1, 2}, {2, 0, 1, 2}}};
    case CardColumns::Columns::Three:
        break;
    }
    return {{{0, 0, hasBelow ? 2 : 1, 1}, {0, 1}, {0, 2}, {1, 1, 1, 2}}};
}

} // namespace

CardColumns::CardColumns(const Cards &cards, const Widths &widths, QWidget *parent)
    : QScrollArea(parent)
    , m_cards(cards)
    , m_widths(widths)
{
    auto *content = new QWidget;
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setSpacing(12);
    arrange(Columns::Three);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void CardColumns::arrange(Columns columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    const std::array cards{&m_cards.setup, &m_cards.second, &m_cards.third, m_cards.below};
    const std::array places = placesIn(columns, m_cards.below);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (!cards[i])
            continue;
        m_grid->removeWidget(cards[i]);
        m_grid->addWidget(cards[i], places[i].row, places[i].column, places[i].rows, places[i].columns);
    }
    const bool isOne = columns == Columns::One;
    const bool isThree = columns == Columns::Three;
    m_grid->setColumnStretch(0, isOne ? 1 : 0);
    m_grid->setColumnStretch(1, isThree ? m_widths.secondStretch : isOne ? 0 : 1);
    m_grid->setColumnStretch(2, isThree ? m_widths.thirdStretch : 0);
    m_grid->setRowStretch(0, isOne ? 0 : 1);
    m_grid->setRowStretch(1, isOne ? 1 : 0); // What is measured gets what is over.
}

QSize CardColumns::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    return {std::max(least.width(), scaled(narrowest)), least.height()};
}

int CardColumns::scaled(int pixels) const
{
    const double scale = std::max(1.0, static_cast<double>(fontMetrics().height()) / usualTextHeight);
    return std::min(QWIDGETSIZE_MAX, static_cast<int>(pixels * scale));
}

QSize CardColumns::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), setupHeight()};
}

int CardColumns::setupHeight() const
{
    const QMargins around = m_grid->contentsMargins();
    const QLayout &setup = *m_cards.setup.layout();
    const QSize least = setup.totalMinimumSize();
    const int height = setup.hasHeightForWidth()
        ? setup.totalMinimumHeightForWidth(std::max(least.width(), m_cards.setup.width()))
        : least.height();
    return height + around.top() + around.bottom();
}

/// As narrow as they can be, and with the bar that the page may come to need.
bool CardColumns::hasRoomForThree() const
{
    if (width() < scaled(m_widths.threeFrom))
        return false;
    const QMargins around = m_grid->contentsMargins();
    int needed = around.left() + around.right() + 2 * m_grid->horizontalSpacing()
        + verticalScrollBar()->sizeHint().width();
    for (const QWidget *card : {&m_cards.setup, &m_cards.second, &m_cards.third})
        needed += std::max(card->minimumWidth(), card->minimumSizeHint().width());
    return width() >= needed;
}

// When this comes here, the layout has already done its part.
bool CardColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)) {
        if (m_cards.below)
            fitHeight();
        if (const int now = setupHeight(); now != m_setupHeight) {
            m_setupHeight = now;
            updateGeometry();
        }
        const auto before = std::tuple(m_columns, m_isScrolling);
        fit();
        if (before != std::tuple(m_columns, m_isScrolling))
            Q_EMIT arranged(*m_columns);
    }
    return QScrollArea::eventFilter(watched, event);
}

// Beside two rows the set-up hides from the scroll area how tall these are once their texts are wrapped.
void CardColumns::fitHeight()
{
    widget()->setMinimumHeight(std::max(0, m_grid->totalMinimumHeightForWidth(viewport()->width())));
}

void CardColumns::fit()
{
    if (hasRoomForThree())
        arrange(Columns::Three);
    else
        arrange(width() >= scaled(twoFrom) ? Columns::Two : Columns::One);
    m_cards.setup.setMaximumWidth(m_columns == Columns::One ? QWIDGETSIZE_MAX : scaled(m_widths.setup));
    m_cards.third.setMaximumWidth(m_columns == Columns::Three ? scaled(m_widths.third) : QWIDGETSIZE_MAX);
    setScrolling(m_columns != Columns::Three || setupHeight() > height());
}

void CardColumns::setScrolling(bool on)
{
    m_isScrolling = on;
    // Beside a card that is taller than the page what is measured would have its end out of sight.
    const bool isBesideTallOne = on && m_columns == Columns::Three && !m_cards.below;
    const Qt::Alignment alignment = isBesideTallOne ? Qt::AlignTop : Qt::Alignment();
    QLayoutItem *item = m_grid->itemAt(m_grid->indexOf(&m_cards.second));
    if (item->alignment() != alignment)
        m_grid->setAlignment(&m_cards.second, alignment);
}

void CardColumns::resizeEvent(QResizeEvent *event)
{
    fit();
    Q_EMIT arranged(*m_columns);
    QScrollArea::resizeEvent(event); // Now that it is known what the cards need.
}

} // namespace ui
