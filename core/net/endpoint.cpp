// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoint.h"

#include "core/net/secretheader.h"

#include <QHostAddress>
#include <QVariant>

#include <algorithm>

namespace net {

bool isPkcs12(const QString &fileName)
{
    return fileName.endsWith(QLatin1String(".p12"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1String(".pfx"), Qt::CaseInsensitive);
}

QNetworkRequest Endpoint::request(const QUrl &target) const
{
    QNetworkRequest request(target.isEmpty() ? url : target);
    for (const auto &[name, value] : headers) {
        // QNetworkRequest holds each name once; a list means the same (RFC 9110 section 5.3), cookies excepted.
        const QByteArray before = request.rawHeader(name);
        const QByteArray separator = name.compare("Cookie", Qt::CaseInsensitive) == 0 ? "; " : ", ";
        const QByteArray empty(""); // a null value would take the header away
        request.setRawHeader(name,
                             !before.isEmpty()    ? before + separator + value
                                 : value.isNull() ? empty
                                                  : value);
    }
    request.setAttribute(transportAttribute,
                         QVariant::fromValue<SharedTransport>(std::make_shared<TransportOptions>(transport)));
    return request;
}

bool isSecretHeader(QByteArrayView name, const TransportOptions &transport)
{
    return isSecretName(name)
        || std::ranges::any_of(transport.secretHeaders, [name](const QByteArray &secret) {
               return name.compare(secret, Qt::CaseInsensitive) == 0;
           });
}

bool mayProxyAnswer(const QUrl &url, const TransportOptions &transport)
{
    return transport.proxy.scheme().startsWith(QLatin1String("http"))
        && url.scheme() == QLatin1String("http");
}

void withholdCredentials(QNetworkRequest &request)
{
    const auto given = request.attribute(transportAttribute).value<SharedTransport>();
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        if (given ? isSecretHeader(name, *given) : isSecretName(name))
            request.setRawHeader(name, QByteArray()); // a null value removes it
    }
    request.setUrl(request.url().adjusted(QUrl::RemoveUserInfo));
    if (!given)
        return;
    auto anonymous = std::make_shared<TransportOptions>(*given);
    for (QString *secret : {&anonymous->user, &anonymous->password, &anonymous->token, &anonymous->certFile,
                            &anonymous->keyFile, &anonymous->keyPassword})
        secret->clear();
    request.setAttribute(transportAttribute, QVariant::fromValue<SharedTransport>(anonymous));
}

QUrl Endpoint::origin() const
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    origin.setPath(QStringLiteral("/"));
    return origin;
}

bool isLoopback(const QString &host)
{
    const QHostAddress address(host);
    return host == QLatin1String("localhost") || (!address.isNull() && address.isLoopback());
}

} // namespace net
