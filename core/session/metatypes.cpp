// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditresult.h"
#include "core/experiment/checkresult.h"
#include "core/experiment/sweepresult.h"
#include "core/session/activitymeter.h"
#include "core/session/sampleinfo.h"
#include "core/session/serverwatch.h"
#include "core/session/session.h"

namespace session {

void registerMetaTypes()
{
    qRegisterMetaType<UploadBatch>();
    qRegisterMetaType<ScrapeTick>();
    qRegisterMetaType<Activity>();
    qRegisterMetaType<Mark>();
    qRegisterMetaType<Alert>();
    qRegisterMetaType<AlertPlan>();
    qRegisterMetaType<FetchedProfile>();
    qRegisterMetaType<SharedSnapshot>();
    qRegisterMetaType<metrics::DiscoveryReport>();
    qRegisterMetaType<FolderOptions>();
    qRegisterMetaType<WalkProgress>();
    qRegisterMetaType<PassedOver>();
    qRegisterMetaType<transfer::UploadDetails>();
    qRegisterMetaType<transfer::UploadTarget>();
    qRegisterMetaType<transfer::UploadId>();
    qRegisterMetaType<QList<transfer::UploadId>>();
    qRegisterMetaType<net::Endpoint>();
    qRegisterMetaType<net::TlsFailure>();
    qRegisterMetaType<std::chrono::milliseconds>();
    qRegisterMetaType<base::Error>();
    qRegisterMetaType<SampleInfo>();
    qRegisterMetaType<ArchivePlan>();
    qRegisterMetaType<RestoredQueue>();
    qRegisterMetaType<experiment::CheckPlan>();
    qRegisterMetaType<experiment::CheckProgress>();
    qRegisterMetaType<experiment::CheckResult>();
    qRegisterMetaType<experiment::SweepPlan>();
    qRegisterMetaType<experiment::SweepProgress>();
    qRegisterMetaType<experiment::SweepResult>();
    qRegisterMetaType<experiment::AuditPlan>();
    qRegisterMetaType<experiment::AuditProgress>();
    qRegisterMetaType<experiment::AuditResult>();
}

} // namespace session
