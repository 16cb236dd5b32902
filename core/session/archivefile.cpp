// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivefile.h"

#include "core/session/archivelock.h"
#include "core/session/archiverows.h"
#include "core/session/archiveruns.h"
#include "core/session/archiveschema.h"
#include "core/session/damagedfile.h"
#include "core/session/privatefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Archive)
};

Error lossOf(qint64 commits)
{
    return {ErrorKind::Malformed,
            Text::tr("the archive is damaged: what was written last is gone (%1 times)").arg(commits),
            0,
            {}};
}

} // namespace

ArchiveFile::ArchiveFile() = default;

ArchiveFile::~ArchiveFile()
{
    closeDatabase(); // moves what is in the "-wal" into the file, and removes that
    if (m_run != 0 && m_isWhole && !QFileInfo::exists(m_path + QStringLiteral("-wal")))
        m_log.close();
}

// ---- Opening ---------------------------------------------------------------------------------------------

Result<QString> ArchiveFile::open(const QString &path)
{
    m_path = path;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorKind::WriteFailed,
                     Text::tr("the folder %1 cannot be made").arg(QFileInfo(path).absolutePath()),
                     0,
                     {}};
    if (const auto done = lock(); !done)
        return done.error();
    if (const auto done = refuseForeignFile(path, m_database.name()); !done)
        return done.error();
    m_wasEmptyFile = QFileInfo::exists(path) && QFileInfo(path).size() == 0; // before it is made
    Result<Done> opened = openDatabase();
    if (opened || opened.error().kind != ErrorKind::Malformed)
        return opened ? Result<QString>(QString()) : opened.error();
    m_database.leaveAsItIs();
    closeDatabase();
    makePrivate(path);
    Result<QString> moved = setAside(path, m_database.name());
    if (!moved)
        return moved;
    opened = openDatabase();
    return opened ? moved : opened.error();
}

Result<Done> ArchiveFile::lock()
{
    const QString path = m_path + QStringLiteral("-lock");
    m_lock = std::make_unique<QLockFile>(path);
    m_lock->setStaleLockTime(0); // only the end of its program frees it
    if (m_lock->tryLock(0) || (removeAbandoned(path) && m_lock->tryLock(0)))
        return Done();
    if (QFileInfo(path).isDir()) // QLockFile takes it for somebody's lock
        return Error{
            ErrorKind::WriteFailed, Text::tr("%1 cannot be made: a folder is in its place").arg(path), 0, {}};
    if (m_lock->error() != QLockFile::LockFailedError)
        return Error{
            ErrorKind::WriteFailed, Text::tr("%1 cannot be made: %2").arg(path, whyNotWritable(path)), 0, {}};
    return inUse(*m_lock, m_path);
}

Result<Done> ArchiveFile::openDatabase()
{
    const BegunLog::Content log = BegunLog::read(logPath());
    makePrivately(m_path);
    if (const auto done = m_database.open(m_path); !done)
        return done;
    if (const auto done = check(log.commits); !done)
        return done;
    makePrivate(m_path); // not before it is known to be an archive
    for (const char *statement :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"}) {
        if (const auto done = m_database.run(statement); !done)
            return done;
    }
    if (const auto done = schema::migrate(m_database, schema::migrations()); !done)
        return done;
    if (const auto done = settle(log); !done)
        return done;
    const auto commits = m_database.number("SELECT count FROM commits");
    if (!commits)
        return commits.error();
    m_commits = *commits;
    Statement salt(m_database, "SELECT bytes FROM salt");
    if (const auto row = salt.next(); !row)
        return row.error();
    m_salt = salt.bytes(0);
    m_insertion.emplace(m_database, uploadInsertion());
    m_change.emplace(m_database, uploadChange());
    m_counting.emplace(m_database, "UPDATE commits SET count = count + 1");
    return Done();
}

// Nothing of it writes into a file that is not an archive, or not one of this version, or that lacks any of `commits`.
Result<Done> ArchiveFile::check(qint64 commits)
{
    const auto application = m_database.number("PRAGMA application_id");
    if (!application)
        return application.error();
    const auto tables = m_database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    if (*tables == 0 && commits > 0)
        return lossOf(commits);
    if (*tables == 0)
        return m_database.run("PRAGMA application_id = " + QByteArray::number(schema::applicationId));
    if (*application != schema::applicationId) // not damaged: healthy, and somebody else's
        return Error{ErrorKind::NotAFile,
                     Text::tr("%1 is a database of another program; name another file").arg(m_path),
                     0,
                     {}};
    const auto version = m_database.number("PRAGMA user_version");
    if (version && *version > static_cast<qint64>(schema::migrations().size()))
        return schema::migrate(m_database, schema::migrations()); // says so
    if (commits > 0) { // the program that counted them had made the table
        const auto found = m_database.number("SELECT count FROM commits");
        if (!found || *found < commits)
            return lossOf(commits - (found ? *found : 0));
    }
    Statement quick(m_database, "PRAGMA quick_check(1)");
    if (const auto row = quick.next(); !row)
        return row.error();
    if (const QString said = quick.text(0); said != QLatin1StringView("ok"))
        return damageOf(m_database.name(), said);
    return Done();
}

/// What was under way when the last program ended is so no more.
Result<Done> ArchiveFile::settle(const BegunLog::Content &log)
{
    const auto key = [](transfer::UploadState state) { return transfer::toKey(state); };
    const QByteArray interrupt = "UPDATE uploads SET state = '" + key(transfer::UploadState::Failed).toUtf8()
        + "', errorKind = '" + base::toKey(ErrorKind::Interrupted).toUtf8()
        + "', errorStatus = 0, errorDetail = '', "
          "errorMessage = 'the program ended before the server had answered'";
    return m_database.transact([&]() -> Result<Done> {
        Statement told(m_database, interrupt + " WHERE state IN (?, ?)");
        told.add(key(transfer::UploadState::Sending)).add(key(transfer::UploadState::Answering));
        if (const auto done = told.execute(); !done)
            return done;
        Statement untold(
            m_database, interrupt + ", attempts = ? WHERE run = ? AND id = ? AND attempts < ? AND state = ?");
        for (const BegunLog::Begun &begun : log.begun) {
            untold.add(begun.attempt).add(begun.run).add(static_cast<qint64>(begun.id));
            untold.add(begun.attempt).add(key(transfer::UploadState::Waiting));
            if (const auto done = untold.execute(); !done)
                return done;
        }
        Statement answered(m_database,
                           "UPDATE uploads SET state = ?, errorKind = ?, errorMessage = '', errorStatus = 0, "
                           "errorDetail = '', modifiedNs = 0, inode = 0, bytesSent = bytes, httpStatus = ?, "
                           "startedAtMs = ?, "
                           "finishedAtMs = startedAtMs WHERE run = ? AND id = ? AND state <> ?");
        for (const BegunLog::Answered &answer : log.answered) {
            answered.add(key(transfer::UploadState::Done)).add(base::toKey(ErrorKind::None));
            answered.add(qint64{answer.httpStatus}).add(answer.startedAtMs);
            answered.add(answer.run).add(static_cast<qint64>(answer.id));
            if (const auto done = answered.add(key(transfer::UploadState::Done)).execute(); !done)
                return done;
        }
        Statement unkept(m_database, interrupt + " WHERE run = ? AND state = ?");
        for (const qint64 run : log.unkept) {
            if (const auto done = unkept.add(run).add(key(transfer::UploadState::Waiting)).execute(); !done)
                return done;
        }
        return Done();
    });
}

void ArchiveFile::closeDatabase()
{
    m_insertion.reset();
    m_change.reset();
    m_counting.reset();
    m_database.close();
}

// ---- Runs ------------------------------------------------------------------------------------------------

Result<ArchivedRun> ArchiveFile::takeUp(const QString &command, const QString &server,
                                        const QByteArray &fingerprint)
{
    const runs::Destination destination{server, fingerprint};
    const auto ids = runs::ids(m_database, command, destination);
    if (!ids)
        return ids.error();
    if (ids->isEmpty())
        return ArchivedRun();
    auto run = runs::load(m_database, ids->last());
    if (!run || ids->size() == 1)
        return run;
    const auto merged = m_database.transact([&]() -> Result<Done> {
        const auto folded = runs::fold(m_database, command, destination);
        return folded ? merge(*run, ids->first(ids->size() - 1)) : folded;
    });
    if (!merged)
        return merged.error();
    return run;
}

/// What others hold comes before what it holds, and they go.
Result<Done> ArchiveFile::merge(ArchivedRun &run, const QList<qint64> &others)
{
    RunChanges all;
    Statement removal(m_database, "DELETE FROM runs WHERE id = ?");
    for (const qint64 other : others) {
        const auto loaded = runs::load(m_database, other);
        if (!loaded)
            return loaded.error();
        all.uploads += loaded->uploads;
        if (const auto gone = removal.add(other).execute(); !gone)
            return gone;
    }
    all.uploads += run.uploads;
    quint64 id = 0;
    for (transfer::UploadRecord &record : all.uploads)
        record.id.value = ++id;
    run.uploads = all.uploads;
    Statement deletion(m_database, "DELETE FROM uploads WHERE run = ?");
    if (const auto gone = deletion.add(run.id).execute(); !gone)
        return gone;
    return writeAll(run.id, all);
}

Result<ArchivedRun> ArchiveFile::beginRun(const QString &command, qint64 startedAtMs, const QString &server,
                                          const QByteArray &fingerprint)
{
    const runs::Destination destination{server, fingerprint};
    ArchivedRun run{0, server, false, {}, fingerprint};
    const auto begun = m_database.transact([&]() -> Result<Done> {
        if (const auto folded = runs::fold(m_database, command, destination); !folded)
            return folded;
        if (const auto tidied = runs::tidy(m_database, command, destination, startedAtMs); !tidied)
            return tidied;
        const auto id = runs::insert(m_database, command, destination, startedAtMs);
        if (!id)
            return id.error();
        run.id = *id;
        return Done();
    });
    if (!begun)
        return begun.error();
    return run;
}

Result<qint64> ArchiveFile::forget(const QString &command, const QString &server,
                                   const QByteArray &fingerprint)
{
    return runs::forget(m_database, command, {server, fingerprint});
}

Result<QList<UnfinishedUploads>> ArchiveFile::unfinished(const QString &command, qint64 besides)
{
    return runs::unfinished(m_database, command, besides);
}

Result<Done> ArchiveFile::keepLog(qint64 run, std::function<void(const Error &)> onFailure)
{
    // What the log said is in the archive now, and must not hang on a "-wal" any more when the log is emptied.
    if (const auto done = m_database.run("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done;
    if (const auto done = m_log.open(logPath(), run, m_commits, std::move(onFailure)); !done)
        return done;
    m_run = run;
    return Done();
}

// ---- Writing ---------------------------------------------------------------------------------------------

Result<Done> ArchiveFile::write(qint64 run, const RunChanges &changes)
{
    const auto attempt = [&] {
        return m_database.transact([&] {
            const auto counted = m_counting->execute();
            return counted ? writeAll(run, changes) : counted;
        });
    };
    Result<Done> written = attempt();
    // A "-wal" that cannot grow any more begins anew when all of it is in the file.
    if (!written && m_database.run("PRAGMA wal_checkpoint(RESTART)"))
        written = attempt();
    m_isWhole = written.ok();
    if (!written || m_run == 0)
        return written;
    m_log.committed(++m_commits);
    return m_log.reserve();
}

void ArchiveFile::checkpoint()
{
    (void)m_database.run("PRAGMA wal_checkpoint(PASSIVE)"); // what stays there is as safe
}

/// One that has begun is there as a rule: nothing begins before that.
Result<Done> ArchiveFile::writeUpload(qint64 run, const transfer::UploadRecord &record)
{
    if (record.attempts > 0) {
        bindChange(*m_change, run, record);
        const auto done = m_change->execute();
        if (!done || m_database.rowsChanged() > 0)
            return done;
    }
    bindUpload(*m_insertion, run, record);
    return m_insertion->execute();
}

Result<Done> ArchiveFile::writeAll(qint64 run, const RunChanges &changes)
{
    for (const transfer::UploadRecord &record : changes.uploads) {
        if (const auto done = writeUpload(run, record); !done)
            return done;
    }
    if (!changes.removed.isEmpty()) {
        Statement deletion(m_database, "DELETE FROM uploads WHERE run = ? AND id = ?");
        for (const transfer::UploadId id : changes.removed) {
            if (const auto gone = deletion.add(run).add(static_cast<qint64>(id.value)).execute(); !gone)
                return gone;
        }
    }
    if (changes.server) {
        Statement update(m_database, "UPDATE runs SET server = ?, fingerprint = ? WHERE id = ?");
        update.add(*changes.server).add(changes.fingerprint).add(run);
        if (const auto done = update.execute(); !done)
            return done;
    }
    if (changes.isPaused) {
        Statement update(m_database, "UPDATE runs SET isPaused = ? WHERE id = ?");
        if (const auto done = update.add(qint64{*changes.isPaused}).add(run).execute(); !done)
            return done;
    }
    if (changes.isPartial) {
        Statement update(m_database, "UPDATE runs SET isPartial = ? WHERE id = ?");
        if (const auto done = update.add(qint64{*changes.isPartial}).add(run).execute(); !done)
            return done;
    }
    return Done();
}

} // namespace session
