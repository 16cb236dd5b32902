// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace net {

/// Whether a host is this machine, or surely in a private network, so that a load on it is nobody else's business:
/// addresses of RFC 1918, RFC 4193, RFC 6598 and link-local ones, and names that no public resolver knows - those of one
/// label, and those below .localhost and .test (RFC 6761), .local (RFC 6762), .home.arpa (RFC 8375) and .internal. Nothing
/// is resolved: a public name of a private address is asked about once too often rather than too seldom.
[[nodiscard]] bool isPrivateHost(const QString &host);

} // namespace net
