// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace report {

/// What a failure is called, short enough for a table: "413 Content Too Large", "Connection refused".
/// `httpStatus` is 0 when the server gave no answer.
[[nodiscard]] QString failureTitle(base::ErrorKind kind, int httpStatus);

/// Why it happens and what to do, failureReason() in a few sentences. Empty for None and Cancelled.
[[nodiscard]] QString failureAdvice(base::ErrorKind kind, int httpStatus);

/// Why one upload failed, in a line beside its title: the program's own reason and, where both say something, the server's
/// text behind it, of a page of HTML its title; what only repeats the status says nothing. Else as it came: to be made fit with printable() and
/// withoutSecrets().
[[nodiscard]] QString failureWords(const base::Error &error, const QString &serverMessage);

} // namespace report
