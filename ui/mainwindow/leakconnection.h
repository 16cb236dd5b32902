// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace session {
class Session;
}

namespace ui {

class LeakPage;
class ServerConnection;

/// Between the Leak page and the engine: completes a plan by what is known of the server, passes it to the session, and
/// brings back how the check gets on. Its begin and its end are marked on the timeline. Moving to another server ends a
/// running check. A host that is somebody else's perhaps (net::isPrivateHost()) is not loaded before it is consented to.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it.
class LeakConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeakConnection)

public:
    LeakConnection(LeakPage &page, session::Session &session, ServerConnection &server,
                   QObject *parent = nullptr);

    /// The check that `consentNeeded` told of begins, if the server still is the same; its host is not asked about again
    /// while the program runs.
    void consent();

Q_SIGNALS:
    void started();
    void consentNeeded(const QString &host);

private:
    void request(const experiment::CheckPlan &plan);
    void start(experiment::CheckPlan plan);
    void cancel();
    void finish(const experiment::CheckResult &result);
    void mark(const QString &text);
    void copy();
    void changeServer();

    LeakPage &m_page;
    session::Session &m_session;
    ServerConnection &m_server;
    QUrl m_checked; ///< Where the last check's uploads go.
    std::optional<experiment::CheckPlan> m_wanted; ///< Waits for consent.
    QSet<QString> m_consented; ///< Hosts.
};

} // namespace ui
