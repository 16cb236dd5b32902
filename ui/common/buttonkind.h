// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;

namespace ui {

/// How a button looks: theme.qss styles by this. Primary: the one thing to do on a page. Link: within a
/// sentence. Pill (tool buttons): one of a small set, checkable. Page (tool buttons): an entry of the side bar.
enum class ButtonKind { Normal, Primary, Link, Pill, Page };

void setKind(QAbstractButton &button, ButtonKind kind);

} // namespace ui
