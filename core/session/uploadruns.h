// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

#include <QUrl>

namespace session {

class Session;

/// Cuts what a long session uploads into runs, each of which is kept in the history. A run is over when uploads go to another
/// address, and when whoever uses the session says so, as at the end of the program. What was uploaded since the run before
/// belongs to it, be it that it was cleared from the queue meanwhile; what is under way then is of the run after it. A
/// session that is made for one run, as tidemark-cli's is, is one as a whole and needs none of this.
///
/// A value that asks the session for snapshots: in the session's thread only. The session outlives it. Each call that ends a
/// run returns it, and nullptr where nothing was uploaded.
class UploadRuns final
{
public:
    static constexpr qsizetype mostCleared = 20'000; ///< Rows in memory: more of them are a run at once.

    explicit UploadRuns(const Session &session)
        : m_session(session)
    {
    }

    /// Before Session::setTarget() is told: uploads go there from now on. The same address once more ends nothing.
    [[nodiscard]] SharedSnapshot moveTo(const QUrl &address);
    /// From Session::uploadsCleared itself: a moment later the queue knows nothing of them any more. Ends the run if there
    /// are too many to remember.
    [[nodiscard]] SharedSnapshot clear(const QList<transfer::UploadRecord> &records);
    [[nodiscard]] SharedSnapshot end();

private:
    const Session &m_session;
    QUrl m_address; ///< Where uploads go; empty: nowhere yet.
    qint64 m_sinceMs = 0; ///< What came to its end later is in no run yet,
    QList<transfer::UploadRecord> m_cleared; ///< nor is this, which is not in the queue any more.
};

} // namespace session
