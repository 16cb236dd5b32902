// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requesthead.h"

#include "core/base/secrets.h"
#include "core/net/curlsetup.h"
#include "core/net/redirect.h"

#include <QNetworkReply>

namespace net {
namespace {

QByteArray hostHeader(const QUrl &url)
{
    const bool isUsualPort = url.port() == (url.scheme() == QLatin1String("https") ? 443 : 80);
    QUrl place = url.adjusted(QUrl::RemoveUserInfo);
    if (isUsualPort)
        place.setPort(-1);
    return place.authority(QUrl::FullyEncoded).toUtf8();
}

SharedTransport transportOf(const QNetworkRequest &request)
{
    const auto given = request.attribute(transportAttribute).value<SharedTransport>();
    return given ? given : std::make_shared<const TransportOptions>();
}

/// What libcurl makes of a user's name and password; a header of the request comes before it.
HeaderList signIn(const HopRequest &hop)
{
    const TransportOptions &transport = *hop.transport;
    HeaderList headers;
    const bool isNamed = !transport.user.isEmpty() || !hop.url.userName().isEmpty()
        || !hop.request->url().userName().isEmpty();
    if (isNamed && hop.mayAuthenticate && transport.token.isEmpty()
        && !hop.request->hasRawHeader("Authorization"))
        headers.emplaceBack("Authorization", isDigest(hop) ? "Digest ?" : "Basic ?");
    // Through a tunnel the proxy's headers are not the server's, and SOCKS has none.
    if (!mayProxyAnswer(hop.url, transport))
        return headers;
    const bool hasProxyUser = !transport.proxyUser.isEmpty() || !transport.proxy.userName().isEmpty();
    if (hasProxyUser && !hop.request->hasRawHeader("Proxy-Authorization"))
        headers.emplaceBack("Proxy-Authorization", "Basic ?");
    headers.emplaceBack("Proxy-Connection", "Keep-Alive");
    return headers;
}

/// What libcurl says of the body.
HeaderList framing(const HopRequest &hop)
{
    HeaderList headers;
    if (hop.hasBody) {
        if (hop.bodySize >= 0)
            headers.emplaceBack("Content-Length", QByteArray::number(hop.bodySize));
    } else if (hop.method == "POST" || hop.method == "PUT") { // an empty form, for libcurl
        headers.emplaceBack("Content-Length", "0");
        if (!hop.request->hasRawHeader("Content-Type"))
            headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    }
    return headers;
}

HeaderList sentHeaders(const RequestHead &head, const TransportOptions &transport)
{
    HopRequest hop;
    hop.url = head.url;
    hop.method = methodFor(head.operation, head.request);
    hop.request = &head.request;
    hop.transport = &transport;
    hop.hasBody = head.bodyBytes.has_value();
    hop.bodySize = head.bodyBytes.value_or(-1);
    hop.contentType = head.contentType;
    hop.mayAuthenticate = isSameOrigin(head.request.url(), head.url);
    hop.cookies = head.cookies;

    HeaderList headers{{"Host", hostHeader(head.url)}};
    headers += signIn(hop);
    if (!head.request.hasRawHeader("Accept"))
        headers.emplaceBack("Accept", "*/*");
    headers += ownHeaders(hop); // the same lines as libcurl is told, from the same place
    headers += framing(hop);
    return headers;
}

QByteArray pathOf(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
}

} // namespace

RequestHead requestHeadOf(const QNetworkReply &reply, std::optional<qint64> bodyBytes,
                          const QByteArray &contentType)
{
    return {reply.request(), reply.operation(),
            reply.url(),     reply.attribute(sentCookiesAttribute).toByteArray(),
            bodyBytes,       contentType};
}

QString requestLine(const RequestHead &head)
{
    return QString::fromUtf8(methodFor(head.operation, head.request)) + QLatin1Char(' ')
        + base::withoutSecrets(
               head.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveFragment));
}

HeaderList maskedHeaders(const RequestHead &head)
{
    const SharedTransport transport = transportOf(head.request);
    HeaderList headers = sentHeaders(head, *transport);
    for (Header &header : headers) {
        if (!header.second.isEmpty() && isSecretHeader(header.first, *transport))
            header.second = isSecretName(header.first) ? maskedValue(header) : secretMask;
    }
    return headers;
}

qint64 headBytes(const RequestHead &head)
{
    const SharedTransport transport = transportOf(head.request);
    constexpr QByteArrayView version(" HTTP/1.1"), lineEnd("\r\n"), colon(": ");
    qint64 bytes = methodFor(head.operation, head.request).size() + 1 + pathOf(head.url).size()
        + version.size() + 2 * lineEnd.size();
    const HeaderList headers = sentHeaders(head, *transport);
    for (const auto &[name, value] : headers)
        bytes += name.size() + colon.size() + value.size() + lineEnd.size();
    if (!transport->user.isEmpty() && transport->token.isEmpty())
        bytes += (transport->user.size() + transport->password.size()) * 4 / 3; // as Base64
    return bytes;
}

} // namespace net
