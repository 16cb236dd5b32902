// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMetaType>
#include <QNetworkRequest>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

namespace net {

/// How a request travels, beyond what QNetworkRequest can say. Immutable once shared; carried by a request in
/// `transportAttribute` and read by CurlReply. A stock QNetworkAccessManager ignores it.
struct TransportOptions
{
    /// How `user` and `password` are shown to the server.
    enum class Auth {
        Basic, ///< RFC 7617, with the first request, so that no body is sent in vain.
        /// RFC 7616. The server has to be asked for its challenge first; that is done without a body ("Content-Length: 0"),
        /// so that none is sent in vain here either. It takes a round trip per request, and a body of known size.
        Digest,
    };

    QString caFile; ///< PEM bundle used instead of the system's; empty: the system's.
    QString
        crlFile; ///< PEM lists of revoked certificates, one of each authority in the chain; empty: not looked at.
    QString certFile; ///< Client certificate: PEM, or PKCS#12 with its key (see isPkcs12()).
    QString keyFile; ///< Its key, PEM; empty: inside certFile.
    QString keyPassword; ///< Of the key, or of the PKCS#12 file.
    bool verifyTls = true; ///< Never false by default; the caller warns where it is.
    /// An exception for one certificate: the server's own is accepted if this is its SHA-256 (of the DER, 32 bytes),
    /// whatever else is wrong with it. Any other is verified as usual. Not through an https:// proxy.
    QByteArray trustedCertificate;
    QUrl proxy; ///< http://, https://, socks5:// …; empty: the manager's proxy().
    QString proxyUser; ///< Basic; empty: that of `proxy`, if any.
    QString proxyPassword;
    QString user; ///< Empty: that of the URL, if any.
    QString password;
    Auth auth = Auth::Basic;
    QString token; ///< RFC 6750, sent as "Authorization: Bearer …" instead of `user`; empty: none.
    QByteArrayList secretHeaders; ///< Names of headers that are secrets though isSecretName() cannot tell.
    std::chrono::milliseconds connectTimeout{30'000}; ///< Resolve, connect and TLS together; 0: none.
    std::chrono::milliseconds stallTimeout{120'000}; ///< No byte in either direction; 0: none.
    std::chrono::milliseconds totalTimeout{
        0}; ///< From the first attempt to connect to the last byte; 0: none.
    qint64 maxAnswerBytes = 0; ///< Longer answers fail with TooLarge; 0: no limit.
    bool resendBodyOnRedirect = false; ///< Whether 307 and 308 may send the body again to the new place.
    bool closeConnection = false; ///< Do not keep the connection alive after the answer.
    bool resetOnClose
        = false; ///< End the connection with RST instead of FIN (SO_LINGER 0), as a client that crashes.

    bool operator==(const TransportOptions &) const = default;
};

using SharedTransport = std::shared_ptr<const TransportOptions>;

/// Told by the name, as the file is chosen: it ends in .p12 or .pfx.
[[nodiscard]] bool isPkcs12(const QString &fileName);

/// Carries a SharedTransport.
inline constexpr auto transportAttribute = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User + 1);

/// Whether a header proves who we are, so that it stays within the origin that it was given for and is shown to nobody:
/// told by its name (see isSecretName()), or among `transport.secretHeaders`.
[[nodiscard]] bool isSecretHeader(QByteArrayView name, const TransportOptions &transport);

/// Whether an HTTP proxy of the transport sees requests for that address as they are, and may answer them itself: it does
/// not where it only tunnels, as for https.
[[nodiscard]] bool mayProxyAnswer(const QUrl &url, const TransportOptions &transport);

/// Leaves out of a request what proves who we are, for it goes to another origin: user, client certificate, and secret
/// headers.
void withholdCredentials(QNetworkRequest &request);

/// Where requests go and how: what a person calls "the server".
struct Endpoint
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Sent with every request, in this order.
    TransportOptions transport;

    bool operator==(const Endpoint &) const = default;

    /// A request for `target` (by default the URL itself) with headers and transport applied. Cheap to call
    /// often: `transport` is shared between the requests only if the caller keeps the returned one and copies
    /// it.
    [[nodiscard]] QNetworkRequest request(const QUrl &target = {}) const;
    /// Scheme, host and port of `url`, path "/".
    [[nodiscard]] QUrl origin() const;
};

/// A host that is this machine: "localhost", or an address of the loopback (RFC 1122, RFC 4291).
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace net

Q_DECLARE_METATYPE(net::SharedTransport)
