// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runkeeper.h"
#include "core/session/uploadruns.h"

#include <QObject>

#include <functional>
#include <memory>

namespace session {
class Session;
}

namespace ui {

class ServerConnection;

/// Has the window's runs kept: each leak check, sweep and audit when it is over, and of its uploads what session::UploadRuns
/// makes a run, which it tells where uploads go and when the window closes. Documents are made in the keeper's thread.
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

    /// The window closes.
    void keepUploads();

private:
    using Cut = std::function<session::SharedSnapshot(session::UploadRuns &)>;
    void connectExperiments();
    void connectUploads(const ServerConnection &server);
    void keepWhatEndsBy(const Cut &cut);

    session::Session &m_session;
    session::RunKeeper &m_keeper;
    std::shared_ptr<session::UploadRuns> m_runs; ///< Touched in the session's thread alone.
};

} // namespace ui
