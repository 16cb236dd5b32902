// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cardcolumns.h"

#include <QGridLayout>

namespace ui {

namespace {

constexpr int usualTextHeight = 16;
constexpr int narrowest = 360;
constexpr int setupWidth = 208;
constexpr int threeFrom = 820; // Pixels of the page, in the usual type.
constexpr int twoFrom = 520;

} // namespace

CardColumns::CardColumns(const Cards &cards, QWidget *parent)
    : QScrollArea(parent)
    , m_cards(cards)
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
    for (QWidget *card : {&m_cards.setup, &m_cards.middle, &m_cards.verdict})
        m_grid->removeWidget(card);
    for (int i = 0; i < 3; ++i) {
        m_grid->setColumnStretch(i, 0);
        m_grid->setRowStretch(i, 0);
    }
    m_grid->setRowStretch(columns == Columns::One ? 1 : 0, 1); // What is measured gets what is over.
    switch (columns) {
    case Columns::Three:
        m_grid->addWidget(&m_cards.setup, 0, 0);
        m_grid->addWidget(&m_cards.middle, 0, 1);
        m_grid->addWidget(&m_cards.verdict, 0, 2);
        m_grid->setColumnStretch(1, 1);
        m_grid->setColumnStretch(2, 1);
        break;
    case Columns::Two:
        m_grid->addWidget(&m_cards.setup, 0, 0);
        m_grid->addWidget(&m_cards.middle, 0, 1);
        m_grid->addWidget(&m_cards.verdict, 1, 0, 1, 2);
        m_grid->setColumnStretch(1, 1);
        break;
    case Columns::One:
        m_grid->addWidget(&m_cards.setup, 0, 0);
        m_grid->addWidget(&m_cards.middle, 1, 0);
        m_grid->addWidget(&m_cards.verdict, 2, 0);
        m_grid->setColumnStretch(0, 1);
        break;
    }
}

QSize CardColumns::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    return {std::max(least.width(), scaled(narrowest)), least.height()};
}

int CardColumns::scaled(int pixels) const
{
    return static_cast<int>(pixels
                            * std::max(1.0, static_cast<double>(fontMetrics().height()) / usualTextHeight));
}

void CardColumns::resizeEvent(QResizeEvent *event)
{
    if (width() >= scaled(threeFrom))
        arrange(Columns::Three);
    else
        arrange(width() >= scaled(twoFrom) ? Columns::Two : Columns::One);
    const bool isSideBySide = m_columns == Columns::Three;
    m_cards.setup.setMaximumWidth(m_columns == Columns::One ? QWIDGETSIZE_MAX : scaled(setupWidth));
    m_cards.verdict.setMaximumWidth(isSideBySide ? scaled(m_cards.verdictWidth) : QWIDGETSIZE_MAX);
    Q_EMIT arranged(isSideBySide);
    QScrollArea::resizeEvent(event); // Now that it is known what the cards need.
}

} // namespace ui
