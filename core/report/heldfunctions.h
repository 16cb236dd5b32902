// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"
#include "core/report/openedrun.h"

namespace report {

/// The functions of whose allocations the server's heap kept more of each upload in one check than in the other: those that
/// differ most, ten at most, and none that differ by less than a profile can tell, two of its samples. What each kept lies
/// between its own two profiles: what the heap held beside, from whatever came before the check, is none of its uploads' doing.
/// Empty where one has no profile of its end, as where nothing grew, or none that can be read. Decodes all four: any thread but
/// one that must not wait.
[[nodiscard]] std::vector<CheckComparison::Held> heldFunctions(const ComparedCheck &before,
                                                               const ComparedCheck &after);

} // namespace report
