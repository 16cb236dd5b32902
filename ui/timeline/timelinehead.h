// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/tiletext.h"

#include <QWidget>

class QBoxLayout;

namespace ui {

class RangeBar;
class Tile;
class TimelineActions;
class TimeWindow;

/// What stands above the charts: a tile for each current value, and beside them the ranges of time and the buttons of note,
/// table and copy; in a narrow window below them, as what tiles say must not be cut. Thread: GUI. What it is made of
/// outlives it.
class TimelineHead final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineHead)

public:
    TimelineHead(TimeWindow &window, TimelineActions &actions, QWidget *parent = nullptr);

    /// One for each tile, which the first call makes.
    void setTexts(const std::vector<TileText> &texts);
    /// Data reaches from firstMs to nowMs.
    void setExtent(qint64 firstMs, qint64 nowMs);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void noteRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QBoxLayout *m_row;
    QBoxLayout *m_tileRow;
    RangeBar *m_ranges;
    std::vector<Tile *> m_tiles;
};

} // namespace ui
