// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// Instead of a list without runs: what the history is for, and how to begin; or that nothing is like the filter. Thread: GUI.
class EmptyHistory final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyHistory)

public:
    enum class Why {
        NoRuns, ///< None was kept yet.
        NoMatch, ///< None is like the filter.
        Off, ///< This window keeps none.
    };

    explicit EmptyHistory(QWidget *parent = nullptr);

    void setReason(Why why);

Q_SIGNALS:
    void checkRequested();
    void showAllRequested();

private:
    Why m_why = Why::NoRuns;
    QLabel *m_headline;
    QLabel *m_lesson;
    QPushButton *m_button;
};

} // namespace ui
