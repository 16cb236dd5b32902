// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"

/// A leak check held against an earlier one, whose leaks are accepted. Pure functions, any thread.
namespace report {

struct Baseline
{
    QString name; ///< What the user calls the earlier one: a file's name, "run 12".
    CheckComparison comparison; ///< Its `after` is the check that is held against it.
};

/// What there is to say, for people, a line each: which baseline and what came of it; then, where there is any, what is known
/// from it, what is worse, what is new, what cannot be told, and what is gone. printable().
[[nodiscard]] QStringList baselineLines(const Baseline &baseline);

/// {name, acceptance: "accepted"|"refused"|"unknown", change, sentence, and of resources as comparisonToJson() tells them known,
/// worse, new, unknown, gone}.
[[nodiscard]] QJsonObject baselineToJson(const Baseline &baseline);

} // namespace report
