// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditsetting.h"

namespace experiment {

QString markOf(AuditSetting setting)
{
    switch (setting) {
    case AuditSetting::TemporaryFolder:
        return QStringLiteral("{set:temporary-folder}");
    case AuditSetting::Store:
        return QStringLiteral("{set:store}");
    case AuditSetting::LargestBody:
        return QStringLiteral("{set:largest-body}");
    case AuditSetting::SlowBodies:
        return QStringLiteral("{set:slow-bodies}");
    case AuditSetting::Metrics:
        return QStringLiteral("{set:metrics}");
    case AuditSetting::Process:
        return QStringLiteral("{set:process}");
    case AuditSetting::OddNames:
        break;
    }
    return QStringLiteral("{set:odd-names}");
}

} // namespace experiment
