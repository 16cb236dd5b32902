// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace ui {

/// A button for an action, with its text, or with its sign alone where room is short; it is only there while the action
/// can be used. Thread: GUI. The action outlives it.
class ActionButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionButton)

public:
    ActionButton(QAction &action, QWidget *parent);

    void setSignOnly(bool on);
    /// How wide it wants to be in either form, whichever it has; 0: it is not there.
    [[nodiscard]] int wantedWidth(bool isSignOnly) const;

private:
    void follow();

    QAction &m_action;
    bool m_isSignOnly = false;
};

/// The same as a link within a line, with a text of its own; always there.
[[nodiscard]] QPushButton *linkFor(QAction &action, const QString &text, QWidget *parent);

} // namespace ui
