// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archiveruns.h"

#include "core/session/archiverows.h"
#include "core/session/database.h"

#include <chrono>

namespace session::runs {
namespace {

using base::Done;
using base::Result;

// Longer than between two runs of any script that repeats itself.
constexpr std::chrono::milliseconds longAgo = std::chrono::days(30);

QByteArray done()
{
    return '\'' + transfer::toKey(transfer::UploadState::Done).toLatin1() + '\'';
}

} // namespace

Result<QList<qint64>> ids(Database &database, const QString &command, const QString &server)
{
    QList<qint64> found;
    Statement runs(database,
                   "SELECT id FROM runs WHERE command = ?1 AND (?2 = '' OR server = ?2) ORDER BY id");
    runs.add(command).add(server);
    auto row = runs.next();
    for (; row && *row; row = runs.next())
        found.append(runs.number(0));
    if (!row)
        return row.error();
    return found;
}

Result<ArchivedRun> load(Database &database, qint64 id)
{
    Statement runs(database, "SELECT server, isPaused FROM runs WHERE id = ?");
    runs.add(id);
    if (const auto row = runs.next(); !row)
        return row.error();
    ArchivedRun run{id, runs.text(0), runs.number(1) != 0, {}};
    Statement uploads(database, uploadSelection());
    uploads.add(id);
    auto row = uploads.next();
    for (; row && *row; row = uploads.next())
        run.uploads.append(uploadFrom(uploads));
    if (!row)
        return row.error();
    return run;
}

Result<qint64> insert(Database &database, const QString &command, const QString &server, qint64 startedAtMs)
{
    Statement insertion(database,
                        "INSERT INTO runs (command, server, isPaused, startedAtMs) VALUES (?, ?, 0, ?)");
    if (const auto done = insertion.add(command).add(server).add(startedAtMs).execute(); !done)
        return done.error();
    return database.lastRow();
}

Result<Done> fold(Database &database, const QString &command, const QString &server)
{
    const auto all = ids(database, command, server);
    if (!all)
        return all.error();
    Statement deletion(
        database,
        "DELETE FROM uploads WHERE run = ?1 AND path IN (SELECT path FROM uploads JOIN runs ON "
        "runs.id = uploads.run WHERE run > ?1 AND command = ?2 AND (?3 = '' OR runs.server = ?3))");
    for (qsizetype i = 0; i + 1 < all->size(); ++i) {
        if (const auto gone = deletion.add(all->at(i)).add(command).add(server).execute(); !gone)
            return gone;
    }
    return Done();
}

Result<Done> tidy(Database &database, const QString &command, const QString &server, qint64 nowMs)
{
    Statement same(database,
                   "DELETE FROM runs WHERE command = ? AND server = ? AND NOT EXISTS (SELECT 1 FROM uploads "
                   "WHERE run = runs.id AND state <> "
                       + done() + ')');
    if (const auto gone = same.add(command).add(server).execute(); !gone)
        return gone;
    Statement others(
        database,
        "DELETE FROM runs WHERE command = ?1 AND server <> ?2 AND startedAtMs < ?3 AND NOT EXISTS "
        "(SELECT 1 FROM uploads WHERE run = runs.id AND (finishedAtMs >= ?3 OR state <> "
            + done() + "))");
    return others.add(command).add(server).add(qint64{nowMs - longAgo.count()}).execute();
}

Result<qint64> forget(Database &database, const QString &command, const QString &server)
{
    Statement query(database,
                    "SELECT count(*) FROM uploads JOIN runs ON runs.id = uploads.run WHERE command = ? AND "
                    "runs.server = ? AND state <> "
                        + done());
    if (const auto row = query.add(command).add(server).next(); !row)
        return row.error();
    const qint64 count = query.number(0);
    Statement deletion(database, "DELETE FROM runs WHERE command = ? AND server = ?");
    if (const auto gone = deletion.add(command).add(server).execute(); !gone)
        return gone.error();
    return count;
}

Result<QList<UnfinishedUploads>> unfinished(Database &database, const QString &command, qint64 besides)
{
    QList<UnfinishedUploads> found;
    Statement query(
        database,
        "SELECT runs.server, count(*) FROM uploads JOIN runs ON runs.id = uploads.run WHERE command = ? "
        "AND run <> ? AND state <> "
            + done() + " GROUP BY runs.server ORDER BY max(run) DESC");
    query.add(command).add(besides);
    auto row = query.next();
    for (; row && *row; row = query.next())
        found.append({query.text(0), query.number(1)});
    if (!row)
        return row.error();
    return found;
}

} // namespace session::runs
