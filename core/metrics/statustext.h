// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace metrics {

/// "404 Not Found" as an HttpStatus error; the bare number for a status without a registered phrase (RFC
/// 9110).
[[nodiscard]] base::Error statusError(int httpStatus);

} // namespace metrics
