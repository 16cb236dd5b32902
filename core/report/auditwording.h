// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"
#include "core/report/surface.h"

#include <optional>

namespace experiment {
struct AuditCheck;
}

/// What is said of an audit, the same in terminal and reports. Everything returned is printable().
namespace report {

/// A finding with what is known of its check.
struct AuditRow
{
    const experiment::AuditCheck *check = nullptr;
    experiment::AuditOutcome outcome = experiment::AuditOutcome::Unknown;
    QString evidence; ///< As a sentence.
    std::chrono::milliseconds took{0};
};

/// Nothing for one of a check that this version does not know.
[[nodiscard]] std::optional<AuditRow> auditRow(const experiment::AuditFinding &finding,
                                               Surface surface = Surface::Terminal);
/// All findings: what failed first, then what is unknown, then what passed.
[[nodiscard]] std::vector<AuditRow> auditRows(const experiment::AuditResult &result,
                                              Surface surface = Surface::Terminal);

/// "2 of 18 checks failed", "No check failed; 5 of 18 could not be decided", "Not audited: …".
[[nodiscard]] QString auditSentence(const experiment::AuditResult &result);
/// Of all its checks: failed if one did; unknown if nothing could be decided, or it ended before all were tried.
[[nodiscard]] experiment::AuditOutcome overallOutcome(const experiment::AuditResult &result);
/// "failed", "passed", "unknown".
[[nodiscard]] QString outcomeName(experiment::AuditOutcome outcome);
/// "64.0 MiB a request, 1.00 GiB and 500 requests in all, 10:00 min; slow bodies 65.0 s, clean-up 75.0 s".
[[nodiscard]] QString auditBoundsText(const experiment::AuditBounds &bounds);
/// Under which conditions and within which bounds all this was found, a line each.
[[nodiscard]] QStringList auditConditions(const experiment::AuditResult &result);
/// "3 of 18: A file name cannot lead out of the folder".
[[nodiscard]] QString auditPhaseText(const experiment::AuditProgress &progress);

} // namespace report
