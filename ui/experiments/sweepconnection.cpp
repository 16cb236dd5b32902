// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/sweepconnection.h"

#include "core/base/format.h"
#include "core/report/sweepreport.h"
#include "core/report/sweepwording.h"
#include "core/session/session.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/experimentdesk.h"
#include "ui/experiments/experimentplans.h"
#include "ui/sweep/sweeppage.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

using session::Session;

SweepConnection::SweepConnection(SweepPage &page, Session &session, ServerConnection &server,
                                 ExperimentDesk &desk, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
    , m_server(server)
    , m_desk(desk)
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&page, &SweepPage::startRequested, this, &SweepConnection::request);
    connect(&page, &SweepPage::cancelRequested, &desk, &ExperimentDesk::cancel);
    connect(&page, &SweepPage::copyRequested, this, &SweepConnection::copy);
    connect(&session, &Session::sweepProgressed, &page, &SweepPage::showProgress, queued);
    connect(&session, &Session::sweepFinished, this, &SweepConnection::finish, queued);
    connect(&server, &ServerConnection::serverChanged, this,
            [this] { m_page.setServer(m_server.server().upload.url); });
    connect(&desk, &ExperimentDesk::runningChanged, this,
            [this] { m_page.setObstacle(m_desk.obstacleTo(ExperimentDesk::Kind::Sweep)); });
}

void SweepConnection::request(const experiment::SweepPlan &plan)
{
    // By time it is up to the server how many there will be.
    const QString about = plan.isCounted()
        ? tr("A sweep makes up to %1 uploads, %2 at once. Sweep only servers that are yours to load.")
        : tr(
            "A sweep by time makes as many uploads as the server answers, %1 at most, %2 at once. Sweep only "
            "servers that are yours to load.");
    m_desk.request({ExperimentDesk::Kind::Sweep,
                    about.arg(base::formatCount(static_cast<double>(plan.mostUploads())),
                              base::formatCount(plan.levels.back())),
                    tr("Sweep it all the same"), [this, plan] { start(plan); }});
}

void SweepConnection::start(experiment::SweepPlan plan)
{
    completePlan(plan, m_server);
    m_page.showStarted();
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, plan] { session->startSweep(plan); }, Qt::QueuedConnection);
}

void SweepConnection::finish(const experiment::SweepResult &result)
{
    m_desk.end(report::sweepSentence(result));
    // Moving to another server has ended it: what it had measured by then is shown as the former one's.
    if (m_desk.isAtItsServer() || !result.levels.empty())
        m_page.showResult(result);
    else
        m_page.showDropped();
}

void SweepConnection::copy()
{
    if (m_page.result())
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(report::renderSweep(*m_page.result(), report::Format::Markdown)));
}

} // namespace ui
