// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/filestamp.h"

#include <QUrl>

namespace transfer {

/// Where an upload that was broken off goes on: what a tus server keeps of it. A plain value, without credentials.
struct ResumePoint
{
    QUrl
        url; ///< Of the upload on the server; empty: there is none, the next attempt begins with the first byte.
    QUrl target; ///< Where it was created.
    FileStamp file; ///< What the file was at the last attempt.
    qint64 createdAtMs = 0; ///< When the attempt began that created it, in Unix milliseconds; 0: not known.
    /// How much of the file, from its start, may have been sent there at most; -1: that is not known. It is while this
    /// program runs and every attempt has told its end; not of one that was stopped in silence, nor of one before a restart:
    /// no store keeps it, because it would lag behind what was sent when a program is killed.
    qint64 given = -1;

    /// Whether the next attempt may go on there: it goes to the same place, with a file of the same size and time, that is
    /// the same one. Its inode may be another one, since some file systems number theirs anew when they are mounted; but
    /// whoever puts a file in the place of another one changes the inode of that (`inodeChangedNs`, see inodeChangedNs()).
    [[nodiscard]] bool fits(const QUrl &newTarget, const FileStamp &newFile,
                            std::optional<qint64> inodeChangedNs) const;

    /// One line for a store, from which fromText() gets the same back but for device, `given`, and what is named like a secret
    /// in a query (base::isSecretItem()): completedFor() takes that from the target of then. Empty for an empty one, for one
    /// with a secret that only the server knew - such an upload begins anew - and the other way round: so is every text that
    /// is not understood.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static ResumePoint fromText(const QString &text);

    /// With the secrets of `newTarget` in place of those that no store has.
    [[nodiscard]] ResumePoint completedFor(const QUrl &newTarget) const;

    bool operator==(const ResumePoint &) const = default;
};

} // namespace transfer
