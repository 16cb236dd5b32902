// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sentsecrets.h"

#include <QByteArrayView>
#include <QString>

namespace transfer {

/// What a server says with its answer, as text for one cell or line of a terminal: read as UTF-8 with errors
/// replaced, control characters removed, an HTML page reduced to its title ("413 Request Entity Too Large"),
/// or to its text where the title is one bare word ("Error"). At most 2 KiB of UTF-8, "…" at the end when
/// shortened. `body` may be cut off anywhere. Without what the request that it answers had of `secrets`.
[[nodiscard]] QString answerText(QByteArrayView body, QByteArrayView contentType,
                                 const net::SentSecrets &secrets = {});

} // namespace transfer
