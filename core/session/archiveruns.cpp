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

Result<QList<qint64>> ids(Database &database, const QString &command, const Destination &destination)
{
    QList<qint64> found;
    Statement runs(database,
                   "SELECT id FROM runs WHERE command = ?1 AND (?2 = '' OR (server = ?2 AND fingerprint = "
                   "?3)) ORDER BY id");
    runs.add(command).add(destination.server).add(destination.fingerprint);
    auto row = runs.next();
    for (; row && *row; row = runs.next())
        found.append(runs.number(0));
    if (!row)
        return row.error();
    return found;
}

Result<ArchivedRun> load(Database &database, qint64 id)
{
    Statement runs(database, "SELECT server, isPaused, fingerprint, isPartial FROM runs WHERE id = ?");
    runs.add(id);
    if (const auto row = runs.next(); !row)
        return row.error();
    ArchivedRun run{id, runs.text(0), runs.number(1) != 0, {}, runs.bytes(2), runs.number(3) != 0};
    Statement uploads(database, uploadSelection());
    uploads.add(id);
    auto row = uploads.next();
    for (; row && *row; row = uploads.next())
        run.uploads.append(uploadFrom(uploads));
    if (!row)
        return row.error();
    return run;
}

Result<qint64> insert(Database &database, const QString &command, const Destination &destination,
                      qint64 startedAtMs)
{
    Statement insertion(
        database,
        "INSERT INTO runs (command, server, fingerprint, isPaused, startedAtMs) VALUES (?, ?, ?, "
        "0, ?)");
    insertion.add(command).add(destination.server).add(destination.fingerprint).add(startedAtMs);
    if (const auto done = insertion.execute(); !done)
        return done.error();
    return database.lastRow();
}

Result<Done> fold(Database &database, const QString &command, const Destination &destination)
{
    const auto all = ids(database, command, destination);
    if (!all)
        return all.error();
    Statement deletion(
        database,
        "DELETE FROM uploads WHERE run = ?1 AND path IN (SELECT path FROM uploads JOIN runs ON "
        "runs.id = uploads.run WHERE run > ?1 AND command = ?2 AND (?3 = '' OR (runs.server = ?3 AND "
        "runs.fingerprint = ?4)))");
    for (qsizetype i = 0; i + 1 < all->size(); ++i) {
        deletion.add(all->at(i)).add(command).add(destination.server).add(destination.fingerprint);
        if (const auto gone = deletion.execute(); !gone)
            return gone;
    }
    return Done();
}

Result<Done> tidy(Database &database, const QString &command, const Destination &destination, qint64 nowMs)
{
    Statement same(database,
                   "DELETE FROM runs WHERE command = ? AND server = ? AND fingerprint = ? AND NOT EXISTS "
                   "(SELECT 1 FROM uploads "
                   "WHERE run = runs.id AND state <> "
                       + done() + ')');
    if (const auto gone = same.add(command).add(destination.server).add(destination.fingerprint).execute();
        !gone)
        return gone;
    Statement others(database,
                     "DELETE FROM runs WHERE command = ?1 AND NOT (server = ?2 AND fingerprint = ?4) AND "
                     "startedAtMs < ?3 AND NOT EXISTS "
                     "(SELECT 1 FROM uploads WHERE run = runs.id AND (finishedAtMs >= ?3 OR state <> "
                         + done() + "))");
    others.add(command).add(destination.server).add(qint64{nowMs - longAgo.count()});
    return others.add(destination.fingerprint).execute();
}

Result<qint64> forget(Database &database, const QString &command, const Destination &destination)
{
    Statement query(database,
                    "SELECT count(*) FROM uploads JOIN runs ON runs.id = uploads.run WHERE command = ?1 AND "
                    "runs.server = ?2 AND (?3 = x'' OR fingerprint = ?3) AND state <> "
                        + done());
    query.add(command).add(destination.server).add(destination.fingerprint);
    if (const auto row = query.next(); !row)
        return row.error();
    const qint64 count = query.number(0);
    Statement deletion(
        database, "DELETE FROM runs WHERE command = ?1 AND server = ?2 AND (?3 = x'' OR fingerprint = ?3)");
    deletion.add(command).add(destination.server).add(destination.fingerprint);
    if (const auto gone = deletion.execute(); !gone)
        return gone.error();
    return count;
}

Result<QList<UnfinishedUploads>> unfinished(Database &database, const QString &command, qint64 besides)
{
    QList<UnfinishedUploads> found;
    Statement query(database,
                    "SELECT runs.server, count(*), runs.server = present.server AND runs.fingerprint <> "
                    "present.fingerprint AS isNamesake FROM uploads JOIN runs ON runs.id = uploads.run JOIN "
                    "runs AS present "
                    "ON present.id = ?2 WHERE runs.command = ?1 AND run <> ?2 AND state <> "
                        + done() + " GROUP BY runs.server, isNamesake ORDER BY max(run) DESC");
    query.add(command).add(besides);
    auto row = query.next();
    for (; row && *row; row = query.next())
        found.append({query.text(0), query.number(1), query.number(2) != 0});
    if (!row)
        return row.error();
    return found;
}

} // namespace session::runs
