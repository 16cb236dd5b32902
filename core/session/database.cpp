// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/database.h"

#include "core/session/damagedfile.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

constexpr int busyTimeoutMs = 5'000;

} // namespace

// ---- Database --------------------------------------------------------------------------------------------

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

Result<Done> Database::open(const QString &path)
{
    m_isToRead = false;
    return openAs(path.toUtf8(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, path);
}

Result<Done> Database::openToRead(const QString &path)
{
    m_isToRead = true;
    if (QFileInfo(path + QStringLiteral("-wal")).size() == 0) // all is in the file itself
        return openAs(QUrl::fromLocalFile(path).toEncoded() + "?immutable=1",
                      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path);
    Result<Done> done = openAs(path.toUtf8(), SQLITE_OPEN_READWRITE, path);
    // Then the index of the "-wal" is in memory, and needs no "-shm".
    for (const char *statement : {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA query_only = ON"}) {
        if (done)
            done = run(statement);
    }
    if (done)
        leaveAsItIs();
    return done;
}

Result<Done> Database::openAs(const QByteArray &name, int flags, const QString &path)
{
    sqlite3 *connection = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(connection); // there is one even then
    if (code != SQLITE_OK)
        return Error{ErrorKind::WriteFailed,
                     tr("the %1 %2 cannot be opened: %3")
                         .arg(m_name, path, QString::fromUtf8(sqlite3_errmsg(connection))),
                     0,
                     {}};
    sqlite3_busy_timeout(connection, busyTimeoutMs);
    return Done();
}

void Database::leaveAsItIs()
{
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Result<Done> Database::run(const QByteArray &statement)
{
    return Statement(*this, statement).execute();
}

Result<qint64> Database::number(const QByteArray &statement)
{
    Statement query(*this, statement);
    const Result<bool> isThere = query.next();
    if (!isThere)
        return isThere.error();
    return *isThere ? query.number(0) : 0;
}

Result<Done> Database::transact(const std::function<Result<Done>()> &body)
{
    if (const auto done = run("BEGIN IMMEDIATE"); !done)
        return done;
    Result<Done> done = body();
    if (done)
        done = run("COMMIT");
    if (!done)
        (void)run("ROLLBACK");
    return done;
}

qint64 Database::lastRow() const
{
    return sqlite3_last_insert_rowid(m_connection.get());
}

int Database::rowsChanged() const
{
    return sqlite3_changes(m_connection.get());
}

Error Database::failure() const
{
    const int code = sqlite3_errcode(m_connection.get()) & 0xff; // the rest makes it an extended one
    const QString said = QString::fromUtf8(sqlite3_errmsg(m_connection.get()));
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return damageOf(m_name, said);
    // The file that programs share memory by is made larger by other means, which fail as "disk I/O error".
    const bool isFull
        = code == SQLITE_FULL || (code == SQLITE_IOERR && sqlite3_system_errno(m_connection.get()) == ENOSPC);
    const QString why = isFull ? tr("the disk is full") : said;
    const QString what = m_isToRead ? tr("the %1 cannot be read: %2") : tr("the %1 cannot be written: %2");
    return {ErrorKind::WriteFailed, what.arg(m_name, why), 0, {}};
}

// ---- Statement -------------------------------------------------------------------------------------------

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Database &database, const QByteArray &statement)
    : m_database(database)
{
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(database.m_connection.get(), statement.constData(),
                                        static_cast<int>(statement.size()), &prepared, nullptr);
    m_statement.reset(prepared);
    if (code != SQLITE_OK)
        m_failure = database.failure();
}

Statement &Statement::add(qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), ++m_added, value);
    return *this;
}

Statement &Statement::add(double value)
{
    sqlite3_bind_double(m_statement.get(), ++m_added, value);
    return *this;
}

Statement &Statement::add(const QString &value)
{
    return addText(value.toUtf8());
}

Statement &Statement::addText(const QByteArray &utf8)
{
    // An empty one is not worth a copy, and most are.
    sqlite3_bind_text64(m_statement.get(), ++m_added, utf8.isEmpty() ? "" : utf8.constData(),
                        static_cast<sqlite3_uint64>(utf8.size()),
                        utf8.isEmpty() ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::add(const QByteArray &bytes)
{
    sqlite3_bind_blob64(m_statement.get(), ++m_added, bytes.isEmpty() ? "" : bytes.constData(),
                        static_cast<sqlite3_uint64>(bytes.size()),
                        bytes.isEmpty() ? SQLITE_STATIC : SQLITE_TRANSIENT);
    return *this;
}

Result<Done> Statement::execute()
{
    Result<bool> row = next();
    while (row && *row)
        row = next();
    if (!row)
        return row.error();
    return Done();
}

Result<bool> Statement::next()
{
    if (!m_statement)
        return m_failure;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    m_added = 0;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    const Error failure = m_database.failure();
    sqlite3_reset(m_statement.get());
    return failure;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const unsigned char *utf8
        = sqlite3_column_text(m_statement.get(), column); // before its size: that is of the text
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8),
                             sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column));
}

} // namespace session
