// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

namespace transfer {

/// What uploads have in common that failed for the same reason: one cure is for all of them.
struct FailureReason
{
    base::ErrorKind kind = base::ErrorKind::None;
    int httpStatus = 0; ///< Only where `kind` is HttpStatus.
    QString server; ///< UploadRecord::server; empty: none was asked.

    bool operator==(const FailureReason &) const = default;
    friend size_t qHash(const FailureReason &reason, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<int>(reason.kind), reason.httpStatus, reason.server);
    }
};

/// Kind None: it did not fail.
[[nodiscard]] FailureReason failureReason(const UploadRecord &record);

} // namespace transfer

Q_DECLARE_METATYPE(transfer::FailureReason)
