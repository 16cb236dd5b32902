// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/servers/shellwords.h"

#include <QUrl>

namespace servers {

/// One option of a curl command, or an address that stands there without one.
struct CurlOption
{
    QString name; ///< The long one, without dashes: "form"; "url" for a bare address; empty: not known.
    QString typed; ///< As it was written: "-F". Never a part of the value, so that it may be shown.
    ShellWord value; ///< Empty for options that take none.

    bool operator==(const CurlOption &) const = default;
};

/// The value of --cert, "file:passphrase": a colon or a backslash in the file's name has a backslash before it.
struct CertificateArgument
{
    QString file;
    QString passphrase; ///< Empty: there is none.
};
[[nodiscard]] CertificateArgument parseCertificate(const QString &value);

/// Of -d and its kin: whether the data are in a file that the value names, and not the value itself.
[[nodiscard]] bool readsFile(const CurlOption &data);

/// As curl guesses what people leave out; not valid where it is none.
[[nodiscard]] QUrl parseAddress(const QString &value);

/// Of an option that is about curl's own output, or asks for what is done here anyway.
[[nodiscard]] bool isWithoutMeaning(const QString &name);

/// Takes the words of a curl command apart by curl's own rules (https://curl.se/docs/manpage.html): short options may be
/// joined, "-sSL", and have their value at once, "-XPUT"; long ones have it as the next word. An option
/// that is not known is handed on, with the next word if that looks like its value. Error Malformed: it is no curl command, or
/// an option lacks its value. Which options mean anything here is for the caller to decide.
[[nodiscard]] base::Result<QList<CurlOption>> parseCurlOptions(const QList<ShellWord> &words);

} // namespace servers
