// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QSemaphore>
#include <QThread>

namespace app {

/// The thread in which uploads and scrapes happen: clock, network manager and session are made, run and
/// destroyed in it, so that timers and sockets belong to it from the start. Ownership: the caller's. The
/// destructor ends the thread; whoever is connected with the session goes first.
class EngineThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineThread)

public:
    /// Returns when the session is there.
    EngineThread();
    ~EngineThread() override;

    /// Lives in the engine's thread: for queued connections only.
    [[nodiscard]] session::Session &session() const { return *m_session; }

protected:
    void run() override;

private:
    QSemaphore m_isReady;
    session::Session *m_session = nullptr;
};

} // namespace app
