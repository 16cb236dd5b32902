// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditresult.h"

#include <algorithm>

namespace experiment {

int AuditResult::count(AuditOutcome outcome) const
{
    return static_cast<int>(std::ranges::count(findings, outcome, &AuditFinding::outcome));
}

QString toKey(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Pass:
        return QStringLiteral("pass");
    case AuditOutcome::Fail:
        return QStringLiteral("fail");
    case AuditOutcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString toKey(AuditEnd end)
{
    switch (end) {
    case AuditEnd::Whole:
        return QStringLiteral("whole");
    case AuditEnd::Cancelled:
        return QStringLiteral("cancelled");
    case AuditEnd::Unusable:
        return QStringLiteral("unusable");
    case AuditEnd::Gone:
        break;
    }
    return QStringLiteral("gone");
}

} // namespace experiment
