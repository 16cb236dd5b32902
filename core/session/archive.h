// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archivedrun.h"

#include "core/base/error.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace session {

class BegunLog;

/// One queue's place in an archive (see ArchiveFile), which is opened and written in a thread of its own.
///
/// Thread: one, with an event loop. Ownership: the caller's. Destruction writes what was given, closes the file, and waits
/// for that.
class Archive final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Archive)

public:
    /// Leads to exactly one of `opened` and `failed`, from the event loop.
    Archive(const ArchivePlan &plan, qint64 nowMs);
    ~Archive() override;

    /// Answers with `written`. What is given behind one that fails, before that is told, fails as well: nothing overtakes it.
    /// Only after `opened`.
    void write(const RunChanges &changes);
    /// Moves what was written into the file itself. Only after `opened`.
    void checkpoint();
    /// Returns when all that was given is written, or could not be: then why the last write() failed, else kind None.
    base::Error wait();
    /// Only after `opened`. Any thread; it is not to be told of anything any more when this object goes.
    [[nodiscard]] BegunLog &log();

Q_SIGNALS:
    void opened(const session::OpenedArchive &archive);
    /// There is no archive. Errors: those of ArchiveFile.
    void failed(const base::Error &error);
    /// One write(); kind None: it is done. Otherwise nothing of it is.
    void written(const base::Error &error);
    /// An attempt could not be noted, and did not begin. Not again before a write() has succeeded.
    void logFailed(const base::Error &error);

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< Works in m_thread.
    qint64 m_failuresTold = 0;
};

/// "archive.sqlite" in the user's data folder, where both programs keep their queues unless told otherwise.
[[nodiscard]] QString defaultArchivePath();

} // namespace session
