// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/popupframe.h"

class QLabel;
class QListView;
class QPushButton;

namespace ui {

class AlertLogModel;

/// The alerts of the session, those that are raised first, in a small window at a button; and the way to their rules.
/// Thread: GUI. The log outlives it.
class AlertPanel final : public PopupFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertPanel)

public:
    explicit AlertPanel(AlertLogModel &log, QWidget *parent = nullptr);

    /// Opens it there, with the focus on the list, or on the button where there is none.
    void open(const QWidget &anchor);

Q_SIGNALS:
    /// The rules are to be shown; the panel is closed by then.
    void rulesWanted();

private:
    void fill();

    AlertLogModel &m_log;
    QLabel *m_empty;
    QListView *m_list;
    QPushButton *m_rules;
};

} // namespace ui
