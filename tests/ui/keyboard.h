// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

/// A person without a mouse: keys go to the window that has the focus, and from there wherever Qt leads them - to a
/// popup, a shortcut, or what has the focus. Thread: GUI.
namespace keyboard {

void press(const QKeySequence &keys);
/// Characters, into whatever has the focus.
void type(const QString &text);
/// In the place of what stands in the field that has the focus.
void typeAnew(const QString &text);
/// The key between Alt Gr and Ctrl, which platforms tell by an event of its own.
void pressMenuKey();

/// What a screen reader calls that which has the focus, without mnemonics.
[[nodiscard]] QString focused();
/// Presses Tab until that name has the focus; false if it does not get there in once around.
[[nodiscard]] bool tabTo(const QString &name);

} // namespace keyboard
