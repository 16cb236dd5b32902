// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QList>

#include <optional>

namespace session {

/// Which archive a queue is kept in, and as what.
struct ArchivePlan
{
    QString path;
    QString command; ///< Whose queue it is: "session", the window's, or "upload". Each has its own.
    bool resume
        = false; ///< Otherwise a new queue begins; what earlier ones hold that is not done stays in the archive.
    /// Files that the earlier queue holds, and that did not change since, are not added again: for command lines, which name
    /// all their files each time.
    bool skipsKnown = false;
    QString server
        = {}; ///< What it goes on with, or begins: the uploads to that address, as addressKept() says; empty: any.
    bool forgets = false; ///< What earlier queues hold for that address goes, done or not.
    QByteArray detail = {}; ///< With `server`: destinationDetail(), which no archive gets to keep.

    bool operator==(const ArchivePlan &) const = default;
};

/// One queue as the archive holds it.
struct ArchivedRun
{
    qint64 id = 0; ///< 0: there is none.
    QString server; ///< Where its uploads go, as addressKept() says; empty: not told yet.
    bool isPaused = false;
    QList<transfer::UploadRecord> uploads; ///< By id, rising; none is running.
    QByteArray fingerprint = {}; ///< With `server`: fingerprintOf() what else says where they go.
    bool isPartial = false; ///< Not all was found yet that was to be added.
};

/// What became of a queue since the last time: the newest state of what changed.
struct RunChanges
{
    std::optional<QString> server;
    QByteArray fingerprint; ///< With `server`.
    std::optional<bool> isPaused;
    std::optional<bool> isPartial;
    QList<transfer::UploadRecord> uploads;
    QList<transfer::UploadId> removed;

    [[nodiscard]] bool isEmpty() const
    {
        return !server && !isPaused && !isPartial && uploads.isEmpty() && removed.isEmpty();
    }
};

/// What the other queues of a command hold for one address.
struct UnfinishedUploads
{
    QString server; ///< As addressKept() says.
    qint64 files = 0; ///< Whatever is not done.
    bool isNamesake = false; ///< To the present queue's address, but with another destinationDetail().

    bool operator==(const UnfinishedUploads &) const = default;
};

/// What an archive told when it was opened.
struct OpenedArchive
{
    ArchivedRun run;
    QString setAside; ///< Where the damaged file went that was in its place; empty: none was.
    QList<UnfinishedUploads> elsewhere; ///< By address; without those of `run`.
    qint64 forgotten = 0; ///< Uploads that were not done, by ArchivePlan::forgets.
    QByteArray salt = {}; ///< Of its fingerprints.
    bool wasEmptyFile = false; ///< ArchiveFile::wasEmptyFile()
};

} // namespace session

Q_DECLARE_METATYPE(session::ArchivePlan)
