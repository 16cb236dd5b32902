// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archivedrun.h"

#include "core/base/result.h"

namespace session {
class Database;
}

/// The queues of an archive: which there are, and what becomes of those that others have overtaken.
///
/// A command has any number of them, each for one destination. Of a file that several hold for one only the newest upload
/// counts: fold() forgets the others. Errors of all: those of Database::failure(). None is a transaction of its own.
namespace session::runs {

struct Destination
{
    QString server; ///< As ArchivePlan::server; empty: any, whatever its fingerprint.
    QByteArray fingerprint; ///< See fingerprintOf().
};

/// By age, the oldest first.
[[nodiscard]] base::Result<QList<qint64>> ids(Database &database, const QString &command,
                                              const Destination &destination);
/// With all its uploads.
[[nodiscard]] base::Result<ArchivedRun> load(Database &database, qint64 id);
/// Without any.
[[nodiscard]] base::Result<qint64> insert(Database &database, const QString &command,
                                          const Destination &destination, qint64 startedAtMs);
/// The uploads whose file a newer queue to that destination holds, too.
[[nodiscard]] base::Result<base::Done> fold(Database &database, const QString &command,
                                            const Destination &destination);
/// Queues to that destination in which all is done; to others, if that was long ago: whoever goes on with them sends nothing twice
/// for as long as they are known.
[[nodiscard]] base::Result<base::Done> tidy(Database &database, const QString &command,
                                            const Destination &destination, qint64 nowMs);
/// All to that destination, and without a fingerprint all to that address; how many of their uploads were not done.
[[nodiscard]] base::Result<qint64> forget(Database &database, const QString &command,
                                          const Destination &destination);
/// What is not done in the command's queues but that one, by address.
[[nodiscard]] base::Result<QList<UnfinishedUploads>> unfinished(Database &database, const QString &command,
                                                                qint64 besides);

} // namespace session::runs
