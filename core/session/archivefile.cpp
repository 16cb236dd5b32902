// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivefile.h"

#include "core/session/archiverows.h"
#include "core/session/archiveschema.h"
#include "core/session/damagedfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

QString newConnectionName()
{
    static std::atomic<int> last = 0;
    return QStringLiteral("archive %1").arg(++last);
}

QSqlDatabase database(const QString &connection)
{
    return QSqlDatabase::database(connection, false);
}

/// One statement with values.
Result<qint64> execute(const QString &connection, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(database(connection));
    query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return schema::failureOf(query);
    return query.lastInsertId().toLongLong();
}

} // namespace

ArchiveFile::ArchiveFile() = default;

ArchiveFile::~ArchiveFile()
{
    closeDatabase();
}

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
    m_connection = newConnectionName();
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (!db.isValid())
        return Error{ErrorKind::NotFound,
                     QStringLiteral("Qt's SQLite driver is not installed (Debian: libqt6sql6-sqlite)"),
                     0,
                     {}};
    db.setDatabaseName(m_path);
    db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!db.open())
        return Error{
            ErrorKind::WriteFailed,
            QStringLiteral("the archive %1 cannot be opened: %2").arg(m_path, db.lastError().databaseText()),
            0,
            {}};
    if (const auto done = check(); !done)
        return done;
    for (const auto &statement :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = NORMAL"),
          QStringLiteral("PRAGMA foreign_keys = ON")}) {
        if (const auto done = schema::run(db, statement); !done)
            return done;
    }
    if (const auto done = schema::migrate(db, schema::migrations()); !done)
        return done;
    if (const auto done = settle(); !done)
        return done;
    m_insertion = std::make_unique<QSqlQuery>(db);
    if (!m_insertion->prepare(uploadInsertion()))
        return schema::failureOf(*m_insertion);
    return Done();
}

// Nothing of it writes into a file that is not an archive, or not one of this version.
Result<Done> ArchiveFile::check()
{
    QSqlDatabase db = database(m_connection);
    const auto application = schema::number(db, QStringLiteral("PRAGMA application_id"));
    if (!application)
        return application.error();
    const auto tables = schema::number(db, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return tables.error();
    if (*tables == 0)
        return schema::run(db, QStringLiteral("PRAGMA application_id = %1").arg(schema::applicationId));
    if (*application != schema::applicationId) // not damaged: healthy, and somebody else's
        return Error{ErrorKind::NotAFile,
                     QStringLiteral("%1 is a database of another program; name another file").arg(m_path),
                     0,
                     {}};
    const auto version = schema::number(db, QStringLiteral("PRAGMA user_version"));
    if (version && *version > static_cast<qint64>(schema::migrations().size()))
        return schema::migrate(db, schema::migrations()); // says so
    QSqlQuery quick(db);
    if (!quick.exec(QStringLiteral("PRAGMA quick_check(1)")) || !quick.next())
        return schema::failureOf(quick);
    if (const QString said = quick.value(0).toString(); said != QLatin1StringView("ok"))
        return Error{ErrorKind::Malformed, QStringLiteral("the archive is damaged: ") + said, 0, {}};
    return Done();
}

/// What was under way when the last program ended is so no more.
Result<Done> ArchiveFile::settle()
{
    const QString interrupt
        = QStringLiteral(
              "UPDATE uploads SET state = '%1', errorKind = '%2', errorStatus = 0, errorDetail = '', "
              "errorMessage = 'the program ended before the server had answered'")
              .arg(transfer::toKey(transfer::UploadState::Failed), base::toKey(ErrorKind::Interrupted));
    QSqlDatabase db = database(m_connection);
    if (const auto done = schema::run(db, QStringLiteral("BEGIN IMMEDIATE")); !done)
        return done;
    const auto told = execute(
        m_connection, interrupt + QStringLiteral(" WHERE state IN (?, ?)"),
        {transfer::toKey(transfer::UploadState::Sending), transfer::toKey(transfer::UploadState::Answering)});
    if (!told)
        return told.error();
    for (const BegunLog::Entry &entry : BegunLog::read(m_path + QStringLiteral("-begun"))) {
        const auto untold = execute(
            m_connection,
            interrupt
                + QStringLiteral(", attempts = ? WHERE run = ? AND id = ? AND attempts < ? AND state = ?"),
            {qint64{entry.attempt}, static_cast<qint64>(entry.run), static_cast<qint64>(entry.id),
             qint64{entry.attempt}, transfer::toKey(transfer::UploadState::Waiting)});
        if (!untold)
            return untold.error();
    }
    return schema::run(db, QStringLiteral("COMMIT"));
}

void ArchiveFile::closeDatabase()
{
    m_insertion.reset();
    if (m_connection.isEmpty())
        return;
    database(m_connection).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

// ---- Runs ------------------------------------------------------------------------------------------------

Result<ArchivedRun> ArchiveFile::lastRun(const QString &command)
{
    ArchivedRun run;
    QSqlQuery query(database(m_connection));
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT id, server, isPaused FROM runs WHERE command = ? ORDER BY id DESC LIMIT 1"));
    query.addBindValue(command);
    if (!query.exec())
        return schema::failureOf(query);
    if (!query.next())
        return run;
    run.id = query.value(0).toLongLong();
    run.server = query.value(1).toString();
    run.isPaused = query.value(2).toBool();
    query.prepare(uploadSelection());
    query.addBindValue(run.id);
    if (!query.exec())
        return schema::failureOf(query);
    while (query.next())
        run.uploads.append(uploadFrom(query));
    if (query.lastError().isValid())
        return schema::failureOf(query);
    return run;
}

Result<ArchivedRun> ArchiveFile::beginRun(const QString &command, qint64 startedAtMs)
{
    QSqlDatabase db = database(m_connection);
    if (const auto done = schema::run(db, QStringLiteral("BEGIN IMMEDIATE")); !done)
        return done.error();
    const auto gone = execute(m_connection, QStringLiteral("DELETE FROM runs WHERE command = ?"), {command});
    if (!gone)
        return gone.error();
    const auto id = execute(
        m_connection,
        QStringLiteral("INSERT INTO runs (command, server, isPaused, startedAtMs) VALUES (?, '', 0, ?)"),
        {command, startedAtMs});
    if (!id)
        return id.error();
    if (const auto done = schema::run(db, QStringLiteral("COMMIT")); !done)
        return done.error();
    return ArchivedRun{*id, {}, false, {}};
}

Result<qint64> ArchiveFile::unfinished(const QString &command)
{
    QSqlDatabase db = database(m_connection);
    QSqlQuery query(db);
    query.prepare(
        QStringLiteral("SELECT count(*) FROM uploads JOIN runs ON runs.id = uploads.run WHERE command = ? "
                       "AND (state IN (?, ?) OR errorKind = ?)"));
    query.addBindValue(command);
    query.addBindValue(transfer::toKey(transfer::UploadState::Waiting));
    query.addBindValue(transfer::toKey(transfer::UploadState::Paused));
    query.addBindValue(base::toKey(ErrorKind::Interrupted));
    if (!query.exec() || !query.next())
        return schema::failureOf(query);
    return query.value(0).toLongLong();
}

Result<Done> ArchiveFile::keepLog(BegunLog &log, qint64 run)
{
    return log.open(m_path + QStringLiteral("-begun"), run);
}

Result<Done> ArchiveFile::write(qint64 run, const RunChanges &changes)
{
    QSqlDatabase db = database(m_connection);
    if (const auto done = schema::run(db, QStringLiteral("BEGIN IMMEDIATE")); !done)
        return done;
    Result<Done> written = writeAll(run, changes);
    if (written)
        written = schema::run(db, QStringLiteral("COMMIT"));
    if (!written)
        (void)schema::run(db, QStringLiteral("ROLLBACK"));
    return written;
}

Result<Done> ArchiveFile::writeAll(qint64 run, const RunChanges &changes)
{
    for (const transfer::UploadRecord &record : changes.uploads) {
        bindUpload(*m_insertion, run, record);
        if (!m_insertion->exec())
            return schema::failureOf(*m_insertion);
    }
    for (const transfer::UploadId id : changes.removed) {
        const auto gone
            = execute(m_connection, QStringLiteral("DELETE FROM uploads WHERE run = ? AND id = ?"),
                      {run, static_cast<qint64>(id.value)});
        if (!gone)
            return gone.error();
    }
    if (changes.server) {
        if (const auto set = execute(m_connection, QStringLiteral("UPDATE runs SET server = ? WHERE id = ?"),
                                     {*changes.server, run});
            !set)
            return set.error();
    }
    if (changes.isPaused) {
        if (const auto set
            = execute(m_connection, QStringLiteral("UPDATE runs SET isPaused = ? WHERE id = ?"),
                      {*changes.isPaused ? 1 : 0, run});
            !set)
            return set.error();
    }
    return Done();
}

} // namespace session
