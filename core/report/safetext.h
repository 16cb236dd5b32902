// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secrets.h"

#include <QString>
#include <QUrl>

/// Text from files and servers made fit to be shown: neither may move a terminal's cursor, reorder a line or
/// break a document, and no address gives a secret away. Every writer of this module passes foreign text
/// through here.
namespace report {

/// Fit for one line: line breaks and tabs become spaces, control characters their pictures (U+2400 …), and
/// what reorders text (bidi controls) or is no character (lone surrogates, U+FFFE) U+FFFD.
[[nodiscard]] QString printable(const QString &text);
/// printable(), at most `length` characters of it; what was cut is replaced by "…".
[[nodiscard]] QString printable(const QString &text, qsizetype length);

using base::withoutSecrets;

/// An address without secrets, for people.
[[nodiscard]] QString displayUrl(const QUrl &url);
/// The same, encoded, for programs.
[[nodiscard]] QString encodedUrl(const QUrl &url);

} // namespace report
