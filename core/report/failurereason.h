// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace report {

/// A failure of an upload, or of reaching a server, in words for people.
struct FailureReason
{
    QString why; ///< "Nothing listens at this address."
    QString advice; ///< "Start the server, or check the port in the address."

    bool operator==(const FailureReason &) const = default;
};

/// The same in window, terminal and reports. `httpStatus` counts for ErrorKind::HttpStatus alone. Pure.
[[nodiscard]] FailureReason failureReason(base::ErrorKind kind, int httpStatus);

} // namespace report
