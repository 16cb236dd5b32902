// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"

#include <QObject>

class QNetworkAccessManager;
class QNetworkReply;

namespace net {

/// What a GET brought back.
struct Fetched
{
    int httpStatus = 0; ///< Any status: a 404 is a result, not an error.
    QByteArray body;
    QByteArray contentType; ///< As sent, lower case not applied; empty if absent.
    QUrl url; ///< Where the answer came from, after redirects.
    std::chrono::microseconds elapsed{0};
};

/// One GET with a deadline and a size limit. Redirects are followed.
///
/// Thread: that of its manager. Ownership: the caller's; destroying a running job aborts it in silence.
/// `finished` fires exactly once per start(), from the event loop, never from within start().
/// Errors: those of connecting and TLS, Timeout, TooLarge, Protocol, BadUrl, UnsupportedScheme.
class FetchJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchJob)

public:
    struct Limits
    {
        std::chrono::milliseconds deadline{5'000};
        qint64 maxBytes = 16 * 1024 * 1024;
    };

    FetchJob(QNetworkAccessManager &manager, Endpoint endpoint, QUrl url, Limits limits,
             QObject *parent = nullptr);
    ~FetchJob() override;

    /// Once only. Sends "Accept" as given, if not empty.
    void start(const QByteArray &accept = {});

Q_SIGNALS:
    void finished(const base::Result<net::Fetched> &result);

private:
    QNetworkAccessManager &m_manager;
    Endpoint m_endpoint;
    QUrl m_url;
    Limits m_limits;
    QNetworkReply *m_reply = nullptr;
    bool m_started = false;
};

} // namespace net
