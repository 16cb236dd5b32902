// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

class QMenu;
class QWidget;

/// What Tab does in a window, and what is seen of it. Thread: GUI.
namespace taborder {

/// For messages: class, object name and accessible name.
[[nodiscard]] QString nameOf(const QWidget &widget);
/// Takes part in the focus chain, but is no stop of its own: scroll bars, a combo box's line, a view's viewport.
[[nodiscard]] bool isPartOfAnother(const QWidget &widget);
/// What Tab reaches, in its order, from the beginning once around.
[[nodiscard]] QList<QWidget *> stops(QWidget &window);
/// Those that look the same with the focus as without it. The window is active and visible.
[[nodiscard]] QStringList unseen(QWidget &window);
/// Alt with the same letter twice among what is visible and can be used.
[[nodiscard]] QStringList sharedMnemonics(const QWidget &window);
/// The same of a menu, whatever of it can be used just now.
[[nodiscard]] QStringList sharedMnemonics(const QMenu &menu);

} // namespace taborder
