// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionstate.h"
#include "ui/connection/findings.h"

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
    void afterDiscovery()
    {
        DiscoveryReport found = missed({ErrorKind::HttpStatus});
        QCOMPARE(stateAfter(found), ConnectionState::Silent);
        found.sources.append(source(Format::PrometheusText));
        QCOMPARE(stateAfter(found), ConnectionState::Connected);
        QCOMPARE(stateAfter(missed({ErrorKind::ConnectionRefused})), ConnectionState::Unreachable);
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
