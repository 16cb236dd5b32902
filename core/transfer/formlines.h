// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The text of a multipart/form-data body (RFC 7578), but for its boundaries. A part's head goes from behind its
/// boundary to the empty line that its content follows.
namespace transfer {

/// A field or file name for use between the quotes of a Content-Disposition header: UTF-8 with `"`, CR and LF
/// as %22, %0D and %0A (WHATWG HTML, "multipart/form-data encoding algorithm"; RFC 7578 section 4.2 forbids
/// filename*). What is not Unicode, and NUL, becomes U+FFFD.
[[nodiscard]] QByteArray escapedName(const QString &name);

/// The head of a field's part.
[[nodiscard]] QByteArray fieldHead(const QString &name);

/// The head of a file's part up to its file name, which is to be escaped, and what comes behind that.
[[nodiscard]] QByteArray fileHeadBegin(const QString &field);
inline constexpr char fileHeadEnd[] = "\"\r\nContent-Type: application/octet-stream\r\n\r\n";

} // namespace transfer
