// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QAction;
class QKeySequence;
class QString;
class QWidget;

/// Actions whose tool tips name their keys. Thread: GUI.
namespace ui {

/// What it is called and what it does: "Copy the table (Ctrl+C)" is its tool tip, if it has keys.
void setWords(QAction &action, const QString &text, const QString &toolTip);

/// A child of `owner`, which listens to its keys within `context`. `sign`: one of icon(); nullptr: none.
[[nodiscard]] QAction *keyedAction(QWidget &owner, const char *sign, const QString &text,
                                   const QString &toolTip, const QKeySequence &keys,
                                   Qt::ShortcutContext context = Qt::WindowShortcut);

} // namespace ui
