// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archivedrun.h"
#include "core/session/begunlog.h"
#include "core/session/database.h"

#include <QLockFile>

#include <memory>
#include <optional>

namespace session {

/// The archive: an SQLite file in WAL mode, with its "-wal" and "-shm", a "-lock" that one program at a time holds, and a
/// "-begun" (see BegunLog) beside it.
///
/// What write() has written survives the end of this program at any instant (SIGKILL, a crash), because the kernel has it;
/// it is not forced to the disk each time (PRAGMA synchronous = NORMAL), so a power cut may take the last moments, never the
/// file's integrity.
///
/// Thread: one, in which it is made, used and destroyed; every call blocks for as long as the disk takes. Errors of all
/// calls: Malformed, where the file turns out to be damaged, and WriteFailed.
class ArchiveFile final
{
    Q_DISABLE_COPY_MOVE(ArchiveFile)

public:
    ArchiveFile();
    ~ArchiveFile() = default;

    /// Once only. Makes the file, and its folder, if there is none; otherwise checks it (PRAGMA quick_check), brings it up to
    /// date, and notes as interrupted what was under way when the last program ended. A damaged file is moved aside, with its
    /// "-wal", and a new one takes its place: the result says where it went, or is empty.
    /// Further errors: InUse, by whom; NewerVersion and Malformed - a file that is no archive at all -, which leave the file
    /// as it is.
    [[nodiscard]] base::Result<QString> open(const QString &path);

    /// The command's newest run; id 0 if there is none.
    [[nodiscard]] base::Result<ArchivedRun> lastRun(const QString &command);
    /// A new one, without uploads. Forgets the command's earlier ones.
    [[nodiscard]] base::Result<ArchivedRun> beginRun(const QString &command, qint64 startedAtMs);
    /// How many of them were not over.
    [[nodiscard]] base::Result<qint64> unfinished(const QString &command);
    /// Whose attempts go into the log from now on.
    [[nodiscard]] base::Result<base::Done> keepLog(BegunLog &log, qint64 run);

    /// All of it, or nothing.
    [[nodiscard]] base::Result<base::Done> write(qint64 run, const RunChanges &changes);

private:
    [[nodiscard]] base::Result<base::Done> lock();
    [[nodiscard]] base::Result<base::Done> openDatabase();
    [[nodiscard]] base::Result<base::Done> check();
    [[nodiscard]] base::Result<base::Done> settle();
    [[nodiscard]] base::Result<base::Done> writeAll(qint64 run, const RunChanges &changes);
    void closeDatabase();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    Database m_database;
    std::optional<Statement> m_insertion; ///< Prepared once.
};

} // namespace session
