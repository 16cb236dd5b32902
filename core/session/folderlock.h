// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace session {

/// Keeps other programs out while one makes a file in a folder, or moves a damaged one out of the way, which must not be done
/// twice at once: the kernel's lock on the folder itself (flock), which leaves no file behind and ends with its program.
///
/// Any thread; blocks.
class FolderLock final
{
    Q_DISABLE_COPY_MOVE(FolderLock)

public:
    FolderLock() = default;
    ~FolderLock();

    /// Once only. Waits for whoever has it, five seconds at most: then InUse. A file system without such locks does without.
    [[nodiscard]] base::Result<base::Done> take(const QString &folder);

private:
    int m_descriptor = -1;
};

} // namespace session
