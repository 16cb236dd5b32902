// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

/// Has a screen reader say the accessible name of a part of the window that has not the focus: a verdict, a message, the
/// end of the queue. Silent where nothing reads. Thread: GUI.
void announce(QWidget &part);

} // namespace ui
