// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/watchability.h"

#include <QSet>
#include <QTest>

using base::ErrorKind;
using metrics::DiscoveryReport;
using metrics::Format;
using metrics::Runtime;
using report::Watchability;

namespace {

metrics::Source source(Format format, Runtime runtime = Runtime::Unknown, const char *version = "")
{
    return {QUrl(QStringLiteral("http://host/metrics")), format, runtime, QString::fromLatin1(version)};
}

DiscoveryReport missed(std::initializer_list<ErrorKind> kinds)
{
    DiscoveryReport found;
    for (const ErrorKind kind : kinds)
        found.misses.append({QUrl(QStringLiteral("http://host/")), {kind, QStringLiteral("said"), 0, {}}});
    return found;
}

} // namespace

class TestWatchability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterDiscovery_data()
    {
        QTest::addColumn<DiscoveryReport>("found");
        QTest::addColumn<Watchability>("state");
        QTest::addColumn<ErrorKind>("reason");
        DiscoveryReport watched = missed({ErrorKind::HttpStatus});
        watched.sources.append(source(Format::PrometheusText));
        QTest::newRow("found") << watched << Watchability::Watched << ErrorKind::None;
        QTest::newRow("only 404s") << missed({ErrorKind::HttpStatus, ErrorKind::Malformed})
                                   << Watchability::Silent << ErrorKind::HttpStatus;
        QTest::newRow("nobody there") << missed({ErrorKind::ConnectionRefused, ErrorKind::ConnectionRefused})
                                      << Watchability::Unreachable << ErrorKind::ConnectionRefused;
        QTest::newRow("one answer is an answer")
            << missed({ErrorKind::ConnectionReset, ErrorKind::HttpStatus}) << Watchability::Silent
            << ErrorKind::HttpStatus;
        QTest::newRow("slow is not silent")
            << missed({ErrorKind::Timeout}) << Watchability::Silent << ErrorKind::Timeout;
        QTest::newRow("nothing was tried") << missed({}) << Watchability::Silent << ErrorKind::None;
        QTest::newRow("bad certificate")
            << missed({ErrorKind::TlsFailed}) << Watchability::Unreachable << ErrorKind::TlsFailed;
    }

    void afterDiscovery()
    {
        QFETCH(DiscoveryReport, found);
        QFETCH(Watchability, state);
        QCOMPARE(report::watchability(found), state);
        QTEST(report::mainReason(found).kind, "reason");
    }

    void whatDoesNotAnswerIsNotAskedForMetrics_data()
    {
        QTest::addColumn<DiscoveryReport>("found");
        QTest::addColumn<bool>("mute");
        QTest::addColumn<QString>("advice");
        const QString none;
        QTest::newRow("refused") << missed({ErrorKind::ConnectionRefused}) << false
                                 << QStringLiteral("Start the server, or check the port in the address.");
        QTest::newRow("mute") << missed({ErrorKind::Timeout, ErrorKind::Timeout}) << true
                              << QStringLiteral("Look whether the server is stuck, then retry.");
        QTest::newRow("slow once") << missed({ErrorKind::Timeout, ErrorKind::HttpStatus}) << false << none;
        QTest::newRow("only 404s") << missed({ErrorKind::HttpStatus}) << false << none;
        QTest::newRow("nothing was tried") << missed({}) << false << none;
    }

    void whatDoesNotAnswerIsNotAskedForMetrics()
    {
        QFETCH(DiscoveryReport, found);
        QFETCH(bool, mute);
        QCOMPARE(report::isMute(found), mute);
        QTEST(report::reachAdvice(found), "advice");
    }

    void summary_data()
    {
        QTest::addColumn<QList<metrics::Source>>("sources");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QList<metrics::Source>{} << QString();
        QTest::newRow("Go with all") << QList<metrics::Source>{
            source(Format::PrometheusText, Runtime::Go, "go1.19.8"), source(Format::Expvar, Runtime::Go),
            source(Format::GoPprof, Runtime::Go,
                   "go1.19.8")} << QStringLiteral("Go 1.19.8 · Prometheus · expvar · pprof");
        QTest::newRow("the version is told by the second")
            << QList<metrics::Source>{source(Format::Expvar, Runtime::Go),
                                      source(Format::PrometheusText, Runtime::Go, "go1.21")}
            << QStringLiteral("Go 1.21 · expvar · Prometheus");
        QTest::newRow("Java") << QList<metrics::Source>{source(Format::Actuator, Runtime::Jvm, "17.0.9")}
                              << QStringLiteral("JVM 17.0.9 · Spring Actuator");
        QTest::newRow("a version with a letter before it")
            << QList<metrics::Source>{source(Format::PrometheusText, Runtime::Node, "v18.2.0")}
            << QStringLiteral("Node.js 18.2.0 · Prometheus");
        QTest::newRow("unknown runtime, same format twice")
            << QList<metrics::Source>{source(Format::OpenMetrics), source(Format::OpenMetrics)}
            << QStringLiteral("OpenMetrics");
    }

    void summary()
    {
        QFETCH(QList<metrics::Source>, sources);
        DiscoveryReport found;
        found.sources = sources;
        QTEST(report::watchedSummary(found), "expected");
    }

    void everyLanguageHasALine()
    {
        QSet<QString> languages;
        const QList<report::LineToAdd> lines = report::linesForReadings();
        for (const auto &[where, line] : lines) {
            QVERIFY(!line.isEmpty() && !line.contains(u'\n'));
            languages.insert(where);
        }
        QCOMPARE(languages.size(), 4);
        QVERIFY(!report::lineForProfiles().line.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWatchability)
#include "tst_watchability.moc"
