// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archivedrun.h"
#include "core/session/begunlog.h"
#include "core/session/database.h"

#include <QLockFile>

#include <functional>
#include <memory>
#include <optional>

namespace session {

/// The archive: an SQLite file in WAL mode, with its "-wal" and "-shm", a "-lock" that one program at a time holds, and a
/// "-begun" (see BegunLog) beside it. Nobody but the owner may read or write them (see privatefiles.h).
///
/// What write() has written survives the end of this program at any instant (SIGKILL, a crash), because the kernel has it;
/// it is not forced to the disk each time (PRAGMA synchronous = NORMAL), so a power cut may take the last moments, never the
/// file's integrity. SQLite drops a "-wal" that is not what it wrote, and all in it, without a word; so every write() is
/// counted, and the "-begun" beside it tells how many there must be.
///
/// Thread: one, in which it is made, used and destroyed; every call blocks for as long as the disk takes. Errors of all
/// calls: Malformed, where the file turns out to be damaged, and WriteFailed.
class ArchiveFile final
{
    Q_DISABLE_COPY_MOVE(ArchiveFile)

public:
    ArchiveFile();
    /// The log goes, too, if all of it is in the file.
    ~ArchiveFile();

    /// Once only. Makes the file, and its folder, if there is none; otherwise checks it (PRAGMA quick_check), brings it up to
    /// date, and notes as interrupted what was under way when the last program ended. A damaged file, or one that lost
    /// what was written last, is moved aside with what lies beside it, and a new one takes its place: the result says where
    /// it went, or is empty.
    /// Further errors: InUse, by whom; NewerVersion and Malformed - a file that is no archive at all -, which leave the file
    /// as it is.
    [[nodiscard]] base::Result<QString> open(const QString &path);
    /// What open() found was there, but empty: no archive is ever so, so this is a new one, or what it held is lost.
    [[nodiscard]] bool wasEmptyFile() const { return m_wasEmptyFile; }

    /// Of its fingerprints, see fingerprintOf(); after open().
    [[nodiscard]] const QByteArray &salt() const { return m_salt; }

    /// What the command's queues to that destination hold, as one; id 0: there is none. See ArchivePlan::server.
    [[nodiscard]] base::Result<ArchivedRun> takeUp(const QString &command, const QString &server = {},
                                                   const QByteArray &fingerprint = {});
    /// A new one, without uploads. Of the earlier ones everything stays that is not done.
    [[nodiscard]] base::Result<ArchivedRun> beginRun(const QString &command, qint64 startedAtMs,
                                                     const QString &server = {},
                                                     const QByteArray &fingerprint = {});
    /// See runs::forget().
    [[nodiscard]] base::Result<qint64> forget(const QString &command, const QString &server,
                                              const QByteArray &fingerprint = {});
    /// What is not done in the command's queues but that one.
    [[nodiscard]] base::Result<QList<UnfinishedUploads>> unfinished(const QString &command, qint64 besides);
    /// Before the first write(): moves all into the file itself, and has the attempts of that run noted from now on. See
    /// BegunLog::open() for `onFailure`.
    [[nodiscard]] base::Result<base::Done> keepLog(qint64 run,
                                                   std::function<void(const base::Error &)> onFailure);
    /// Only after keepLog().
    [[nodiscard]] BegunLog &log() { return m_log; }

    /// All of it, or nothing. Also an error if it is done, but there is no space left for the log.
    [[nodiscard]] base::Result<base::Done> write(qint64 run, const RunChanges &changes);
    /// From the "-wal" into the file, as far as that is possible now.
    void checkpoint();

private:
    [[nodiscard]] base::Result<base::Done> lock();
    [[nodiscard]] base::Result<base::Done> openDatabase();
    [[nodiscard]] base::Result<base::Done> check(qint64 commits);
    [[nodiscard]] base::Result<base::Done> settle(const BegunLog::Content &log);
    [[nodiscard]] base::Result<base::Done> merge(ArchivedRun &run, const QList<qint64> &others);
    [[nodiscard]] QString logPath() const { return m_path + QStringLiteral("-begun"); }
    [[nodiscard]] base::Result<base::Done> writeAll(qint64 run, const RunChanges &changes);
    [[nodiscard]] base::Result<base::Done> writeUpload(qint64 run, const transfer::UploadRecord &record);
    void closeDatabase();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    Database m_database;
    // Prepared once: what every write() does.
    std::optional<Statement> m_counting;
    std::optional<Statement> m_insertion;
    std::optional<Statement> m_change;
    BegunLog m_log;
    qint64 m_run = 0; ///< Whose attempts are noted; 0: none are.
    qint64 m_commits = 0; ///< By write(), ever.
    QByteArray m_salt;
    bool m_wasEmptyFile = false;
    bool m_isWhole = true; ///< The last write() succeeded.
};

} // namespace session
