// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"

#include <QSslConfiguration>

namespace net {

/// The authorities and the client certificate of `transport`, and whether the server is verified, for a socket of Qt's: what
/// a RawConnection needs, which does not pass through libcurl. Lists of revoked certificates are not looked at. Reads files.
/// Errors: FileUnreadable for a certificate or key that cannot be read, or whose passphrase is wrong.
[[nodiscard]] base::Result<QSslConfiguration> sslSettings(const TransportOptions &transport);

} // namespace net
