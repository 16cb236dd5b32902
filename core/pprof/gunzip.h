// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace pprof {

[[nodiscard]] bool isGzip(QByteArrayView bytes);

/// The content of a gzip file (RFC 1952), of all members if there are several. Errors: Malformed when it is cut
/// short, corrupt or followed by something else; TooLarge beyond `maxBytes`, before they are allocated.
[[nodiscard]] base::Result<QByteArray> gunzip(QByteArrayView bytes, qint64 maxBytes);

} // namespace pprof
