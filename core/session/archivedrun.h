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
    bool resume = false; ///< Otherwise a new queue begins, and the command's earlier one is forgotten.
    /// Files that the earlier queue holds, and that did not change since, are not added again: for command lines, which name
    /// all their files each time.
    bool skipsKnown = false;

    bool operator==(const ArchivePlan &) const = default;
};

/// One queue as the archive holds it.
struct ArchivedRun
{
    qint64 id = 0; ///< 0: there is none.
    QString server; ///< Where its uploads go, as addressKept() says; empty: not told yet.
    bool isPaused = false;
    QList<transfer::UploadRecord> uploads; ///< By id, rising; none is running.
};

/// What became of a queue since the last time: the newest state of what changed.
struct RunChanges
{
    std::optional<QString> server;
    std::optional<bool> isPaused;
    QList<transfer::UploadRecord> uploads;
    QList<transfer::UploadId> removed;

    [[nodiscard]] bool isEmpty() const
    {
        return !server && !isPaused && uploads.isEmpty() && removed.isEmpty();
    }
};

/// What an archive told when it was opened.
struct OpenedArchive
{
    ArchivedRun run;
    QString setAside; ///< Where the damaged file went that was in its place; empty: none was.
    qint64 forgotten = 0; ///< Uploads of the earlier queue that were not over, without ArchivePlan::resume.
};

} // namespace session

Q_DECLARE_METATYPE(session::ArchivePlan)
