// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"
#include "ui/common/verdictbox.h"

#include <vector>

/// What the comparison's page says, made from the comparison. Pure. Sentence and numbers are core/report's, the same as in
/// terminal and reports.
namespace ui {

/// The one sentence, and what has to be known beside it.
[[nodiscard]] VerdictText comparisonText(const report::CheckComparison &comparison);

/// A check at the head of its column.
struct ComparedHead
{
    QString title; ///< "Before", "After".
    QString when;
    QString server;
    QString word; ///< "leaks"
    Tone tone = Tone::Dim;

    bool operator==(const ComparedHead &) const = default;
};
[[nodiscard]] ComparedHead headOf(const report::CheckRecord &record, const QString &title);

/// A number of the table.
struct ComparedValue
{
    QString text; ///< "+1.06 MiB"
    QString interval; ///< "1.05 MiB to 1.07 MiB"; empty: none is known.

    bool operator==(const ComparedValue &) const = default;
};
/// "+1.06 MiB (1.05 MiB to 1.07 MiB)"
[[nodiscard]] QString inOneLine(const ComparedValue &value);

/// A line of the table.
struct ComparedRow
{
    enum class Kind { Title, Line };

    Kind kind = Kind::Line;
    QString name;
    ComparedValue before;
    QString word; ///< What has become of it: "fixed"; empty: no judgement.
    Tone tone = Tone::Dim;
    ComparedValue difference; ///< Its text is the reason where it cannot be told.
    ComparedValue after;
    QString toolTip;

    bool operator==(const ComparedRow &) const = default;
};

/// What grows or did grow, the functions that are named, what else was measured, what the heap kept by function, and at
/// last the resources that rest in both; each group below its title.
[[nodiscard]] std::vector<ComparedRow> comparedRows(const report::CheckComparison &comparison);

} // namespace ui
