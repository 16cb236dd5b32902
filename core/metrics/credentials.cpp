// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/credentials.h"

namespace metrics {

net::Endpoint withCredentialsMoved(net::Endpoint endpoint)
{
    if (endpoint.transport.user.isEmpty()) {
        endpoint.transport.user = endpoint.url.userName(QUrl::FullyDecoded);
        endpoint.transport.password = endpoint.url.password(QUrl::FullyDecoded);
    }
    endpoint.url = endpoint.url.adjusted(QUrl::RemoveUserInfo);
    return endpoint;
}

} // namespace metrics
