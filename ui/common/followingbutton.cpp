// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/followingbutton.h"

#include <QAction>
#include <QPushButton>

namespace ui {

QPushButton *followingButton(QAction &action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto follow = [button, &action] {
        button->setText(action.text());
        button->setToolTip(action.toolTip());
        button->setVisible(action.isVisible());
        button->setEnabled(action.isEnabled());
    };
    follow();
    QObject::connect(&action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

} // namespace ui
