// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QPushButton;
class QWidget;

namespace ui {

/// A button for an action, which outlives it: with the action's text and tool tip, there and to be pressed while the action is.
[[nodiscard]] QPushButton *followingButton(QAction &action, QWidget *parent);

} // namespace ui
