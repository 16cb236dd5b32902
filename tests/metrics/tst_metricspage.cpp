// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/actuator.h"
#include "core/metrics/metricspage.h"
#include "core/metrics/pprofindex.h"
#include "tests/metrics/samplesfromtext.h"

#include <QTest>

#include <cmath>

using metrics::Format;
using metrics::MetricsPage;
using metrics::Role;

class TestMetricsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedPages_data();
    void recordedPages();
    void otherAnswersAreNamed_data();
    void otherAnswersAreNamed();
    void knownFormatIsRead_data();
    void knownFormatIsRead();
    void actuatorMeters_data();
    void actuatorMeters();
    void pprofIndexCountsWithoutProfiling();
};

static QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TIDEMARK_TEST_DATA "/metrics/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s in tests/data/metrics", qPrintable(name));
    return file.readAll();
}

/// As in the .expected files.
static QString printed(const MetricsPage &page)
{
    QStringList lines;
    lines << QStringLiteral("format %1").arg(metrics::toKey(page.format))
          << QStringLiteral("runtime %1 %2").arg(metrics::toKey(page.runtime), page.runtimeVersion).trimmed()
          << QStringLiteral("samples %1, broken %2").arg(page.samples).arg(page.brokenLines);
    for (const Role role : metrics::allRoles()) {
        if (page.reading.has(role))
            lines << QStringLiteral("%1 %2")
                         .arg(metrics::toKey(role))
                         .arg(page.reading.value(role), 0, 'g', 15);
        else if (page.roles.test(static_cast<size_t>(role)))
            lines << QStringLiteral("%1 promised").arg(metrics::toKey(role));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TestMetricsPage::recordedPages_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"go.prom", "go.openmetrics", "go.expvar.json", "go.heap.txt", "node.prom", "python.prom",
          "python.openmetrics", "spring.prom", "javaclient.prom", "dotnet.prom", "actuator.index.json"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestMetricsPage::recordedPages()
{
    QFETCH(QString, name);
    const auto page = metrics::recognisePage(recorded(name));
    QVERIFY2(page, page ? "" : qPrintable(page.error().message));
    QCOMPARE(printed(*page), QString::fromUtf8(recorded(name + QStringLiteral(".expected"))));
    QVERIFY((page->reading.roles() & ~page->roles).none());

    const auto again = metrics::parsePage(page->format, recorded(name));
    QVERIFY(again);
    QCOMPARE(printed(*again), printed(*page));
}

void TestMetricsPage::otherAnswersAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");

    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty answer");
    QTest::newRow("only white space") << QByteArray(" \r\n\n") << QStringLiteral("empty answer");
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF") << QStringLiteral("empty answer");
    QTest::newRow("HTML") << QByteArray("<!doctype html><title>up 1</title>\nup 1\n")
                          << QStringLiteral("HTML page, not metrics");
    QTest::newRow("HTML behind white space")
        << QByteArray("\n  <html>") << QStringLiteral("HTML page, not metrics");
    QTest::newRow("index of Go's profiles")
        << recorded(QStringLiteral("go.pprof.html")) << QStringLiteral("HTML page, not metrics");
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?><a/>") << QStringLiteral("XML, not metrics");
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8)
                          << QStringLiteral("binary data, not metrics");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)
                         << QStringLiteral("binary data, not metrics");
    QTest::newRow("prose") << QByteArray("Welcome to the upload service.\nIt works.\n")
                           << QStringLiteral("text, but not metrics");
    QTest::newRow("prose with a line that reads as one")
        << QByteArray("Weather report\ntemperature 21\nIt is a fine day.\n")
        << QStringLiteral("text of which only 1 of 3 lines are metrics");
    QTest::newRow("only comments") << QByteArray("# TYPE a gauge\n# nothing yet\n")
                                   << QStringLiteral("a metrics page without a single value");
    QTest::newRow("only EOF") << QByteArray("# EOF\n")
                              << QStringLiteral("a metrics page without a single value");
    QTest::newRow("another JSON") << QByteArray(R"({"status":"UP"})")
                                  << QStringLiteral("JSON, but neither Go's expvar nor Spring's actuator");
    QTest::newRow("list of links") << QByteArray(R"({"_links":{"self":{"href":"http://h/actuator"}}})")
                                   << QStringLiteral("JSON, but neither Go's expvar nor Spring's actuator");
    QTest::newRow("names of nothing")
        << QByteArray(R"({"names":[]})")
        << QStringLiteral("JSON, but neither Go's expvar nor Spring's actuator");
    QTest::newRow("JSON array") << QByteArray("[1, 2]") << QStringLiteral("JSON, but not an object");
    QTest::newRow("cut JSON") << QByteArray(R"({"memstats": {"HeapAlloc": 12)")
                              << QStringLiteral("broken JSON at byte 29: invalid termination by number");
    QTest::newRow("deep JSON") << QByteArray(100'000, '[')
                               << QStringLiteral("broken JSON at byte 1025: too deeply nested document");
    QTest::newRow("heap profile without trailer")
        << QByteArray("heap profile: 1: 2 [3: 4] @ heap/1048576\n")
        << QStringLiteral("a heap profile without the trailer of runtime.MemStats");
    QTest::newRow("cut heap profile") << recorded(QStringLiteral("go.heap.txt")).chopped(400)
                                      << QStringLiteral("the trailer of runtime.MemStats is not whole");
}

void TestMetricsPage::otherAnswersAreNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const auto page = metrics::recognisePage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, base::ErrorKind::Malformed);
    QCOMPARE(page.error().message, message);
}

void TestMetricsPage::knownFormatIsRead_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected"); // the reading, or the error

    QTest::newRow("text") << Format::PrometheusText << QByteArray("go_goroutines 5\n")
                          << QStringLiteral("goroutines 5");
    QTest::newRow("text behind a byte order mark")
        << Format::PrometheusText << QByteArray("\xEF\xBB\xBFgo_goroutines 5\n")
        << QStringLiteral("goroutines 5");
    QTest::newRow("OpenMetrics where text was read before")
        << Format::PrometheusText << QByteArray("go_goroutines 5\n# EOF\n") << QStringLiteral("goroutines 5");
    QTest::newRow("OpenMetrics") << Format::OpenMetrics << QByteArray("go_goroutines 5\n# EOF\n")
                                 << QStringLiteral("goroutines 5");
    QTest::newRow("OpenMetrics that was cut") << Format::OpenMetrics << QByteArray("go_goroutines 5\n")
                                              << QStringLiteral("the page was cut: it ends before its # EOF");
    QTest::newRow("no role in it") << Format::PrometheusText << QByteArray("a 1\n") << QString();
    QTest::newRow("expvar without memstats")
        << Format::Expvar << QByteArray(R"({"cmdline":["x"],"Goroutines":7})")
        << QStringLiteral("goroutines 7");
    QTest::newRow("expvar with texts for numbers")
        << Format::Expvar << QByteArray(R"({"memstats":{"HeapAlloc":"much","NumGC":3,"PauseNs":"none"}})")
        << QStringLiteral("gcCount 3");
    QTest::newRow("not expvar") << Format::Expvar << QByteArray("{}")
                                << QStringLiteral("JSON, but not expvar's");
    QTest::newRow("not a list of meters")
        << Format::Actuator << QByteArray("{}") << QStringLiteral("JSON, but not Spring's list of meters");
}

void TestMetricsPage::knownFormatIsRead()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto page = metrics::parsePage(format, body);
    QCOMPARE(page ? kit::printed(page->reading) : page.error().message, expected);
}

void TestMetricsPage::actuatorMeters_data()
{
    QTest::addColumn<QString>("meter");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("gauge") << QStringLiteral("jvm.memory.used")
                           << recorded(QStringLiteral("actuator.heap.json"))
                           << QStringLiteral("heap 52428800");
    QTest::newRow("timer") << QStringLiteral("jvm.gc.pause") << recorded(QStringLiteral("actuator.gc.json"))
                           << QStringLiteral("gcPauseTotal 0.0475, gcPauseMax 0.0125");
    QTest::newRow("of a size that only says that collections are told of")
        << QStringLiteral("jvm.gc.max.data.size")
        << QByteArray(R"({"measurements":[{"statistic":"VALUE","value":4.2e9}]})")
        << QStringLiteral("gcCount 0");
    QTest::newRow("counter in nanoseconds")
        << QStringLiteral("process.cpu.time")
        << QByteArray(R"({"measurements":[{"statistic":"COUNT","value":2.5e9}]})")
        << QStringLiteral("cpuTotal 2.5");
    QTest::newRow("no number") << QStringLiteral("jvm.threads.live")
                               << QByteArray(R"({"measurements":[{"statistic":"VALUE","value":"NaN"}]})")
                               << QString();
    QTest::newRow("no meter") << QStringLiteral("jvm.threads.live") << QByteArray("{}")
                              << QStringLiteral("JSON, but not a meter of Spring's actuator");
    QTest::newRow("no JSON") << QStringLiteral("jvm.threads.live") << QByteArray("<html>")
                             << QStringLiteral("broken JSON at byte 1: illegal value");
}

void TestMetricsPage::actuatorMeters()
{
    QFETCH(QString, meter);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto meters = metrics::actuatorMeters();
    const auto found = std::find_if(meters.begin(), meters.end(),
                                    [&meter](const auto &known) { return meter == known.name; });
    QVERIFY(found != meters.end());
    metrics::Reading reading;
    const auto outcome = metrics::readActuatorMeter(*found, body, reading);
    QCOMPARE(outcome ? kit::printed(reading) : outcome.error().message, expected);
}

void TestMetricsPage::pprofIndexCountsWithoutProfiling()
{
    const auto index = metrics::parsePprofIndex(recorded(QStringLiteral("go.pprof.html")));
    QVERIFY(index);
    QCOMPARE(index->goroutines, 6);
    QCOMPARE(index->threads, 8);
    const QStringList names = metrics::profileNames(recorded(QStringLiteral("go.pprof.html")));
    QVERIFY(names.contains(QStringLiteral("heap")));
    QVERIFY(metrics::isProfileAtOnce(QStringLiteral("heap")));
    QVERIFY(!metrics::isProfileAtOnce(QStringLiteral("profile"))); // a recording of half a minute
    QVERIFY(!metrics::isProfileAtOnce(QStringLiteral("cmdline")));
    QVERIFY(!metrics::parsePprofIndex(QByteArray("<html></html>")));
    QVERIFY(!metrics::parsePprofIndex(QByteArray("goroutine?debug=1")));
    QVERIFY(!metrics::parsePprofIndex(QByteArray("<td>many</td><td><a href='goroutine?debug=1'>")));
    const auto half = metrics::parsePprofIndex(QByteArray("<td>9</td><td><a href=\"goroutine?debug=1\">"));
    QVERIFY(half);
    QVERIFY(std::isnan(half->threads));
}

QTEST_GUILESS_MAIN(TestMetricsPage)
#include "tst_metricspage.moc"
