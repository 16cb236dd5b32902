// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/metrics/seriesstore.h"
#include "core/metrics/source.h"
#include "core/net/endpoint.h"
#include "core/session/timeline.h"

#include <QObject>

class QNetworkAccessManager;

namespace metrics {
class Discovery;
class Scraper;
struct Reading;
} // namespace metrics

namespace session {

/// Finds out how a server can be watched, watches it, keeps what it said, and notices when it goes away,
/// comes back or is replaced.
///
/// Lost: scrapes fail - at once when the server refuses or breaks one, after three beats in a row without an
/// answer when it is merely slow (or this computer slept). Recovered: the next good one. What ServerWatch
/// tells of addresses never contains credentials.
///
/// Thread: that of its manager and clock. Ownership: the caller's; manager and clock outlive it. Destruction
/// is silent, and every slot may call back.
class ServerWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerWatch)

public:
    ServerWatch(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~ServerWatch() override;

    /// Stops, forgets all readings, and looks for sources. Intervals below 100 ms are taken for 100 ms.
    void start(const net::Endpoint &endpoint, std::chrono::milliseconds interval);
    /// Keeps what was read.
    void stop();
    /// Reads once more, beside the beat; see Scraper::scrapeNow().
    void scrapeNow();

    /// Where it looked, or looks; empty before the first start(). Without credentials.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const metrics::DiscoveryReport &discovery() const { return m_report; }
    [[nodiscard]] const metrics::SeriesStore &series() const { return m_series; }
    [[nodiscard]] qint64 scrapesOk() const { return m_scrapesOk; }
    [[nodiscard]] qint64 scrapesMissed() const { return m_scrapesMissed; }
    [[nodiscard]] QString lastMissReason() const { return m_lastMissReason; }

Q_SIGNALS:
    void discovered(const metrics::DiscoveryReport &report);
    /// The readings are in series() already.
    void scraped(const metrics::Reading &reading, std::chrono::microseconds took);
    void missed(qint64 timeMs, const QString &reason);
    /// Connected (after `discovered`), Lost, Recovered, Restarted. Fires before the `scraped` or `missed` it
    /// is about.
    void marked(const session::Mark &mark);

private:
    void dropDiscovery();
    void take(const metrics::DiscoveryReport &report);
    void onScraped(const metrics::Reading &reading, std::chrono::microseconds took);
    void onMissed(qint64 timeMs, const base::Error &reason);
    [[nodiscard]] bool recover(qint64 timeMs);
    [[nodiscard]] bool mark(qint64 timeMs, MarkKind kind, const QString &text);

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    net::Endpoint m_endpoint;
    std::chrono::milliseconds m_interval{0};
    std::unique_ptr<metrics::Discovery> m_discovery;
    std::unique_ptr<metrics::Scraper> m_scraper;
    metrics::DiscoveryReport m_report;
    metrics::SeriesStore m_series;
    qint64 m_scrapesOk = 0;
    qint64 m_scrapesMissed = 0;
    QString m_lastMissReason;
    int m_missesInRow = 0;
    qint64 m_lostAtMs = 0; ///< 0: not lost.
    quint64 m_run = 0; ///< Counts start() and stop(): a receiver may have called one from its slot.
};

} // namespace session
