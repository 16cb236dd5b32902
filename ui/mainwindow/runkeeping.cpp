// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/runkeeping.h"

#include "core/experiment/auditresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/report.h"
#include "core/report/runtokeep.h"
#include "core/session/session.h"
#include "ui/connection/serverconnection.h"

namespace ui {

using session::Session;

namespace {

void keep(session::RunKeeper &keeper, const session::SharedSnapshot &run)
{
    if (run)
        keeper.keep([run] { return report::runToKeep(*run, report::toJson(*run)); });
}

} // namespace

RunKeeping::RunKeeping(Session &session, const ServerConnection &server, session::RunKeeper &keeper,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_keeper(keeper)
    , m_runs(std::make_shared<session::UploadRuns>(session))
{
    connectExperiments();
    if (keeper.isKeeping())
        connectUploads(server);
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

void RunKeeping::connectUploads(const ServerConnection &server)
{
    // In the session's thread, see UploadRuns::clear().
    connect(&m_session, &Session::uploadsCleared, &m_session,
            [keeper = &m_keeper, runs = m_runs](const QList<transfer::UploadRecord> &records) {
                keep(*keeper, runs->clear(records));
            });
    connect(&server, &ServerConnection::serverChanged, this, [this, &server] {
        keepWhatEndsBy([address = server.server().upload.url](session::UploadRuns &runs) {
            return runs.moveTo(address);
        });
    });
}

void RunKeeping::keepUploads()
{
    if (m_keeper.isKeeping())
        keepWhatEndsBy(&session::UploadRuns::end);
}

/// Before what the session is told next, and at the window's end before the session's: a snapshot would come too late through a
/// signal.
void RunKeeping::keepWhatEndsBy(const Cut &cut)
{
    QMetaObject::invokeMethod(&m_session,
                              [keeper = &m_keeper, runs = m_runs, cut] { keep(*keeper, cut(*runs)); });
}

} // namespace ui
