// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivefile.h"

#include "core/session/archiverows.h"
#include "core/session/archiveschema.h"
#include "core/session/damagedfile.h"

#include <QDir>
#include <QFileInfo>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

} // namespace

ArchiveFile::ArchiveFile() = default;

// ---- Opening ---------------------------------------------------------------------------------------------

Result<QString> ArchiveFile::open(const QString &path)
{
    m_path = path;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorKind::WriteFailed,
                     QStringLiteral("the folder %1 cannot be made").arg(QFileInfo(path).absolutePath()),
                     0,
                     {}};
    if (const auto done = lock(); !done)
        return done.error();
    if (const auto done = refuseForeignFile(path); !done)
        return done.error();
    Result<Done> opened = openDatabase();
    if (opened || opened.error().kind != ErrorKind::Malformed)
        return opened ? Result<QString>(QString()) : opened.error();
    closeDatabase();
    Result<QString> moved = setAside(path);
    if (!moved)
        return moved;
    opened = openDatabase();
    return opened ? moved : opened.error();
}

Result<Done> ArchiveFile::lock()
{
    m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral("-lock"));
    m_lock->setStaleLockTime(0); // only the end of its program frees it
    if (m_lock->tryLock(0))
        return Done();
    if (m_lock->error() != QLockFile::LockFailedError)
        return Error{ErrorKind::WriteFailed, QStringLiteral("%1-lock cannot be made").arg(m_path), 0, {}};
    qint64 pid = 0;
    QString host, program;
    m_lock->getLockInfo(&pid, &host, &program);
    return Error{ErrorKind::InUse,
                 QStringLiteral("another %1 (process %2) uses the archive %3")
                     .arg(program.isEmpty() ? QStringLiteral("program") : program)
                     .arg(pid)
                     .arg(m_path),
                 0,
                 {}};
}

Result<Done> ArchiveFile::openDatabase()
{
    if (const auto done = m_database.open(m_path); !done)
        return done;
    if (const auto done = check(); !done)
        return done;
    for (const char *statement :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"}) {
        if (const auto done = m_database.run(statement); !done)
            return done;
    }
    if (const auto done = schema::migrate(m_database, schema::migrations()); !done)
        return done;
    if (const auto done = settle(); !done)
        return done;
    m_insertion.emplace(m_database, uploadInsertion());
    return Done();
}

// Nothing of it writes into a file that is not an archive, or not one of this version.
Result<Done> ArchiveFile::check()
{
    const auto application = m_database.number("PRAGMA application_id");
    if (!application)
        return application.error();
    const auto tables = m_database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    if (*tables == 0)
        return m_database.run("PRAGMA application_id = " + QByteArray::number(schema::applicationId));
    if (*application != schema::applicationId) // not damaged: healthy, and somebody else's
        return Error{ErrorKind::NotAFile,
                     QStringLiteral("%1 is a database of another program; name another file").arg(m_path),
                     0,
                     {}};
    const auto version = m_database.number("PRAGMA user_version");
    if (version && *version > static_cast<qint64>(schema::migrations().size()))
        return schema::migrate(m_database, schema::migrations()); // says so
    Statement quick(m_database, "PRAGMA quick_check(1)");
    if (const auto row = quick.next(); !row)
        return row.error();
    if (const QString said = quick.text(0); said != QLatin1StringView("ok"))
        return Error{ErrorKind::Malformed, QStringLiteral("the archive is damaged: ") + said, 0, {}};
    return Done();
}

/// What was under way when the last program ended is so no more.
Result<Done> ArchiveFile::settle()
{
    const QByteArray interrupt = "UPDATE uploads SET state = '"
        + transfer::toKey(transfer::UploadState::Failed).toUtf8() + "', errorKind = '"
        + base::toKey(ErrorKind::Interrupted).toUtf8()
        + "', errorStatus = 0, errorDetail = '', "
          "errorMessage = 'the program ended before the server had answered'";
    if (const auto done = m_database.run("BEGIN IMMEDIATE"); !done)
        return done;
    Statement told(m_database, interrupt + " WHERE state IN (?, ?)");
    told.add(transfer::toKey(transfer::UploadState::Sending))
        .add(transfer::toKey(transfer::UploadState::Answering));
    if (const auto done = told.execute(); !done)
        return done;
    Statement untold(m_database,
                     interrupt + ", attempts = ? WHERE run = ? AND id = ? AND attempts < ? AND state = ?");
    for (const BegunLog::Entry &entry : BegunLog::read(m_path + QStringLiteral("-begun"))) {
        untold.add(qint64{entry.attempt})
            .add(static_cast<qint64>(entry.run))
            .add(static_cast<qint64>(entry.id))
            .add(qint64{entry.attempt})
            .add(transfer::toKey(transfer::UploadState::Waiting));
        if (const auto done = untold.execute(); !done)
            return done;
    }
    return m_database.run("COMMIT");
}

void ArchiveFile::closeDatabase()
{
    m_insertion.reset();
    m_database.close();
}

// ---- Runs ------------------------------------------------------------------------------------------------

Result<ArchivedRun> ArchiveFile::lastRun(const QString &command)
{
    ArchivedRun run;
    Statement runs(m_database,
                   "SELECT id, server, isPaused FROM runs WHERE command = ? ORDER BY id DESC LIMIT 1");
    runs.add(command);
    const auto isThere = runs.next();
    if (!isThere)
        return isThere.error();
    if (!*isThere)
        return run;
    run.id = runs.number(0);
    run.server = runs.text(1);
    run.isPaused = runs.number(2) != 0;
    Statement uploads(m_database, uploadSelection());
    uploads.add(run.id);
    auto row = uploads.next();
    for (; row && *row; row = uploads.next())
        run.uploads.append(uploadFrom(uploads));
    if (!row)
        return row.error();
    return run;
}

Result<ArchivedRun> ArchiveFile::beginRun(const QString &command, qint64 startedAtMs)
{
    if (const auto done = m_database.run("BEGIN IMMEDIATE"); !done)
        return done.error();
    Statement deletion(m_database, "DELETE FROM runs WHERE command = ?");
    if (const auto gone = deletion.add(command).execute(); !gone)
        return gone.error();
    Statement insertion(m_database,
                        "INSERT INTO runs (command, server, isPaused, startedAtMs) VALUES (?, '', 0, ?)");
    if (const auto begun = insertion.add(command).add(startedAtMs).execute(); !begun)
        return begun.error();
    const qint64 id = m_database.lastRow();
    if (const auto done = m_database.run("COMMIT"); !done)
        return done.error();
    return ArchivedRun{id, {}, false, {}};
}

Result<qint64> ArchiveFile::unfinished(const QString &command)
{
    Statement query(m_database,
                    "SELECT count(*) FROM uploads JOIN runs ON runs.id = uploads.run WHERE command = ? "
                    "AND (state IN (?, ?) OR errorKind = ?)");
    query.add(command)
        .add(transfer::toKey(transfer::UploadState::Waiting))
        .add(transfer::toKey(transfer::UploadState::Paused))
        .add(base::toKey(ErrorKind::Interrupted));
    if (const auto row = query.next(); !row)
        return row.error();
    return query.number(0);
}

Result<Done> ArchiveFile::keepLog(BegunLog &log, qint64 run)
{
    return log.open(m_path + QStringLiteral("-begun"), run);
}

Result<Done> ArchiveFile::write(qint64 run, const RunChanges &changes)
{
    if (const auto done = m_database.run("BEGIN IMMEDIATE"); !done)
        return done;
    Result<Done> written = writeAll(run, changes);
    if (written)
        written = m_database.run("COMMIT");
    if (!written)
        (void)m_database.run("ROLLBACK");
    return written;
}

Result<Done> ArchiveFile::writeAll(qint64 run, const RunChanges &changes)
{
    for (const transfer::UploadRecord &record : changes.uploads) {
        bindUpload(*m_insertion, run, record);
        if (const auto done = m_insertion->execute(); !done)
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
        Statement update(m_database, "UPDATE runs SET server = ? WHERE id = ?");
        if (const auto done = update.add(*changes.server).add(run).execute(); !done)
            return done;
    }
    if (changes.isPaused) {
        Statement update(m_database, "UPDATE runs SET isPaused = ? WHERE id = ?");
        if (const auto done = update.add(qint64{*changes.isPaused}).add(run).execute(); !done)
            return done;
    }
    return Done();
}

} // namespace session
