// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "ui/common/verdictbox.h"

#include <vector>

/// What the verdict card says, made from a check's result. Pure. The sentence is core/report's, the same as in terminal
/// and reports.
namespace ui {

[[nodiscard]] VerdictText verdictText(const experiment::CheckResult &result);
/// While it runs: what it looks like so far.
[[nodiscard]] VerdictText provisionalText(const experiment::CheckProgress &progress);

/// One resource in the table.
struct ResourceRow
{
    QString name;
    QString word; ///< "leaks", "stable", …
    Tone tone = Tone::Dim;
    QString value; ///< Per upload; empty for several resources.
    QString toolTip; ///< Why, and the interval.

    bool operator==(const ResourceRow &) const = default;
};

/// The report::checkRows() of a check that is over: what is not decided by then is inconclusive.
[[nodiscard]] std::vector<ResourceRow> resourceRows(const experiment::CheckResult &result);

/// The report::leaningRows() of one that still runs.
[[nodiscard]] std::vector<ResourceRow>
provisionalRows(const std::vector<analysis::ResourceVerdict> &resources);

/// report::resourceName() as a title: "Heap", "Process memory", …
[[nodiscard]] QString resourceTitle(analysis::Resource resource);
/// "Round 4 of 10 · 80 uploads · 0:05 so far · about 0:04 left of this": of the phase, where that can be said.
[[nodiscard]] QString phaseLine(const experiment::CheckProgress &progress);

} // namespace ui
