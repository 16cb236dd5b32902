// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetchjob.h"

#include "core/net/networkerror.h"
#include "core/net/phasetimings.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace net {

FetchJob::FetchJob(QNetworkAccessManager &manager, Endpoint endpoint, QUrl url, Limits limits,
                   QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_endpoint(std::move(endpoint))
    , m_url(std::move(url))
    , m_limits(limits)
{
    m_endpoint.transport.totalTimeout = limits.deadline;
    m_endpoint.transport.connectTimeout = limits.deadline;
    m_endpoint.transport.maxAnswerBytes = limits.maxBytes;
}

FetchJob::~FetchJob()
{
    if (m_reply) {
        m_reply->disconnect(this);
        delete std::exchange(m_reply, nullptr);
    }
}

void FetchJob::start(const QByteArray &accept)
{
    Q_ASSERT_X(!m_started, "FetchJob::start", "started twice");
    m_started = true;
    QNetworkRequest request = m_endpoint.request(m_url);
    if (!accept.isEmpty())
        request.setRawHeader("Accept", accept);
    m_reply = m_manager.get(request);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        QNetworkReply *reply = std::exchange(m_reply, nullptr);
        reply->deleteLater();
        const base::Error error = errorOf(*reply);
        if (error.kind != base::ErrorKind::None && error.kind != base::ErrorKind::HttpStatus) {
            Q_EMIT finished(error);
            return;
        }
        const auto timings = reply->attribute(phaseTimingsAttribute).value<PhaseTimings>();
        Fetched fetched;
        fetched.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        fetched.contentType = reply->rawHeader("Content-Type");
        fetched.url = reply->url();
        fetched.elapsed = timings.total;
        fetched.body = reply->readAll();
        Q_EMIT finished(fetched);
    });
}

} // namespace net
