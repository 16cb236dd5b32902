// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace accesschecks {

/// Buttons, labels and choices that something around them cuts - a part that is too small for what is in it, or the viewport
/// of an area that does not scroll that way - or that another widget lies upon; a line for each. What an area can be scrolled
/// to is not cut. Thread: GUI.
[[nodiscard]] QStringList cutOff(const QWidget &window);

} // namespace accesschecks
