// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

/// Shows a window, out of the task bar if it is there, before all others, with the focus. Thread: GUI.
void bringToFront(QWidget &window);

} // namespace ui
