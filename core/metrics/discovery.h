// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"
#include "core/net/endpoint.h"

#include <QObject>

class QNetworkAccessManager;

namespace metrics {

/// Finds out how a server can be watched. Tries the URL itself, then /metrics, /debug/vars,
/// /debug/pprof/heap?debug=1, /actuator/prometheus and /actuator/metrics below the URL's path and below its
/// origin, all at once, each with a deadline of 3 s and a size limit of 8 MiB; the format is told from the
/// content, not from the path.
///
/// Only reads: nothing is collected or measured for it on the server. A URL that is itself one of these
/// addresses counts as its parent, and one below /debug/pprof/ (where a GET may run a CPU profile for 30 s)
/// is never fetched. Sources are ordered: those that know memory first, heap profiles last among them, then
/// by the roles they know. Runtime and version are told where the page tells. Found URLs carry no
/// credentials.
///
/// Thread: that of its manager. Ownership: the caller's; destroying a running discovery is silent.
/// `finished` fires exactly once per start(), never from within it. Never fails as a whole: an unreachable
/// server is a report without sources whose misses all say so; a URL that is not http(s) is one miss.
class Discovery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Discovery)

public:
    explicit Discovery(QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~Discovery() override;

    /// The addresses that would be tried for `url`, in order of preference, without repetition; without
    /// credentials.
    [[nodiscard]] static QList<QUrl> candidates(const QUrl &url);

    /// Once only. `endpoint.url` is where to look; headers, TLS and credentials (also those in the URL) go
    /// with every request.
    void start(const net::Endpoint &endpoint);

Q_SIGNALS:
    void finished(const metrics::DiscoveryReport &report);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace metrics
