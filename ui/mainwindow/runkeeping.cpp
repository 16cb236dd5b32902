// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/runkeeping.h"

#include "core/experiment/auditresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/report.h"
#include "core/report/runtokeep.h"
#include "core/session/session.h"
#include "core/session/sessionpart.h"
#include "ui/mainwindow/serverconnection.h"

namespace ui {

using session::Session;

RunKeeping::RunKeeping(Session &session, const ServerConnection &server, session::RunKeeper &keeper,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_server(server)
    , m_keeper(keeper)
    , m_keptUntilMs(std::make_shared<qint64>(0))
{
    connectExperiments();
    connect(&server, &ServerConnection::serverChanged, this, &RunKeeping::changeServer);
}

void RunKeeping::connectExperiments()
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(
        &m_session, &Session::checkFinished, this,
        [this](const experiment::CheckResult &result) {
            m_keeper.keep([result] { return report::checkToKeep(result); });
        },
        queued);
    connect(
        &m_session, &Session::sweepFinished, this,
        [this](const experiment::SweepResult &result) {
            m_keeper.keep([result] { return report::sweepToKeep(result); });
        },
        queued);
    connect(
        &m_session, &Session::auditFinished, this,
        [this](const experiment::AuditResult &result) {
            m_keeper.keep([result] { return report::auditToKeep(result); });
        },
        queued);
}

void RunKeeping::changeServer()
{
    const QUrl &address = m_server.server().upload.url;
    if (!m_address.isEmpty() && address != m_address)
        keepUploads();
    m_address = address;
}

void RunKeeping::keepUploads()
{
    if (!m_keeper.isKeeping())
        return;
    // Before what the session is told next, and at the window's end before the session's: a snapshot would come too late
    // through a signal.
    QMetaObject::invokeMethod(&m_session, [session = &m_session, keeper = &m_keeper, until = m_keptUntilMs] {
        const session::SharedSnapshot all = session->snapshot(QStringLiteral("session"));
        const session::SharedSnapshot part
            = session::partSince(*all, std::max(all->startedAtMs, std::exchange(*until, all->finishedAtMs)));
        if (!part->uploads.isEmpty())
            keeper->keep([part] { return report::runToKeep(*part, report::toJson(*part)); });
    });
}

} // namespace ui
