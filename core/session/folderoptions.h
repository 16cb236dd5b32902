// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>

namespace session {

/// What becomes of folders that are added: which of their files are uploaded, and what the server is told of where they
/// were. Applies to what is added from then on.
struct FolderOptions
{
    /// "photos/2024/a.jpg" of a file that came with the folder "photos"; of a file that was named itself: its name.
    enum class RelativePath {
        None, ///< Only the file's name is told.
        InName, ///< In place of the file's name. Many servers drop all before the last "/".
        InField, ///< In the form field `field`, for every file.
    };

    RelativePath relativePath = RelativePath::None;
    QString field = QStringLiteral("path");
    bool followsLinks
        = false; ///< Symbolic links within folders; one that is named itself is always followed.
    bool takesHidden = true; ///< Files and folders whose name begins with a dot, within folders.
    /// Files that this run writes itself, absolute; within folders they are not taken: the last run's result is no part of
    /// what is uploaded, and an archive changes while it would be.
    QStringList own = {};

    bool operator==(const FolderOptions &) const = default;
};

/// How far the walk through the folders has come that were added.
struct WalkProgress
{
    QString folder; ///< The one that is looked through just now, absolute; empty: it is over.
    qint64 files = 0; ///< Found so far.

    [[nodiscard]] bool isOver() const { return folder.isEmpty(); }
    bool operator==(const WalkProgress &) const = default;
};

/// What the walk through the folders did not hand out.
struct PassedOver
{
    qint64 repeated = 0; ///< Files that were named again, directly or by a folder.
    qint64 links = 0; ///< Symbolic links in folders: not followed, or to nowhere.
    qint64 others = 0; ///< FIFOs, sockets and devices in folders.
    qint64 own = 0; ///< Files in folders that are FolderOptions::own.

    [[nodiscard]] bool isEmpty() const { return *this == PassedOver(); }
    PassedOver &operator+=(const PassedOver &more)
    {
        repeated += more.repeated;
        links += more.links;
        others += more.others;
        own += more.own;
        return *this;
    }
    bool operator==(const PassedOver &) const = default;
};

} // namespace session

Q_DECLARE_METATYPE(session::PassedOver)
Q_DECLARE_METATYPE(session::FolderOptions)
Q_DECLARE_METATYPE(session::WalkProgress)
