// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>

namespace session {

/// A file to be uploaded, as transfer::fromNativePath() makes paths.
struct WalkedFile
{
    QString path;
    QString name; ///< What the server is to be told; empty: the path's last part.
    QString relativePath; ///< For UploadRecord; empty where it is not told so.

    bool operator==(const WalkedFile &) const = default;
};

/// Takes the next files, in order.
using FileSink = std::function<void(QList<WalkedFile> &&)>;
/// Is told when a folder is entered and when files were found; see WalkProgress. Never with an empty folder.
using ProgressSink = std::function<void(const WalkProgress &)>;

struct WalkPlan
{
    QStringList paths;
    FolderOptions options;
    qsizetype batchSize = 1'000; ///< Files at once through the sink, at most.
};

/// What files the paths of a plan stand for.
/// - A folder stands for the regular files below it, depth first, each folder's entries in the order of their names'
///   bytes; FIFOs, sockets and devices are passed over. Symbolic links below it are not followed, so that nothing is
///   uploaded that is not in it; nor are FolderOptions::own taken, by the names given there. What is passed over is counted.
/// - A file that several of the paths stand for comes once, where it came first.
/// - With FolderOptions::followsLinks a link to a file is a file, and folders that links lead to are walked after all
///   that is in the folder itself. Every folder is walked once for each path, whatever leads to it: so no walk is endless, nor
///   many times as long as the tree is large.
/// - A folder that cannot be read stands for itself, so that it can be reported.
/// - Everything else stands for itself, absolute: what was named is what was meant, even if it cannot be
///   uploaded. So a symbolic link that is named is followed, to a folder as well, and a hidden file that is named is taken.
///
/// Blocks on the file system; any thread; `cancelled` is looked at before every folder and every batch.
PassedOver walkPaths(const WalkPlan &plan, const FileSink &sink, const ProgressSink &progress,
                     const std::atomic<bool> &cancelled);

} // namespace session
