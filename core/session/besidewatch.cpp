// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/besidewatch.h"

#include "core/base/secrets.h"
#include "core/session/localwatch.h"
#include "core/session/serverwatch.h"

namespace session {
namespace {

QString nameOf(const QUrl &url)
{
    return base::withoutSecrets(base::withoutSecrets(url).toString(QUrl::FullyEncoded));
}

WatchedBeside frozenOf(const ServerWatch &watch)
{
    WatchedBeside beside;
    beside.name = nameOf(watch.url());
    beside.discovery = watch.discovery();
    beside.series = watch.series();
    beside.readings = watch.scrapesOk();
    beside.missed = watch.scrapesMissed();
    beside.lastMissReason = watch.lastMissReason();
    return beside;
}

} // namespace

BesideWatch::BesideWatch(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
{
}

BesideWatch::~BesideWatch() = default;

void BesideWatch::watch(const QList<LocalSource> &sources, std::chrono::milliseconds interval)
{
    for (const LocalSource &source : sources) {
        const auto &added = m_locals.emplace_back(std::make_unique<LocalWatch>(m_clock, LocalProbe(source)));
        const QString name = source.name();
        connect(added.get(), &LocalWatch::read, this,
                [this, name](const metrics::Reading &reading) { Q_EMIT scraped(name, reading); });
        connect(added.get(), &LocalWatch::missed, this,
                [this, name](qint64, const QString &reason) { Q_EMIT missed(name, reason); });
        connect(added.get(), &LocalWatch::marked, this, &BesideWatch::marked);
        added->start(interval);
    }
}

void BesideWatch::watch(const QList<net::Endpoint> &servers, std::chrono::milliseconds interval)
{
    for (const net::Endpoint &server : servers) {
        const auto &added = m_servers.emplace_back(std::make_unique<ServerWatch>(m_manager, m_clock));
        const QString name = nameOf(server);
        connect(added.get(), &ServerWatch::discovered, this,
                [this, name](const metrics::DiscoveryReport &report) { Q_EMIT discovered(name, report); });
        connect(added.get(), &ServerWatch::scraped, this,
                [this, name](const metrics::Reading &reading) { Q_EMIT scraped(name, reading); });
        connect(added.get(), &ServerWatch::missed, this,
                [this, name](qint64, const QString &reason) { Q_EMIT missed(name, reason); });
        connect(added.get(), &ServerWatch::marked, this, [this, name](Mark mark) {
            mark.source = name;
            Q_EMIT marked(mark);
        });
        added->start(server, interval);
    }
}

void BesideWatch::stop()
{
    for (const auto &server : m_servers)
        server->stop();
    for (const auto &local : m_locals)
        local->stop();
}

void BesideWatch::readNow()
{
    for (const auto &server : m_servers)
        server->scrapeNow();
    for (const auto &local : m_locals)
        local->readNow();
}

QList<WatchedBeside> BesideWatch::frozen() const
{
    QList<WatchedBeside> all;
    for (const auto &server : m_servers)
        all.append(frozenOf(*server));
    for (const auto &local : m_locals)
        all.append(local->watched());
    return all;
}

QString BesideWatch::nameOf(const net::Endpoint &server)
{
    return session::nameOf(server.url);
}

} // namespace session
