// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/failurereason.h"

namespace transfer {

FailureReason failureReason(const UploadRecord &record)
{
    if (record.state != UploadState::Failed)
        return {};
    const bool isRefusal = record.error.kind == base::ErrorKind::HttpStatus;
    return {record.error.kind, isRefusal ? record.httpStatus : 0, record.server};
}

} // namespace transfer
