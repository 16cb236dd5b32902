// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/serverwatch.h"

#include "core/base/format.h"
#include "core/metrics/discovery.h"
#include "core/metrics/scraper.h"

#include <QPointer>

namespace session {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds shortestInterval{100};
constexpr int patience = 3; ///< Beats without an answer.

} // namespace

ServerWatch::ServerWatch(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
    , m_scraper(std::make_unique<metrics::Scraper>(manager, clock))
{
    connect(m_scraper.get(), &metrics::Scraper::scraped, this, &ServerWatch::onScraped);
    connect(m_scraper.get(), &metrics::Scraper::missed, this, &ServerWatch::onMissed);
    connect(m_scraper.get(), &metrics::Scraper::restarted, this, [this](qint64 timeMs) {
        if (recover(timeMs))
            static_cast<void>(mark(timeMs, MarkKind::Restarted, tr("another process answers now")));
    });
}

ServerWatch::~ServerWatch() = default;

QUrl ServerWatch::url() const
{
    return m_endpoint.url.adjusted(QUrl::RemoveUserInfo);
}

void ServerWatch::start(const net::Endpoint &endpoint, milliseconds interval)
{
    stop();
    m_endpoint = endpoint;
    m_interval = std::max(interval, shortestInterval);
    m_report = {};
    m_series.clear();
    m_scrapesOk = m_scrapesMissed = 0;
    m_lastMissReason.clear();
    m_missesInRow = 0;
    m_lostAtMs = 0;
    m_discovery = std::make_unique<metrics::Discovery>(m_manager);
    connect(m_discovery.get(), &metrics::Discovery::finished, this, &ServerWatch::take);
    m_discovery->start(m_endpoint);
}

void ServerWatch::stop()
{
    ++m_run;
    m_scraper->stop();
    if (m_discovery) {
        m_discovery->disconnect(this);
        dropDiscovery();
    }
}

void ServerWatch::scrapeNow()
{
    m_scraper->scrapeNow();
}

void ServerWatch::dropDiscovery()
{
    // It may be the one that is calling us.
    m_discovery->setParent(this);
    m_discovery.release()->deleteLater();
}

void ServerWatch::take(const metrics::DiscoveryReport &report)
{
    const metrics::DiscoveryReport found = report; // The Discovery may go with the first slot.
    m_report = found;
    if (report.found())
        m_scraper->start(m_endpoint, report.sources.constFirst(), m_interval);
    dropDiscovery();

    const QPointer<ServerWatch> self(this);
    const quint64 run = m_run;
    Q_EMIT discovered(found);
    if (!self || run != m_run || !found.found())
        return;
    const metrics::Source &source = found.sources.constFirst();
    static_cast<void>(mark(base::toUnixMs(m_clock.wallNow()), MarkKind::Connected,
                           tr("%1 at %2", "Prometheus, or another kind of page; its address")
                               .arg(metrics::toKey(source.format), source.url.toString())));
}

void ServerWatch::onScraped(const metrics::Reading &reading, std::chrono::microseconds took)
{
    m_series.append(reading);
    ++m_scrapesOk;
    m_missesInRow = 0;
    if (recover(reading.timeMs))
        Q_EMIT scraped(reading, took);
}

void ServerWatch::onMissed(qint64 timeMs, const base::Error &reason)
{
    m_series.appendGap(timeMs);
    ++m_scrapesMissed;
    ++m_missesInRow;
    m_lastMissReason = reason.message;
    const bool isMerelyLate
        = reason.kind == base::ErrorKind::Timeout || reason.kind == base::ErrorKind::Stalled;
    if (m_lostAtMs == 0 && (!isMerelyLate || m_missesInRow >= patience)) {
        m_lostAtMs = timeMs;
        if (!mark(timeMs, MarkKind::Lost, reason.message))
            return;
    }
    Q_EMIT missed(timeMs, reason.message);
}

bool ServerWatch::recover(qint64 timeMs)
{
    if (m_lostAtMs == 0)
        return true;
    const milliseconds away(timeMs - std::exchange(m_lostAtMs, 0));
    return mark(timeMs, MarkKind::Recovered, tr("it answers again after %1").arg(base::formatDuration(away)));
}

/// False if a receiver stopped, restarted or destroyed this.
bool ServerWatch::mark(qint64 timeMs, MarkKind kind, const QString &text)
{
    const QPointer<ServerWatch> self(this);
    const quint64 run = m_run;
    Q_EMIT marked({timeMs, kind, text});
    return self && run == m_run;
}

} // namespace session
