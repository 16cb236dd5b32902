// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

/// Which of all that a check judged is worth a line where there is room for few. Data: words are of who shows them. Pure
/// functions, any thread. Reports have room for all, see evidenceGroups().
namespace report {

struct CheckRow
{
    enum class Kind {
        Resource, ///< `verdict` is on it.
        AllAborted, ///< All resources of aborted uploads; `verdict` is the one that tells most.
        Others, ///< Several that are stable, in `others`.
    };

    Kind kind = Kind::Resource;
    analysis::ResourceVerdict verdict; ///< Of Others nothing.
    analysis::Outcome outcome = analysis::Outcome::Inconclusive; ///< To be shown.
    QString suffix; ///< CheckEvidence::suffix
    bool hasInterval = true; ///< CheckEvidence::hasInterval
    std::vector<CheckRow> others;
};

/// Of a check that is over. The most important ones first.
/// A witness - heap objects beside the heap, bytes in files beside files - has a row only if it says something else.
/// Aborted uploads take one row when they leave nothing, else one for each resource that is not stable. Many at once and
/// large ones have rows only for what leaks or was released late. Of a leak, what is stable shares the last row.
[[nodiscard]] std::vector<CheckRow> checkRows(const experiment::CheckResult &result);

/// Of one that still runs: what they lean to.
[[nodiscard]] std::vector<CheckRow> leaningRows(const std::vector<analysis::ResourceVerdict> &verdicts);

} // namespace report
