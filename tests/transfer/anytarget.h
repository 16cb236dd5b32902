// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadtarget.h"

namespace testing {

/// Where scripted uploads go: nothing listens there, and nothing asks.
[[nodiscard]] inline transfer::UploadTarget anyTarget()
{
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost/upload"));
    return target;
}

} // namespace testing
