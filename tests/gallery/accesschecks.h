// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

/// What a program can say of a window that is shown: each returns what is wrong, a line for each widget. Thread: GUI.
namespace accesschecks {

/// What can have the focus, and says nothing when it is read aloud.
[[nodiscard]] QStringList unnamed(const QWidget &window);
/// Buttons that show a sign alone, without a tool tip.
[[nodiscard]] QStringList withoutTip(const QWidget &window);
/// Texts that are wider or higher than what shows them.
[[nodiscard]] QStringList clipped(const QWidget &window);
/// Alt with the same letter twice, in the window or in one of its menus.
[[nodiscard]] QStringList sharedMnemonics(const QWidget &window);
/// Where Tab jumps back: up, or to the left on the same line. What Tab visits, if it jumps more often than that.
[[nodiscard]] QStringList tabJumps(QWidget &window, int most);

} // namespace accesschecks
