// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/badge.h"
#include "core/report/checkcomparison.h"

/// The functions that two leak checks name, before and after a change. Pure functions, any thread.
namespace report {

/// Those of the check after first. `rows` are the comparison's: they say whether what a function is named for was measured by
/// the check that does not name it.
[[nodiscard]] std::vector<CheckComparison::Function>
compareFunctions(const CheckRecord &before, const CheckRecord &after,
                 const std::vector<CheckComparison::Row> &rows);

/// What has become of it: "no more", "new", "still"; "not named after", "not measured before", where that is not known.
[[nodiscard]] Badge badgeOf(const CheckComparison::Function &function);

} // namespace report
