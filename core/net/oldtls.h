// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace net {

/// The first message of a client that speaks nothing newer than TLS 1.1 (RFC 4346 section 7.4.1.2), to be sent over a plain
/// connection. Made by hand, because the TLS library of this machine may be forbidden to speak so: what is asked is what the
/// server would do. It names the usual ciphers of that time; `host` is told to the server unless it is an address (RFC 6066).
[[nodiscard]] QByteArray oldTlsHello(const QString &host);

/// What a server answers to it.
struct OldTlsAnswer
{
    bool isAccepted = false; ///< It goes on with TLS 1.1 or older; RFC 8996 forbids those.
    QString version; ///< "TLS 1.1", "TLS 1.0", "SSL 3.0", of an accepted one.
};

/// Of the first bytes that came back. Nothing: neither a handshake nor an alert, or too few to tell.
[[nodiscard]] std::optional<OldTlsAnswer> readOldTlsAnswer(const QByteArray &received);

} // namespace net
