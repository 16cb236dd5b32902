// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QPushButton;
class QString;
class QWidget;

namespace ui {

/// A button for an action, with its text; it is only there while the action can be used. The action outlives it.
[[nodiscard]] QPushButton *buttonFor(QAction &action, QWidget *parent);
/// The same as a link within a line, with a text of its own; always there.
[[nodiscard]] QPushButton *linkFor(QAction &action, const QString &text, QWidget *parent);

} // namespace ui
