// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace net {

/// Whose server an address can be, as far as the address tells.
enum class HostScope {
    Loopback, ///< This machine (RFC 1122, RFC 4291).
    /// Within one network: RFC 1918, RFC 4193 (fc00::/7), link-local ones (RFC 3927, RFC 4291), and those of a provider's own
    /// network (RFC 6598).
    Private,
    Public, ///< Anybody's.
};

/// Addresses of IPv4 that are written as IPv6 (::ffff:10.0.0.1) are what they are as IPv4.
[[nodiscard]] HostScope scopeOf(const QHostAddress &address);

/// Of a name that resolves to all of these: the widest. Public for none: nothing is known of it.
[[nodiscard]] HostScope scopeOf(const QList<QHostAddress> &addresses);

} // namespace net
