// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/audithints.h"

#include "core/experiment/auditsetting.h"

#include <QCoreApplication>

namespace report {
namespace {

using experiment::AuditSetting;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::AuditHints)
};

QString optionOf(AuditSetting setting)
{
    switch (setting) {
    case AuditSetting::TemporaryFolder:
        return QStringLiteral("--disk");
    case AuditSetting::Store:
        return Text::tr("--disk, of the folder where files are stored");
    case AuditSetting::LargestBody:
        return QStringLiteral("--max-body");
    case AuditSetting::SlowBodies:
        return QStringLiteral("--slow-for");
    case AuditSetting::Metrics:
        return QStringLiteral("--watch, --pid");
    case AuditSetting::Process:
        return QStringLiteral("--pid");
    case AuditSetting::OddNames:
        break;
    }
    return Text::tr("--odd-names tries it all the same, with harmless content");
}

QString fieldOf(AuditSetting setting)
{
    switch (setting) {
    case AuditSetting::TemporaryFolder:
    case AuditSetting::Store:
        return Text::tr("see “Server's folder”");
    case AuditSetting::LargestBody:
        return Text::tr("see “Largest body”");
    case AuditSetting::Metrics:
        return Text::tr("say above where its metrics are");
    case AuditSetting::SlowBodies:
    case AuditSetting::Process:
    case AuditSetting::OddNames: // is ticked, or not tried
        break;
    }
    return {};
}

} // namespace

QString withHints(const QString &evidence, Surface surface)
{
    QString text = evidence;
    for (const AuditSetting setting : experiment::allAuditSettings) {
        const QString how = surface == Surface::Terminal ? optionOf(setting) : fieldOf(setting);
        text.replace(experiment::markOf(setting),
                     how.isEmpty() ? how : Text::tr(" (%1)", "after what can be set: how").arg(how));
    }
    return text;
}

} // namespace report
