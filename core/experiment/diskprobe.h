// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <stop_token>

namespace experiment {

/// Regular files below a folder.
struct DiskReading
{
    qint64 files = 0;
    qint64 bytes = 0; ///< Of their lengths.

    bool operator==(const DiskReading &) const = default;
};

/// Counts below all of `folders`, links not followed; what cannot be read counts as nothing, and what vanishes while it
/// is counted too. Stops at a million files: a folder that large is not a server's temporary one; and as soon as `stop`
/// asks for it, with what it has. Any thread; blocks as long as the disk takes.
[[nodiscard]] DiskReading readDisk(const QStringList &folders, const std::stop_token &stop = {});

/// The same of one folder, which has to be there. Errors, in words that name it: NotFound, FileUnreadable, TooLarge for more
/// than a million files, and Cancelled as soon as `stop` asks for it. Any thread; blocks as long as the disk takes.
[[nodiscard]] base::Result<DiskReading> readFolder(const QString &folder, const std::stop_token &stop = {});

} // namespace experiment
