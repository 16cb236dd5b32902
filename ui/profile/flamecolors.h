// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/origin.h"
#include "ui/common/colors.h"

namespace ui {

/// How much a frame matters: with a guilty function named, its stacks stand out and the others step back.
enum class Emphasis { Faint, Usual, Strong };

/// The colours of a flame graph. Growth is orange and shrinkage blue, which colour-blind people tell apart (Okabe-Ito),
/// and both are told by a sign, too; where they meet, grey. On every one of them Colors::text keeps a contrast of
/// 4.5 : 1. Pure.
[[nodiscard]] QColor differenceColor(const Colors &colors, double netOfMoved, Emphasis emphasis);
/// Of a plain profile, by whose code it is.
[[nodiscard]] QColor originColor(const Colors &colors, pprof::Origin origin);
/// The root, and runs of frames too narrow to be told apart.
[[nodiscard]] QColor neutralColor(const Colors &colors);
/// Something that a search did not find: between `color` and the page.
[[nodiscard]] QColor steppedBack(const Colors &colors, const QColor &color);

} // namespace ui
