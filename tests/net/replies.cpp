// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/replies.h"

#include <QNetworkReply>
#include <QSignalSpy>

namespace replies {

bool waitFor(QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return reply->isFinished() || finished.wait(30'000);
}

QByteArray readWhole(QNetworkReply *reply)
{
    return waitFor(reply) ? reply->readAll() : QByteArray("never finished");
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest withTransport(const QUrl &url, const net::TransportOptions &options)
{
    net::Endpoint endpoint;
    endpoint.url = url;
    endpoint.transport = options;
    return endpoint.request();
}

} // namespace replies
