// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace report {

/// What a failure is called, short enough for a table: "413 Content Too Large", "Connection refused".
/// `httpStatus` is 0 when the server gave no answer.
[[nodiscard]] QString failureTitle(base::ErrorKind kind, int httpStatus);

/// Why it happens and what to do, in one or two sentences. Empty for None and Cancelled.
[[nodiscard]] QString failureAdvice(base::ErrorKind kind, int httpStatus);

/// The status with its reason phrase (RFC 9110): "201 Created"; the bare number where there is none.
[[nodiscard]] QString statusText(int httpStatus);

} // namespace report
