// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/runkeeping.h"

#include "core/experiment/auditresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/report.h"
#include "core/report/runtokeep.h"
#include "core/session/session.h"
#include "core/session/sessionpart.h"
#include "ui/connection/serverconnection.h"

namespace ui {

using session::Session;

namespace {
constexpr qsizetype mostCleared = 20'000; // rows in memory: more of them are a run at once
}

/// Of the session's uploads, what is in no run yet.
struct RunKeeping::Unkept
{
    qint64 sinceMs = 0; ///< What came to its end later.
    QList<transfer::UploadRecord> cleared; ///< And is not in the queue any more.
};

RunKeeping::RunKeeping(Session &session, const ServerConnection &server, session::RunKeeper &keeper,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_server(server)
    , m_keeper(keeper)
    , m_unkept(std::make_shared<Unkept>())
{
    connectExperiments();
    connectUploads();
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

void RunKeeping::connectUploads()
{
    if (!m_keeper.isKeeping())
        return;
    // In the session's thread: a moment later its queue knows nothing of them any more.
    connect(&m_session, &Session::uploadsCleared, &m_session,
            [session = &m_session, keeper = &m_keeper,
             unkept = m_unkept](const QList<transfer::UploadRecord> &records) {
                if (unkept->cleared.size() + records.size() > mostCleared)
                    keepPart(*session, *keeper, *unkept); // while the queue still has them
                else
                    unkept->cleared += records;
            });
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
    QMetaObject::invokeMethod(&m_session, [session = &m_session, keeper = &m_keeper, unkept = m_unkept] {
        keepPart(*session, *keeper, *unkept);
    });
}

void RunKeeping::keepPart(Session &session, session::RunKeeper &keeper, Unkept &unkept)
{
    const session::SharedSnapshot all = session.snapshot(QStringLiteral("session"));
    const qint64 since = std::max(all->startedAtMs, std::exchange(unkept.sinceMs, all->finishedAtMs));
    const session::SharedSnapshot part = session::partSince(*all, since, std::exchange(unkept.cleared, {}));
    if (!part->uploads.isEmpty())
        keeper.keep([part] { return report::runToKeep(*part, report::toJson(*part)); });
}

} // namespace ui
