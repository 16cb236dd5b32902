// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QList>

namespace transfer {

/// What a queue of these would say of itself, but for its speed.
[[nodiscard]] QueueTotals totalsOf(const QList<UploadRecord> &uploads);

} // namespace transfer
