// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requesthead.h"

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

/// Whether a user is named, be it by the transport's options or in the address.
bool hasUser(const RequestHead &head)
{
    const auto transport = head.request.attribute(transportAttribute).value<SharedTransport>();
    return (transport && !transport->user.isEmpty()) || !head.url.userName().isEmpty()
        || !head.request.url().userName().isEmpty();
}

} // namespace

RequestHead requestHeadOf(const QNetworkReply &reply, qint64 bodyBytes)
{
    return {reply.request(), reply.operation(), reply.url(),
            reply.attribute(sentCookiesAttribute).toByteArray(), bodyBytes};
}

QString requestLine(const RequestHead &head)
{
    return QString::fromUtf8(methodFor(head.operation, head.request)) + QLatin1Char(' ')
        + head.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

HeaderList maskedHeaders(const RequestHead &head)
{
    HeaderList headers{{"Host", hostHeader(head.url)}};
    const bool mayAuthenticate = isSameOrigin(head.request.url(), head.url);
    if (mayAuthenticate && hasUser(head))
        headers.emplaceBack("Authorization", "Basic ?");
    headers.emplaceBack("Accept", "*/*");
    // The same lines as libcurl is told, from the same place.
    const auto transport = head.request.attribute(transportAttribute).value<SharedTransport>();
    const TransportOptions defaults;
    HopRequest hop;
    hop.url = head.url;
    hop.request = &head.request;
    hop.transport = transport ? transport.get() : &defaults;
    hop.hasBody = true;
    hop.bodySize = head.bodyBytes;
    hop.mayAuthenticate = mayAuthenticate;
    hop.cookies = head.cookies;
    headers += ownHeaders(hop);
    if (head.bodyBytes >= 0)
        headers.emplaceBack("Content-Length", QByteArray::number(head.bodyBytes));
    return masked(headers);
}

} // namespace net
