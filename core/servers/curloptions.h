// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/servers/shellwords.h"

namespace servers {

/// One option of a curl command, or an address that stands there without one.
struct CurlOption
{
    QString name; ///< The long one, without dashes: "form"; "url" for a bare address; empty: not known.
    QString typed; ///< As it was written: "-F".
    ShellWord value; ///< Empty for options that take none.

    bool operator==(const CurlOption &) const = default;
};

/// Takes the words of a curl command apart by curl's own rules (https://curl.se/docs/manpage.html): short options may be
/// joined, "-sSL", and have their value at once, "-XPUT"; long ones have it as the next word. An option
/// that is not known is handed on, with the next word if that looks like its value. Error Malformed: it is no curl command, or
/// an option lacks its value. Which options mean anything here is for the caller to decide.
[[nodiscard]] base::Result<QList<CurlOption>> parseCurlOptions(const QList<ShellWord> &words);

} // namespace servers
