// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/auditconnection.h"

#include "core/base/format.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "core/session/session.h"
#include "ui/audit/auditpage.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/experimentdesk.h"
#include "ui/experiments/experimentplans.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

namespace ui {

using experiment::AuditOutcome;
using session::Session;

AuditConnection::AuditConnection(AuditPage &page, Session &session, ServerConnection &server,
                                 ExperimentDesk &desk, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
    , m_server(server)
    , m_desk(desk)
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&page, &AuditPage::startRequested, this, &AuditConnection::request);
    connect(&page, &AuditPage::cancelRequested, &desk, &ExperimentDesk::cancel);
    connect(&page, &AuditPage::copyRequested, this, &AuditConnection::copy);
    connect(&page, &AuditPage::referenceRequested, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(&session, &Session::auditProgressed, &page, &AuditPage::showProgress, queued);
    connect(&session, &Session::auditFinished, this, &AuditConnection::finish, queued);
    connect(&server, &ServerConnection::serverChanged, this,
            [this] { m_page.setServer(m_server.server().upload.url); });
    connect(&desk, &ExperimentDesk::runningChanged, this,
            [this] { m_page.setObstacle(m_desk.obstacleTo(ExperimentDesk::Kind::Audit)); });
}

void AuditConnection::request(const experiment::AuditPlan &plan)
{
    m_desk.request({ExperimentDesk::Kind::Audit,
                    tr("An audit sends requests that are wrong, slow and as large as %1. Audit only servers "
                       "that are yours to try.")
                        .arg(base::formatBytes(static_cast<double>(plan.bounds.body))),
                    tr("Audit it all the same"), [this, plan] { start(plan); }});
}

void AuditConnection::start(experiment::AuditPlan plan)
{
    completePlan(plan, m_server);
    m_page.showStarted();
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, plan] { session->startAudit(plan); }, Qt::QueuedConnection);
}

void AuditConnection::finish(const experiment::AuditResult &result)
{
    m_desk.end(report::auditSentence(result));
    // Moving to another server has ended it: what it had found by then is shown as the former one's.
    const bool hasFound = result.count(AuditOutcome::Pass) + result.count(AuditOutcome::Fail) > 0;
    if (m_desk.isAtItsServer() || hasFound)
        m_page.showResult(result);
    else
        m_page.showDropped();
}

void AuditConnection::copy()
{
    if (m_page.result())
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(report::renderAudit(*m_page.result(), report::Format::Markdown)));
}

} // namespace ui
