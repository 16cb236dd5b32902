// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/resourceverdict.h"
#include "ui/common/colors.h"

namespace ui {

/// The same colour as on the timeline.
[[nodiscard]] QColor Colors::*colorOf(analysis::Resource resource);

} // namespace ui
