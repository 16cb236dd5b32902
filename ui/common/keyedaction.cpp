// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyedaction.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::KeyedAction)
};

} // namespace

void setWords(QAction &action, const QString &text, const QString &toolTip)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    action.setText(text);
    action.setToolTip(keys.isEmpty() ? toolTip : Text::tr("%1 (%2)", "tool tip, keys").arg(toolTip, keys));
}

QAction *keyedAction(QWidget &owner, const char *sign, const QString &text, const QString &toolTip,
                     const QKeySequence &keys, Qt::ShortcutContext context)
{
    auto *action = new QAction(&owner);
    if (sign)
        action->setIcon(icon(QLatin1StringView(sign)));
    action->setShortcut(keys);
    action->setShortcutContext(context);
    setWords(*action, text, toolTip);
    owner.addAction(action);
    return action;
}

} // namespace ui
