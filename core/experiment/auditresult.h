// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/experiment/auditplan.h"
#include "core/metrics/source.h"

#include <vector>

namespace experiment {

enum class AuditOutcome {
    Pass,
    Fail,
    Unknown, ///< It could not be seen, or was not tried; the evidence says why.
};

/// What one check came to.
struct AuditFinding
{
    QString id; ///< Of its AuditCheck.
    AuditOutcome outcome = AuditOutcome::Unknown;
    QString evidence; ///< One or more sentences: what was sent, and what came of it. May quote the server.
    std::chrono::milliseconds took{0};
};

/// Why an audit ended early. What was not tried by then is Unknown.
enum class AuditEnd {
    Whole, ///< It did not.
    Cancelled,
    Unusable, ///< Not even a small, right upload is taken; AuditResult::error says why.
    Gone, ///< The server answers no more, after a check that is named by its evidence.
};

/// Everything that an audit found out, and under which conditions.
struct AuditResult
{
    AuditPlan plan; ///< With its token.
    metrics::DiscoveryReport found;
    qint64 startedMs = 0; ///< Unix milliseconds.
    std::chrono::milliseconds took{0};
    AuditEnd end = AuditEnd::Whole;
    base::Error error; ///< Kind None unless Unusable or Gone.
    std::vector<AuditFinding> findings; ///< One of each check, in the catalogue's order.
    int requests = 0; ///< Made.
    qint64 bytes = 0; ///< Of bodies, given to the kernel.

    [[nodiscard]] int count(AuditOutcome outcome) const;
};

/// What can be shown while an audit runs.
struct AuditProgress
{
    int number = 0; ///< Of the check under way, from 1.
    int checks = 0;
    QString title; ///< Its own.
    std::chrono::milliseconds elapsed{0};
};

/// "pass", "fail", "unknown".
[[nodiscard]] QString toKey(AuditOutcome outcome);
/// "whole", "cancelled", "unusable", "gone".
[[nodiscard]] QString toKey(AuditEnd end);

} // namespace experiment

Q_DECLARE_METATYPE(experiment::AuditProgress)
Q_DECLARE_METATYPE(experiment::AuditResult)
