// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/discovery.h"
#include "core/metrics/scraper.h"
#include "core/net/curlaccessmanager.h"
#include "tests/support/specimenserver.h"

#include <QSignalSpy>
#include <QTest>

using metrics::Discovery;
using metrics::DiscoveryReport;
using metrics::Format;
using metrics::Reading;
using metrics::Role;
using metrics::Scraper;

static constexpr int patience = 30'000;

/// A Go program as it is in the field: discovered, scraped in each of its formats, ended under the scraper's eyes.
class TestRealServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everySourceIsFound();
    void everyFormatIsScraped_data();
    void everyFormatIsScraped();
    void endOfTheServerIsAMiss();

private:
    DiscoveryReport discover();
    const metrics::Source *source(const DiscoveryReport &report, Format format) const;

    support::SpecimenServer m_server;
    net::CurlAccessManager m_manager;
};

void TestRealServer::init()
{
    m_server.stop();
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

DiscoveryReport TestRealServer::discover()
{
    Discovery discovery(m_manager);
    QSignalSpy spy(&discovery, &Discovery::finished);
    net::Endpoint endpoint;
    endpoint.url = m_server.url(QStringLiteral("/upload/read-all"));
    discovery.start(endpoint);
    if (spy.isEmpty())
        spy.wait(patience);
    return spy.isEmpty() ? DiscoveryReport() : spy.first().first().value<DiscoveryReport>();
}

const metrics::Source *TestRealServer::source(const DiscoveryReport &report, Format format) const
{
    const auto found = std::find_if(report.sources.begin(), report.sources.end(),
                                    [format](const metrics::Source &one) { return one.format == format; });
    return found != report.sources.end() ? &*found : nullptr;
}

void TestRealServer::everySourceIsFound()
{
    const DiscoveryReport report = discover();
    QVERIFY(report.found());
    const metrics::Source &best = report.sources.first();
    QCOMPARE(best.format, Format::PrometheusText);
    QCOMPARE(best.url, m_server.url(QStringLiteral("/metrics")));
    QCOMPARE(best.runtime, metrics::Runtime::Go);
    QVERIFY2(best.runtimeVersion.startsWith(QLatin1StringView("go1.")), qPrintable(best.runtimeVersion));
    QVERIFY(source(report, Format::Expvar));
    QVERIFY(source(report, Format::GoPprof));
    QVERIFY(report.canForceGc);
    QVERIFY(report.canFetchProfiles);
    for (const metrics::Miss &miss : report.misses)
        QVERIFY2(miss.error.kind == base::ErrorKind::HttpStatus, qPrintable(miss.error.message));
}

void TestRealServer::everyFormatIsScraped_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QList<Role>>("roles");
    const QList<Role> ofHeap{Role::HeapLive, Role::HeapGoal, Role::GcCount};
    QTest::newRow("Prometheus") << Format::PrometheusText
                                << ofHeap
            + QList<Role>{Role::Rss,         Role::Goroutines,      Role::Threads,
                          Role::Descriptors, Role::DescriptorLimit, Role::GcPauseTotal,
                          Role::GcPauseMax,  Role::CpuTotal,        Role::StartTime};
    QTest::newRow("expvar") << Format::Expvar << ofHeap + QList<Role>{Role::GcPauseTotal, Role::GcPauseMax};
    QTest::newRow("pprof") << Format::GoPprof << ofHeap + QList<Role>{Role::Goroutines, Role::Threads};
}

void TestRealServer::everyFormatIsScraped()
{
    QFETCH(Format, format);
    QFETCH(QList<Role>, roles);
    const DiscoveryReport report = discover();
    const metrics::Source *wanted = source(report, format);
    QVERIFY(wanted);
    base::SystemClock clock;
    Scraper scraper(m_manager, clock);
    QList<Reading> readings;
    connect(&scraper, &Scraper::scraped, this, [&](const Reading &reading) { readings << reading; });
    QSignalSpy restarts(&scraper, &Scraper::restarted);
    scraper.start({}, *wanted, std::chrono::milliseconds(20));
    QTRY_VERIFY_WITH_TIMEOUT(readings.size() >= 3, patience);
    scraper.stop();
    for (const Reading &reading : std::as_const(readings)) {
        for (const Role role : roles)
            QVERIFY2(reading.has(role), qPrintable(metrics::toKey(role)));
        QVERIFY(reading.value(Role::HeapLive) > 100'000);
    }
    QVERIFY(readings[0].timeMs <= readings[1].timeMs);
    QVERIFY(restarts.isEmpty());
}

void TestRealServer::endOfTheServerIsAMiss()
{
    const DiscoveryReport report = discover();
    QVERIFY(report.found());
    base::SystemClock clock;
    Scraper scraper(m_manager, clock);
    QSignalSpy good(&scraper, &Scraper::scraped);
    QList<base::ErrorKind> reasons;
    connect(&scraper, &Scraper::missed, this,
            [&reasons](qint64, const base::Error &reason) { reasons << reason.kind; });
    scraper.start({}, report.sources.first(), std::chrono::milliseconds(20));
    QTRY_VERIFY_WITH_TIMEOUT(!good.isEmpty(), patience);
    m_server.stop();
    QTRY_VERIFY_WITH_TIMEOUT(reasons.contains(base::ErrorKind::ConnectionRefused), patience);
}

QTEST_GUILESS_MAIN(TestRealServer)
#include "tst_realserver.moc"
