// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QToolButton;
class QWidget;

namespace ui {

class TimeSelection;

/// What can be done with the timeline from anywhere in the window, with its keys, and the buttons for it.
/// Thread: GUI. Ownership: a child of the panel. The selection outlives it.
class TimelineActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineActions)

public:
    TimelineActions(TimeSelection &selection, QWidget &panel);

    QAction *asTable; ///< Ctrl+Alt+R, checkable: numbers to read in place of charts.
    QAction *copy; ///< Ctrl+Shift+I: what is shown of the two, as a picture or as text.
    QAction *clearRange; ///< Ctrl+Shift+X, while a range is selected. Clears it by itself.

    /// A small one with the action's sign.
    [[nodiscard]] static QToolButton *buttonFor(QAction &action, QWidget *parent);
    /// "1:30 min ×": it is there while a range is selected, and clears it.
    [[nodiscard]] QToolButton *rangeButton(QWidget *parent);

private:
    void wordCopy();
    void mirror();

    TimeSelection &m_selection;
    QToolButton *m_range = nullptr;
};

} // namespace ui
