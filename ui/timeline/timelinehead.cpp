// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinehead.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"
#include "ui/timeline/rangebar.h"
#include "ui/timeline/tile.h"
#include "ui/timeline/timelineactions.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace ui {

TimelineHead::TimelineHead(TimeWindow &window, TimelineActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::TopToBottom,
                           this)) // narrow first: the wide form would not let it be narrow
    , m_tileRow(new QHBoxLayout)
    , m_ranges(new RangeBar(window, actions, parent)) // whose keys work in all of the panel
{
    auto *note = new QToolButton(this);
    note->setIcon(icon(QLatin1StringView("flag"), Tone::Dim));
    note->setIconSize({16, 16});
    note->setAccessibleName(tr("Mark this moment with a note"));
    note->setToolTip(tr("Mark this moment with a note (M)"));
    setKind(*note, ButtonKind::Pill);
    connect(note, &QToolButton::clicked, this, &TimelineHead::noteRequested);
    QToolButton *asTable = TimelineActions::buttonFor(*actions.asTable, m_ranges);
    QToolButton *copy = TimelineActions::buttonFor(*actions.copy, m_ranges);
    for (QToolButton *button : {note, asTable, copy})
        m_ranges->layout()->addWidget(button);
    m_tileRow->setSpacing(16);
    m_row->setContentsMargins(16, 0, 16, 0);
    m_row->setSpacing(8);
    m_row->addLayout(m_tileRow, 1);
    m_row->addWidget(m_ranges, 0, Qt::AlignTop | Qt::AlignRight);
}

void TimelineHead::setTexts(const std::vector<TileText> &texts)
{
    while (m_tiles.size() < texts.size()) {
        m_tiles.push_back(new Tile(this));
        m_tileRow->addWidget(m_tiles.back(), 1);
    }
    for (size_t i = 0; i < texts.size(); ++i)
        m_tiles[i]->setText(texts[i]);
    fit(); // a range may have been selected, which has a button
}

void TimelineHead::setExtent(qint64 firstMs, qint64 nowMs)
{
    m_ranges->setExtent(firstMs, nowMs);
}

/// The narrow form's, whichever it has: it could never become narrow otherwise.
QSize TimelineHead::minimumSizeHint() const
{
    const QSize present = QWidget::minimumSizeHint();
    int tiles = 0;
    for (const Tile *tile : m_tiles)
        tiles += tile->minimumSizeHint().width() + 16;
    const QMargins margins = m_row->contentsMargins();
    const int narrow
        = std::max(tiles, m_ranges->minimumSizeHint().width()) + margins.left() + margins.right();
    return {std::min(present.width(), narrow), present.height()};
}

void TimelineHead::fit()
{
    constexpr int leastTileWidth = 140; // with the space beside it; below this, what tiles say would be cut
    const int wanted = static_cast<int>(m_tiles.size()) * leastTileWidth + m_ranges->sizeHint().width();
    m_row->setDirection(width() < wanted ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TimelineHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace ui
