// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace experiment {

/// Regular files below a folder.
struct DiskReading
{
    qint64 files = 0;
    qint64 bytes = 0; ///< Of their lengths.

    bool operator==(const DiskReading &) const = default;
};

/// Counts below all of `folders`, links not followed; what cannot be read counts as nothing, and what vanishes while it
/// is counted too. Stops at a million files: a folder that large is not a server's temporary one.
[[nodiscard]] DiskReading readDisk(const QStringList &folders);

} // namespace experiment
