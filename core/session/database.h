// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace session {

/// One connection to an SQLite file. Not Qt SQL's: that finds the place of each value by a name that it makes anew each
/// time, and keeps each as a QVariant in UTF-16, which took more of an upload's time than SQLite itself.
///
/// Thread: one at a time, its statements included. Errors of all calls: those of failure().
class Database final
{
    Q_DECLARE_TR_FUNCTIONS(session::Database)
    Q_DISABLE_COPY_MOVE(Database)

public:
    /// `name`: what its errors call it, as in "the archive is damaged".
    explicit Database(QString name = tr("archive"))
        : m_name(std::move(name))
    {
    }

    [[nodiscard]] const QString &name() const { return m_name; }

    /// Makes the file if there is none; reads nothing of it yet. What another program has locked is waited for, five
    /// seconds at most. Error: WriteFailed.
    [[nodiscard]] base::Result<base::Done> open(const QString &path);
    /// A file that is there, to read it where nothing can be written, not even what SQLite writes to read: the disk is full, or
    /// nothing may be changed. Nobody else is waited for. Errors say from now on that it cannot be read.
    [[nodiscard]] base::Result<base::Done> openToRead(const QString &path);
    /// Its statements must be gone.
    void close() { m_connection.reset(); }
    /// close() changes no file from now on: what is in the "-wal" stays there.
    void leaveAsItIs();

    /// One statement without values.
    [[nodiscard]] base::Result<base::Done> run(const QByteArray &statement);
    /// The first column of its first row; 0 if there is none.
    [[nodiscard]] base::Result<qint64> number(const QByteArray &statement);

    /// All that `body` does with it, or nothing where that or keeping it fails. Waits for other programs' as open() does.
    [[nodiscard]] base::Result<base::Done> transact(const std::function<base::Result<base::Done>()> &body);

    /// The row that was inserted last.
    [[nodiscard]] qint64 lastRow() const;
    /// How many rows the last statement changed that could.
    [[nodiscard]] int rowsChanged() const;
    /// Why the last call failed: Malformed where the file is damaged or none of SQLite's, else WriteFailed. Of damage the detail
    /// has SQLite's words.
    [[nodiscard]] base::Error failure() const;

private:
    friend class Statement;
    struct Close
    {
        void operator()(sqlite3 *connection) const;
    };

    [[nodiscard]] base::Result<base::Done> openAs(const QByteArray &name, int flags, const QString &path);

    QString m_name;
    bool m_isToRead = false;
    std::unique_ptr<sqlite3, Close> m_connection;
};

/// One statement of a Database, which must outlive it: prepared once, executed as often as wanted.
class Statement final
{
    Q_DISABLE_COPY_MOVE(Statement)

public:
    /// Whether it could be prepared its execution tells.
    Statement(Database &database, const QByteArray &statement);

    /// The value of its next "?". Text and bytes are copied; null ones are empty, not NULL.
    Statement &add(qint64 value);
    Statement &add(double value);
    Statement &add(const QString &value);
    /// Text, in UTF-8.
    Statement &addText(const QByteArray &utf8);
    Statement &add(const QByteArray &bytes);

    /// To its end, with the values that were added; then it is ready for others.
    [[nodiscard]] base::Result<base::Done> execute();
    /// Up to its next row, the first at first; false: there is none any more.
    [[nodiscard]] base::Result<bool> next();

    // Of the present row, by column from 0.
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    Database &m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement; ///< Nullptr: it could not be prepared.
    base::Error m_failure; ///< Why.
    int m_added = 0;
};

} // namespace session
