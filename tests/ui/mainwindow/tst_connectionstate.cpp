// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/connectionstate.h"
#include "ui/mainwindow/findings.h"

#include <QTest>

using namespace ui;
using base::ErrorKind;
using metrics::DiscoveryReport;
using metrics::Format;
using metrics::Runtime;

namespace {

metrics::Source source(Format format, Runtime runtime = Runtime::Unknown, const char *version = "")
{
    return {QUrl(QStringLiteral("http://host/metrics")), format, runtime, QString::fromLatin1(version)};
}

DiscoveryReport missed(std::initializer_list<ErrorKind> kinds)
{
    DiscoveryReport report;
    for (const ErrorKind kind : kinds)
        report.misses.append({QUrl(QStringLiteral("http://host/")), {kind, QStringLiteral("said"), 0, {}}});
    return report;
}

/// "+Runtime", "-Heap profiles", with the line to add after it.
QStringList print(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append((finding.isThere ? u'+' : u'-') + finding.title
                     + (finding.line.isEmpty() ? QString() : QString(QStringLiteral(" | ") + finding.line)));
    return lines;
}

} // namespace

class TestConnectionState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterDiscovery_data()
    {
        QTest::addColumn<DiscoveryReport>("report");
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<ErrorKind>("reason");
        DiscoveryReport found = missed({ErrorKind::HttpStatus});
        found.sources.append(source(Format::PrometheusText));
        QTest::newRow("found") << found << ConnectionState::Connected << ErrorKind::None;
        QTest::newRow("only 404s") << missed({ErrorKind::HttpStatus, ErrorKind::Malformed})
                                   << ConnectionState::Silent << ErrorKind::HttpStatus;
        QTest::newRow("nobody there") << missed({ErrorKind::ConnectionRefused, ErrorKind::ConnectionRefused})
                                      << ConnectionState::Unreachable << ErrorKind::ConnectionRefused;
        QTest::newRow("one answer is an answer")
            << missed({ErrorKind::ConnectionReset, ErrorKind::HttpStatus}) << ConnectionState::Silent
            << ErrorKind::HttpStatus;
        QTest::newRow("slow is not silent")
            << missed({ErrorKind::Timeout}) << ConnectionState::Silent << ErrorKind::Timeout;
        QTest::newRow("bad certificate")
            << missed({ErrorKind::TlsFailed}) << ConnectionState::Unreachable << ErrorKind::TlsFailed;
    }

    void afterDiscovery()
    {
        QFETCH(DiscoveryReport, report);
        QFETCH(ConnectionState, state);
        QCOMPARE(stateAfter(report), state);
        if (state != ConnectionState::Connected)
            QTEST(mainReason(report).kind, "reason");
    }

    void everyStateHasAWord()
    {
        QSet<QString> words;
        for (const auto state :
             {ConnectionState::None, ConnectionState::Connecting, ConnectionState::Connected,
              ConnectionState::Silent, ConnectionState::Unreachable, ConnectionState::Lost}) {
            QVERIFY(!stateText(state).isEmpty());
            words.insert(stateText(state));
        }
        QCOMPARE(words.size(), 6);
        QVERIFY(stateTone(ConnectionState::Lost) != stateTone(ConnectionState::Connected));
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
                              << QStringLiteral("Java 17.0.9 · Actuator");
        QTest::newRow("unknown runtime, same format twice")
            << QList<metrics::Source>{source(Format::OpenMetrics), source(Format::OpenMetrics)}
            << QStringLiteral("OpenMetrics");
    }

    void summary()
    {
        QFETCH(QList<metrics::Source>, sources);
        DiscoveryReport report;
        report.sources = sources;
        QTEST(serverSummary(report), "expected");
    }

    void findings_data()
    {
        QTest::addColumn<DiscoveryReport>("report");
        QTest::addColumn<QStringList>("expected");
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };

        DiscoveryReport all;
        all.sources = {source(Format::PrometheusText, Runtime::Go, "go1.19")};
        all.canFetchProfiles = all.canForceGc = true;
        QTest::newRow("Go with all") << all
                                     << QStringList{text("+Runtime"), text("+Live readings"),
                                                    text("+Heap profiles"), text("+Garbage collection")};
        DiscoveryReport noPprof = all;
        noPprof.canFetchProfiles = noPprof.canForceGc = false;
        QTest::newRow("Go without pprof")
            << noPprof
            << QStringList{text("+Runtime"), text("+Live readings"),
                           text("-Heap profiles | import _ \"net/http/pprof\""), text("-Garbage collection")};
        DiscoveryReport python;
        python.sources = {source(Format::PrometheusText, Runtime::Python)};
        QTest::newRow("Python is not blamed for not being Go")
            << python << QStringList{text("+Runtime"), text("+Live readings")};
        QTest::newRow("nothing: a line for each runtime")
            << missed({ErrorKind::HttpStatus})
            << QStringList{
                   text("-Live readings | http.Handle(\"/metrics\", promhttp.Handler())"),
                   text("-Live readings | management.endpoints.web.exposure.include=prometheus,metrics"),
                   text("-Live readings | app.get('/metrics', async (_, res) => res.end(await "
                        "register.metrics()))"),
                   text("-Live readings | app.mount('/metrics', prometheus_client.make_asgi_app())")};
    }

    void findings()
    {
        QFETCH(DiscoveryReport, report);
        QTEST(print(findingsOf(report)), "expected");
    }
};

QTEST_GUILESS_MAIN(TestConnectionState)
#include "tst_connectionstate.moc"
