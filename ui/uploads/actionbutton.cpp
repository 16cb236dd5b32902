// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/actionbutton.h"

#include "ui/common/buttonkind.h"

#include <QAction>
#include <QPushButton>

namespace ui {
namespace {

/// To what stands before it in the same row or panel: from there Esc means what it meant, and Tab goes on.
void handOnFocus(QPushButton &button)
{
    const QWidget *group = button.parentWidget();
    for (QWidget *other = button.previousInFocusChain(); other != &button;
         other = other->previousInFocusChain()) {
        if (group->isAncestorOf(other) && other->isVisible() && other->isEnabled()
            && (other->focusPolicy() & Qt::TabFocus)) {
            other->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace

QPushButton *buttonFor(QAction &action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto follow = [button, &action] {
        button->setText(action.text());
        button->setToolTip(action.toolTip());
        if (!action.isEnabled() && button->hasFocus())
            handOnFocus(*button);
        button->setVisible(action.isEnabled());
    };
    follow();
    QObject::connect(&action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

QPushButton *linkFor(QAction &action, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setToolTip(action.toolTip());
    setKind(*button, ButtonKind::Link);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

} // namespace ui
