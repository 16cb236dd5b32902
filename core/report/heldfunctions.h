// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/checkcomparison.h"

namespace report {

/// The heap profile that a check saw last: where nothing grew, the one from before its uploads. Empty: it has none.
[[nodiscard]] const QByteArray &lastHeap(const experiment::CheckProfiles &profiles);

/// The functions that allocated what the server's heap held at the end of one check and not at the end of the other: those
/// that differ most, ten at most, and none that differ by less than a profile can tell, two of its samples. Empty where one
/// has no profile that can be read. Decodes both: any thread but one that must not wait.
[[nodiscard]] std::vector<CheckComparison::Held> heldFunctions(const experiment::CheckProfiles &before,
                                                               const experiment::CheckProfiles &after);

} // namespace report
