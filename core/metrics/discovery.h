// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"
#include "core/net/endpoint.h"

#include <QObject>

class QNetworkAccessManager;

namespace metrics {

/// Finds out how a server can be watched. Tries the URL itself, then /metrics, /debug/vars, /debug/pprof/,
/// /actuator/prometheus and /actuator/metrics below the URL's path and below its origin, all at once, each with a
/// deadline of 3 s and a size limit of 8 MiB; the format is told from the content, not from the path.
///
/// Thread: that of its manager. Ownership: the caller's; destroying a running discovery is silent.
/// `finished` fires exactly once per start(). Never fails as a whole: an unreachable server is a report without
/// sources whose misses all say so.
class Discovery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Discovery)

public:
    explicit Discovery(QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~Discovery() override;

    /// The addresses that would be tried for `url`, in order of preference, without repetition.
    [[nodiscard]] static QList<QUrl> candidates(const QUrl &url);

    /// Once only. `endpoint.url` is where to look; headers, TLS and credentials go with every request.
    void start(const net::Endpoint &endpoint);

Q_SIGNALS:
    void finished(const metrics::DiscoveryReport &report);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace metrics
