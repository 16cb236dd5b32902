// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runkeeper.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace session {
class Session;
}

namespace ui {

class ServerConnection;

/// Has the window's runs kept: each leak check, sweep and audit when it is over, and what was uploaded when the window moves on
/// to another address or closes, be it that it was cleared from the queue meanwhile. Documents are made in the keeper's
/// thread.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it, and the
/// keeper the session's thread.
class RunKeeping final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunKeeping)

public:
    RunKeeping(session::Session &session, const ServerConnection &server, session::RunKeeper &keeper,
               QObject *parent = nullptr);

    /// What was uploaded since the last time, if anything was, is a run of its own; the rest is one when it is over.
    void keepUploads();

private:
    struct Unkept;
    static void keepPart(session::Session &session, session::RunKeeper &keeper, Unkept &unkept);
    void connectExperiments();
    void connectUploads();
    void changeServer();

    session::Session &m_session;
    const ServerConnection &m_server;
    session::RunKeeper &m_keeper;
    QUrl m_address; ///< Where uploads went until now.
    std::shared_ptr<Unkept> m_unkept; ///< Touched in the session's thread alone.
};

} // namespace ui
