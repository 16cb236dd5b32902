// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/auditconnection.h"

#include "core/base/format.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "ui/audit/auditpage.h"

#include <QDesktopServices>

namespace ui {

using experiment::AuditOutcome;
using session::Session;

AuditConnection::AuditConnection(AuditPage &page, Session &session, ServerConnection &server,
                                 ExperimentDesk &desk, QObject *parent)
    : MeasureConnection(page, session, server, desk, ExperimentDesk::Kind::Audit, parent)
{
    connect(&page, &AuditPage::startRequested, this, &AuditConnection::request);
    connect(&page, &AuditPage::referenceRequested, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(&session, &Session::auditProgressed, &page, &AuditPage::showProgress, Qt::QueuedConnection);
    connect(&session, &Session::auditFinished, this, &AuditConnection::finish, Qt::QueuedConnection);
    copyBy(&report::renderAudit);
}

void AuditConnection::request(const experiment::AuditPlan &plan)
{
    begin(plan, &Session::startAudit,
          tr("An audit sends requests that are wrong, slow and as large as %1. Audit only servers "
             "that are yours to try.")
              .arg(base::formatBytes(static_cast<double>(plan.bounds.body))),
          tr("Audit it all the same"));
}

void AuditConnection::finish(const experiment::AuditResult &result)
{
    const bool hasFound = result.count(AuditOutcome::Pass) + result.count(AuditOutcome::Fail) > 0;
    end(result, report::auditSentence(result), hasFound);
}

} // namespace ui
