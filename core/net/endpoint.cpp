// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoint.h"

#include <QVariant>

namespace net {

QNetworkRequest Endpoint::request(const QUrl &target) const
{
    QNetworkRequest request(target.isEmpty() ? url : target);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    request.setAttribute(transportAttribute,
                         QVariant::fromValue<SharedTransport>(std::make_shared<TransportOptions>(transport)));
    return request;
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

} // namespace net
