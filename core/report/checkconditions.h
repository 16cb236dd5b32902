// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

/// Under which conditions a check's verdict was found, so that somebody else can repeat it. A line each. Any thread.
[[nodiscard]] QStringList checkConditions(const experiment::CheckResult &result);

} // namespace report
