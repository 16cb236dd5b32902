// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "ui/common/verdictbox.h"

#include <vector>

/// What the page says of a sweep, with its colours and signs. Pure. The words about a result are core/report's, the same as
/// in terminal and reports.
namespace ui {

[[nodiscard]] VerdictText sweepVerdict(const experiment::SweepResult &result);
/// While it runs.
[[nodiscard]] VerdictText sweepRunning(const experiment::SweepProgress &progress);

/// One thing that a sweep tells beside its verdict.
struct SweepFinding
{
    QString name; ///< "Bottleneck"
    QString word; ///< "server"
    Tone tone = Tone::Dim;
    QString text; ///< How that is known.

    bool operator==(const SweepFinding &) const = default;
};

/// Who is the bottleneck, and whether a leak grows with the load; nothing where no level was measured.
[[nodiscard]] std::vector<SweepFinding> sweepFindings(const experiment::SweepResult &result);

/// "Level 3 of 4 · measuring 42 % · 0:05 so far"
[[nodiscard]] QString sweepPhaseLine(const experiment::SweepProgress &progress);

} // namespace ui
