// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace report {

/// What a failure is called, short enough for a table: "413 Content Too Large", "Connection refused".
/// `httpStatus` is 0 when the server gave no answer.
[[nodiscard]] QString failureTitle(base::ErrorKind kind, int httpStatus);

/// Why it happens and what to do, in one or two sentences. Empty for None and Cancelled.
[[nodiscard]] QString failureAdvice(base::ErrorKind kind, int httpStatus);

/// Why one upload failed, in a line beside its title: the program's own reason and, where both say something, the server's
/// text behind it; what only repeats the status says nothing. As it came: to be made fit with printable() and
/// withoutSecrets().
[[nodiscard]] QString failureWords(const base::Error &error, const QString &serverMessage);

/// The status with its reason phrase (RFC 9110): "201 Created"; the bare number where there is none.
[[nodiscard]] QString statusText(int httpStatus);

} // namespace report
