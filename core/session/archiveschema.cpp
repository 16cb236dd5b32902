// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archiveschema.h"

#include "core/session/database.h"

#include <QCoreApplication>

#include <array>

namespace session::schema {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Database)
};

// A run is one queue. Runs of other commands, and samples of what was watched meanwhile, find their place beside it.
constexpr std::array version1{
    "CREATE TABLE runs ("
    " id INTEGER PRIMARY KEY,"
    " command TEXT NOT NULL,"
    " server TEXT NOT NULL,"
    " isPaused INTEGER NOT NULL,"
    " startedAtMs INTEGER NOT NULL) STRICT",
    // path: its bytes, because a file's name need not be text. Times in Unix milliseconds, timings in microseconds.
    "CREATE TABLE uploads ("
    " run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
    " id INTEGER NOT NULL,"
    " path BLOB NOT NULL,"
    " name TEXT NOT NULL,"
    " key TEXT NOT NULL,"
    " bytes INTEGER NOT NULL,"
    " bytesSent INTEGER NOT NULL,"
    " bytesPerSecond REAL NOT NULL,"
    " state TEXT NOT NULL,"
    " attempts INTEGER NOT NULL,"
    " httpStatus INTEGER NOT NULL,"
    " serverMessage TEXT NOT NULL,"
    " errorKind TEXT NOT NULL,"
    " errorMessage TEXT NOT NULL,"
    " errorStatus INTEGER NOT NULL,"
    " errorDetail TEXT NOT NULL,"
    " dnsUs INTEGER NOT NULL,"
    " connectUs INTEGER NOT NULL,"
    " tlsUs INTEGER NOT NULL,"
    " sentUs INTEGER NOT NULL,"
    " firstByteUs INTEGER NOT NULL,"
    " totalUs INTEGER NOT NULL,"
    " sha256 BLOB NOT NULL,"
    " resume TEXT NOT NULL,"
    " relativePath TEXT NOT NULL,"
    " server TEXT NOT NULL,"
    " queuedAtMs INTEGER NOT NULL,"
    " startedAtMs INTEGER NOT NULL,"
    " finishedAtMs INTEGER NOT NULL,"
    " PRIMARY KEY (run, id)) STRICT, WITHOUT ROWID",
};

// How often the archive was written: what is kept beside it (see BegunLog) tells whether all of that is still there.
constexpr std::array version2{
    "CREATE TABLE commits (count INTEGER NOT NULL) STRICT",
    "INSERT INTO commits VALUES (0)",
};

// What tells the destinations of one address apart, see fingerprintOf(): of what there was nothing is known, and it counts as
// plain.
constexpr std::array version3{
    "ALTER TABLE runs ADD COLUMN fingerprint BLOB NOT NULL DEFAULT x''",
    "CREATE TABLE salt (bytes BLOB NOT NULL) STRICT",
    "INSERT INTO salt VALUES (randomblob(16))",
    // Of the file that was sent, see UploadRecord.
    "ALTER TABLE uploads ADD COLUMN modifiedNs INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE uploads ADD COLUMN inode INTEGER NOT NULL DEFAULT 0",
};

// Whether folders were being read for it that held more than it has.
constexpr std::array version4{
    "ALTER TABLE runs ADD COLUMN isPartial INTEGER NOT NULL DEFAULT 0",
};

constexpr std::array allMigrations{Migration(version1), Migration(version2), Migration(version3),
                                   Migration(version4)};

Result<Done> step(Database &database, Migration statements, qsizetype version)
{
    if (const auto done = database.run("BEGIN IMMEDIATE"); !done)
        return done;
    for (const char *statement : statements) {
        if (const auto done = database.run(statement); !done) {
            (void)database.run("ROLLBACK");
            return done;
        }
    }
    if (const auto done = database.run("PRAGMA user_version = " + QByteArray::number(version)); !done)
        return done;
    return database.run("COMMIT");
}

} // namespace

std::span<const Migration> migrations()
{
    return allMigrations;
}

Result<Done> migrate(Database &database, std::span<const Migration> steps)
{
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    const auto known = static_cast<qint64>(steps.size());
    if (*version > known)
        return Error{ErrorKind::NewerVersion,
                     Text::tr("the %1 has version %2, this program knows up to %3: it is left as it is; "
                              "update Tidemark, or use another %1")
                         .arg(database.name(), QString::number(*version), QString::number(known)),
                     0,
                     {}};
    for (qint64 next = *version; next < known; ++next) {
        if (const auto done = step(database, steps[static_cast<size_t>(next)], next + 1); !done)
            return done;
    }
    return Done();
}

} // namespace session::schema
