// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFileDevice>

#include <optional>

namespace base {

/// Puts a file with this content in the place of what is there, as a whole: by a temporary file in the same folder that is
/// renamed when all of it has reached the disk. Whatever fails on the way, and be it the last flush on a disk that is full,
/// is an error, and leaves what was there. Into a FIFO or a device, /dev/stdout for one, it writes as they take it: they are
/// never replaced. `permissions`: of the new file; otherwise those of the old one, or the usual.
///
/// Blocks for as long as the disk takes; any thread. Errors: WriteFailed, with the file's name and the reason.
[[nodiscard]] Result<Done> writeFile(const QString &fileName, const QByteArray &content,
                                     std::optional<QFileDevice::Permissions> permissions = {});

/// Whether writeFile() would begin, as far as can be told before there is anything to write: the folder is there and takes
/// files, the target is no folder and may be replaced. Nothing is left behind, and what was there stays.
///
/// Any thread. Errors: as those of writeFile().
[[nodiscard]] Result<Done> couldWriteFile(const QString &fileName);

} // namespace base
