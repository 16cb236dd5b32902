// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QToolButton;

namespace ui {

class TimelineActions;
class TimeWindow;

/// Buttons for the width of the time window - 1 m, 5 m, 1 h, 24 h, all - and back to live. Keys 1 to 5 press
/// them where their panel has the focus. Thread: GUI. The window outlives it.
class RangeBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeBar)

public:
    /// Before the ranges stands what clears a selected one.
    RangeBar(TimeWindow &window, TimelineActions &actions, QWidget *parent = nullptr);

    /// Data reaches from firstMs to nowMs; "all" grows with it.
    void setExtent(qint64 firstMs, qint64 nowMs);

private:
    QToolButton *addButton(const QString &text, const QString &name, const QKeySequence &key);
    void showAll();
    void mirror();

    struct Range
    {
        qint64 spanMs;
        QToolButton *button;
    };
    TimeWindow &m_window;
    std::vector<Range> m_ranges;
    QToolButton *m_all;
    QToolButton *m_live;
    qint64 m_firstMs = 0;
    qint64 m_nowMs = 0;
    bool m_showsAll = false;
    bool m_isSetting = false; ///< The change of the window is our own.
};

} // namespace ui
