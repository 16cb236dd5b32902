// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

/// What else has to be known to act on a verdict: how sure it is, what it depends on, what cannot be told. A line each.
/// Any thread.
[[nodiscard]] QStringList checkNotes(const experiment::CheckResult &result);

} // namespace report
