// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/surface.h"

namespace report {

/// What else has to be known to act on a verdict: how sure it is, what it depends on, what cannot be told. A line each.
/// Any thread.
[[nodiscard]] QStringList checkNotes(const experiment::CheckResult &result,
                                     Surface surface = Surface::Terminal);

} // namespace report
