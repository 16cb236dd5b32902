// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

struct stat;

namespace transfer {

/// By what a file is recognised: if two looks at it give the same stamp, it is taken to hold the same bytes.
/// A rewrite to the same size within one tick of the kernel's clock (about 4 ms) escapes notice, and so does one whose
/// author puts the time back. The time of the last change of the inode would tell of that, but it tells of a link, a mode, a
/// tag or a time of access that was set, too: an upload that arrived whole would be called a failure, and sent twice.
struct FileStamp
{
    qint64 bytes = -1;
    qint64 modifiedNs = 0; ///< Nanoseconds since 1970.
    quint64 inode = 0;
    quint64 device = 0;

    bool operator==(const FileStamp &) const = default;
};

/// Of a regular file; anything else is NotAFile.
[[nodiscard]] base::Result<FileStamp> stampOf(const struct stat &info);

/// One look at what lies at `nativePath`, without opening it: one system call, a second one where only the
/// kernel can tell whether we may read it. Errors: FileMissing, FileUnreadable, NotAFile.
[[nodiscard]] base::Result<FileStamp> stampAt(const QByteArray &nativePath);

/// When anything of the inode was changed last, of which no program can put the time back: also its name, mode or links.
/// Nothing: there is no such file. Nanoseconds since 1970.
[[nodiscard]] std::optional<qint64> inodeChangedNs(const QByteArray &nativePath);

/// What errno says about a file that was to be read.
[[nodiscard]] base::Error fileError(int code);

} // namespace transfer
