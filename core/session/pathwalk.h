// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <atomic>
#include <functional>

namespace session {

/// Takes the next paths, in order.
using PathSink = std::function<void(QStringList &&)>;

/// What files `paths` stand for, in batches of at most `batchSize` through `sink`.
/// - A folder stands for the regular files below it, hidden ones included, depth first, each folder's entries in
///   the order of their names' bytes. Symbolic links below it are not followed, so that nothing is uploaded that
///   is not in it and no walk is endless; FIFOs, sockets and devices are passed over.
/// - A folder that cannot be read stands for itself, so that it can be reported.
/// - Everything else stands for itself, absolute: what was named is what was meant, even if it cannot be
///   uploaded. So a symbolic link that is named is followed, to a folder as well.
///
/// Paths are as transfer::fromNativePath() makes them. Blocks on the file system; any thread; `cancelled` is
/// looked at before every folder and every batch.
void walkPaths(const QStringList &paths, qsizetype batchSize, const PathSink &sink,
               const std::atomic<bool> &cancelled);

} // namespace session
