// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tone.h"
#include "ui/common/colors.h"

namespace ui {

/// How a verdict is coloured, wherever it is shown; its word stands beside it.
[[nodiscard]] Tone toneOf(analysis::Tone tone);

} // namespace ui
