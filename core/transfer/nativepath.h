// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// File names are bytes, QString is text: a name that is not valid UTF-8 would be lost on the way through
/// QFile::decodeName(), and the file with it.
namespace transfer {

/// Text from which toNativePath() gets the same bytes back: a byte 0x80…0xFF that is not part of valid UTF-8
/// becomes the lone surrogate U+DC80…U+DCFF (as Python's "surrogateescape", PEP 383).
[[nodiscard]] QString fromNativePath(const QByteArray &bytes);

/// The bytes for open() and stat(). Undoes fromNativePath(). Paths that came through QFile::decodeName() or a
/// QUrl carry U+FFFD where a byte was lost; for those the folders are searched, and the one entry that fits
/// is taken. Without one that fits, or with several, the result names no existing file.
[[nodiscard]] QByteArray toNativePath(const QString &path);

/// Valid Unicode for people and servers: every lone surrogate and NUL becomes U+FFFD.
[[nodiscard]] QString printable(const QString &text);

/// `path` from the root on, without ".", "..", double slashes and one at the end: the one spelling in which paths are kept
/// and compared. Names stay as they are, also those of links; only a link with ".." behind it gives way to where it leads, which
/// its name does not tell. So it looks at the file system, but only where there is "..", which stays behind what is no
/// folder. Empty: empty.
[[nodiscard]] QString absolutePath(const QString &path);

/// The bytes of a file's name: of the end of its native path, if `name` is what a person reads there - one part or
/// several -, so that names that are not valid UTF-8 stay what they are; else those of `name` itself.
[[nodiscard]] QByteArray nativeName(const QByteArray &nativePath, const QString &name);

/// The printable last part of a path.
[[nodiscard]] QString fileNameOf(const QString &path);

} // namespace transfer
