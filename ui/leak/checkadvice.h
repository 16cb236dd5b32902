// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QString>

namespace ui {

/// What to do about an inconclusive check; empty for any other. Pure.
[[nodiscard]] QString checkAdvice(const experiment::CheckResult &result);

} // namespace ui
