// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"
#include "ui/common/colors.h"

namespace ui {

/// How an alert of that priority is coloured, wherever it is shown; its word, "P1", stands beside it.
[[nodiscard]] Tone alertTone(analysis::AlertPriority priority);

} // namespace ui
