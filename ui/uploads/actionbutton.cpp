// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/actionbutton.h"

#include "ui/common/buttonkind.h"

#include <QAction>
#include <QPushButton>

namespace ui {

QPushButton *buttonFor(QAction &action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto follow = [button, &action] {
        button->setText(action.text());
        button->setToolTip(action.toolTip());
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
