// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <stop_token>

namespace experiment {

/// Regular files by their paths, as bytes of the file system, with the number of each (its inode): a name that is used again
/// is another file. Counts alone would take an old file that goes for a new one that did not come.
using WatchedFiles = QHash<QByteArray, quint64>;

/// Those below all of `folders`, links not followed; what cannot be read is none. Stops at a million, as readDisk() does, and
/// as soon as `stop` asks for it, with what it has. Any thread; blocks as long as the disk takes.
[[nodiscard]] WatchedFiles listFiles(const QStringList &folders, const std::stop_token &stop = {});

/// Those of `now` that were not in `before`. Pure.
[[nodiscard]] WatchedFiles newFiles(const WatchedFiles &now, const WatchedFiles &before);
/// Those of `files` that are still in `now`. Pure.
[[nodiscard]] WatchedFiles filesStillIn(const WatchedFiles &now, const WatchedFiles &files);

} // namespace experiment
