// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

#include <QCoroTask>

#include <span>

namespace experiment {

class AuditContext;

/// What a check is about.
enum class AuditTopic { Limits, Names, Remains, Connections, Forms };

/// One thing that an upload service should do right.
struct AuditCheck
{
    const char *id; ///< "body-limit": a contract, never renamed.
    AuditTopic topic;
    const char *title; ///< What a service does that passes, in a few words; shown by auditCheckText().
    const char *why; ///< What it is good for; shown by auditCheckText().
    const char *fix; ///< What to do where it fails; shown by auditCheckText().
    const char *reference; ///< Where more is said: CWE, OWASP, RFC with its section.
    /// Outcome and evidence; the id is filled in by who calls it.
    QCoro::Task<AuditFinding> (*run)(AuditContext &context);
    /// Sends file names that lead elsewhere: to another machine only where AuditPlan::sendsOddNames says so.
    bool sendsOddNames = false;
};

/// All checks in the order in which they are made: some build on what an earlier one found.
[[nodiscard]] std::span<const AuditCheck> auditChecks();
/// Null for an id that is none.
[[nodiscard]] const AuditCheck *findAuditCheck(const QString &id);
/// A check's title, why or fix in the language of the program.
[[nodiscard]] QString auditCheckText(const char *text);

} // namespace experiment
