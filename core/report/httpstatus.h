// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace report {

/// "413 Content Too Large": the code with the reason phrase of the IANA registry (RFC 9110 and others), the
/// bare code for unregistered ones. Protocol vocabulary, therefore not translated.
[[nodiscard]] QString httpStatusText(int status);

/// The server's words as one line of plain text: tags, repeated blanks and a repetition of the status are
/// left out. Front proxies answer with a page of HTML that says no more than its title.
[[nodiscard]] QString serverWords(const QString &message, int status);

} // namespace report
