// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

class QLockFile;

/// Who has an archive, beside what QLockFile knows of itself: that never takes over what another host name wrote, for it
/// cannot see that host's processes.
namespace session {

/// Removes the lock file if its program has certainly ended: it ran on this machine since its last start, be it in a
/// container of another name, and the kernel's own lock on the file (flock), which ends with its program, is free. So is an
/// empty one that stays empty (a second is waited): its program was killed between making it and writing into it, and
/// QLockFile would take it for somebody's for ever. False: it is still there.
[[nodiscard]] bool removeAbandoned(const QString &lockPath);

/// That of a lock that another program has: which one, where, and how to get out. InUse.
[[nodiscard]] base::Error inUse(const QLockFile &lock, const QString &archivePath);

/// Why no file can be made beside that one, as the system says.
[[nodiscard]] QString whyNotWritable(const QString &path);

} // namespace session
