// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditcheck.h"
#include "ui/common/verdictbox.h"

/// What the page says of an audit, made from its result. Pure. The sentence is core/report's, the same as in terminal and
/// reports.
namespace ui {

/// How an outcome is shown: none of the three says it alone.
struct OutcomeLook
{
    Tone tone = Tone::Dim;
    QLatin1StringView sign; ///< Of ui::icon().
    QString word;
};

[[nodiscard]] OutcomeLook lookOf(experiment::AuditOutcome outcome);
/// "Size limits", …
[[nodiscard]] QString topicTitle(experiment::AuditTopic topic);
/// "3 failed, 10 passed, 5 unknown".
[[nodiscard]] QString countsText(const experiment::AuditResult &result);
[[nodiscard]] VerdictText auditVerdict(const experiment::AuditResult &result);
/// While it runs: the check under way.
[[nodiscard]] VerdictText auditRunText(const experiment::AuditProgress &progress);

} // namespace ui
