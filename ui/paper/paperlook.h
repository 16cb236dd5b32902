// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/badge.h"

#include <QColor>
#include <QFont>

/// Colours and fonts of a page: the light palette and the proportions of HTML reports. Pure functions, any thread.
namespace ui::paper {

/// A colour of report::paperColour().
[[nodiscard]] QColor ink(const char *name);
/// The ink of what is good, bad or neither; and the ground behind it.
[[nodiscard]] QColor inkOf(report::Tone tone);
[[nodiscard]] QColor groundOf(report::Tone tone);

/// What is written in: 9 pt.
[[nodiscard]] QFont textFont(qreal points = 9, QFont::Weight weight = QFont::Normal);
/// Stacks of functions.
[[nodiscard]] QFont codeFont(qreal points = 8);

} // namespace ui::paper
