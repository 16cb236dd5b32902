// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/leakconnection.h"

#include "core/report/checkreport.h"
#include "core/report/checkwording.h"
#include "core/session/session.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/experimentdesk.h"
#include "ui/experiments/experimentplans.h"
#include "ui/leak/leakpage.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

using session::Session;

LeakConnection::LeakConnection(LeakPage &page, Session &session, ServerConnection &server,
                               ExperimentDesk &desk, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
    , m_server(server)
    , m_desk(desk)
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&page, &LeakPage::startRequested, this, &LeakConnection::request);
    connect(&page, &LeakPage::cancelRequested, &desk, &ExperimentDesk::cancel);
    connect(&page, &LeakPage::copyRequested, this, &LeakConnection::copy);
    connect(&session, &Session::checkProgressed, &page, &LeakPage::showProgress, queued);
    connect(&session, &Session::checkFinished, this, &LeakConnection::finish, queued);
    connect(&server, &ServerConnection::serverChanged, this,
            [this] { m_page.setServer(m_server.server().upload.url); });
    connect(&desk, &ExperimentDesk::runningChanged, this,
            [this] { m_page.setObstacle(m_desk.obstacleTo(ExperimentDesk::Kind::Check)); });
}

void LeakConnection::request(const experiment::CheckPlan &plan)
{
    m_desk.request({ExperimentDesk::Kind::Check,
                    tr("A leak check makes hundreds of uploads and breaks some off. Check only servers that "
                       "are yours to load."),
                    tr("Check it all the same"), [this, plan] { start(plan); }});
}

void LeakConnection::start(experiment::CheckPlan plan)
{
    completePlan(plan, m_server);
    m_page.showStarted();
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, plan] { session->startCheck(plan); }, Qt::QueuedConnection);
}

void LeakConnection::finish(const experiment::CheckResult &result)
{
    m_desk.end(report::checkSentence(result));
    // Moving to another server has ended it: what it had measured by then is shown as the former one's.
    if (m_desk.isAtItsServer() || !result.rounds.empty())
        m_page.showResult(result);
    else
        m_page.showDropped();
}

void LeakConnection::copy()
{
    if (m_page.result())
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(report::renderCheck(*m_page.result(), report::Format::Markdown)));
}

} // namespace ui
