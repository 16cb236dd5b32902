// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/metrics/role.h"
#include "core/metrics/source.h"
#include "core/net/endpoint.h"

#include <QObject>

class QNetworkAccessManager;

namespace metrics {

/// Reads one source at a steady beat: one request in flight, none queued - a slow server is read less often,
/// and the beats it missed are gaps with a reason. A deadline of three intervals (at least 3 s) bounds each
/// request. Time lost to a sleeping or busy computer is a gap, too.
///
/// Times are Unix milliseconds and never go back: when the wall clock is set back, they go on at their pace
/// until it has caught up.
///
/// Thread: that of its manager and clock. Ownership: the caller's; stop() and destruction are silent, also from
/// within a slot of its signals. No signal fires from within start().
class Scraper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scraper)

public:
    Scraper(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~Scraper() override;

    /// Begins with a scrape at once. A running scraper is stopped first.
    void start(const net::Endpoint &endpoint, const Source &source,
               std::chrono::milliseconds interval = std::chrono::seconds(1));
    void stop();
    /// An additional scrape, begun now: what it reads is not older than this call. A request that is under way is
    /// dropped in its favour. Does nothing unless running.
    void scrapeNow();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// A good scrape; `took` from request to parsed.
    void scraped(const metrics::Reading &reading, std::chrono::microseconds took);
    /// A scrape failed, or a beat had to be left out because the previous request was still under way.
    void missed(qint64 timeMs, const base::Error &reason);
    /// The process start time changed, or cumulative counters fell: another process answers now (see
    /// RestartDetector).
    /// Fires just before the first `scraped` of the new process.
    void restarted(qint64 timeMs);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace metrics
