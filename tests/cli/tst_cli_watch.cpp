// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/cli/terminal.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace support;

/// `tidemark-cli watch`, whole, against real servers.
class TestCliWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void watchesForAWhile();
    void interruptionReportsWhatWasRead();
    void uselessPagesAreNotMetrics_data();
    void uselessPagesAreNotMetrics();
    void endlessPageTakesNoMemory();
    void restartIsSaid();

private:
    FaultyServer m_server;
};

void TestCliWatch::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

void TestCliWatch::watchesForAWhile()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QStringList arguments{
        QStringLiteral("watch"), QStringLiteral("--watch"), server.url(QStringLiteral("/")).toString(),
        QStringLiteral("--for"), QStringLiteral("1s"),      QStringLiteral("--interval"),
        QStringLiteral("100ms")};
    Cli cli;
    const CliResult json = cli.run(arguments + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(json.exitCode == 0, json.told());
    QVERIFY2(json.err.startsWith("Watching ") && json.err.count('\n') == 1, json.told());
    const QJsonObject run = json.json();
    QCOMPARE(run[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.watch/1"));
    QCOMPARE(run[QStringLiteral("command")].toString(), QStringLiteral("watch"));
    QVERIFY(!run.contains(QStringLiteral("error")));
    const QJsonValue source = run[QStringLiteral("sources")][0];
    QVERIFY(source[QStringLiteral("url")].toString().endsWith(QStringLiteral("/metrics")));
    QCOMPARE(source[QStringLiteral("runtime")].toString(), QStringLiteral("go"));
    QStringList roles;
    for (const QJsonValue series : run[QStringLiteral("series")].toArray()) {
        roles << series[QStringLiteral("role")].toString();
        QVERIFY(!series[QStringLiteral("name")].toString().isEmpty());
        QVERIFY(!series[QStringLiteral("unit")].toString().isEmpty());
        const QJsonArray points = series[QStringLiteral("points")].toArray();
        QVERIFY2(points.size() >= 2, json.told());
        QVERIFY(points[0].toArray().size() == 2 && points[0][0].toDouble() > 1.7e9);
    }
    for (const char *role : {"heap", "rss", "goroutines", "descriptors"})
        QVERIFY2(roles.contains(QLatin1StringView(role)), role);

    const CliResult text = cli.run(arguments);
    QVERIFY2(text.exitCode == 0, text.told());
    QVERIFY2(text.out.contains("Heap"), text.told());
}

void TestCliWatch::interruptionReportsWhatWasRead()
{
    TestFiles files;
    const QString json = files.path(QStringLiteral("run.json"));
    const QString html = files.path(QStringLiteral("run.html"));
    Cli cli;
    cli.start({QStringLiteral("watch"), QStringLiteral("--watch"),
               m_server.url(QStringLiteral("/metrics-fake/metrics?id=watched")).toString(),
               QStringLiteral("--interval"), QStringLiteral("100ms"), QStringLiteral("--json"), json,
               QStringLiteral("--report"), html});
    QVERIFY(comesTrue([this] { return m_server.stats(QStringLiteral("watched")).requests >= 5; }));
    cli.send(SIGTERM);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QVERIFY(jsonFile(json)[QStringLiteral("series")][0][QStringLiteral("points")].toArray().size() >= 2);
    QVERIFY(QFile::exists(html));
    QVERIFY2(result.out.contains("Goroutines"), result.told());
}

void TestCliWatch::uselessPagesAreNotMetrics_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("HTML") << QStringLiteral("/html/metrics") << QByteArray("HTML");
    QTest::newRow("plain text") << QStringLiteral("/status?text=no-metrics-here") << QByteArray();
    QTest::newRow("endless") << QStringLiteral("/broken?kind=endless") << QByteArray();
    QTest::newRow("slow") << QStringLiteral("/slow-answer?rate=10") << QByteArray();
    QTest::newRow("never answers") << QStringLiteral("/never") << QByteArray();
    QTest::newRow("not found") << QStringLiteral("/nothing/here") << QByteArray("404");
}

void TestCliWatch::uselessPagesAreNotMetrics()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, why);
    const QString url = m_server.url(path).toString();
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("watch"), QStringLiteral("--watch"), url,
                                      QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    QCOMPARE(result.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("not-found"));
    QVERIFY2(result.err.startsWith("tidemark-cli: no metrics found below "), result.told());
    QVERIFY2(result.err.contains(url.toUtf8()), result.told());
    QVERIFY2(result.err.contains("/actuator/prometheus"), "not all that was tried is listed");
    QVERIFY2(result.err.contains("net/http/pprof"), "the line to add to the server is missing");
    QVERIFY2(result.err.contains(why), result.told());
}

void TestCliWatch::endlessPageTakesNoMemory()
{
    Cli cli;
    const CliResult small = cli.run({QStringLiteral("watch"), QStringLiteral("--watch"),
                                     m_server.url(QStringLiteral("/nothing/here")).toString()});
    const CliResult endless = cli.run({QStringLiteral("watch"), QStringLiteral("--watch"),
                                       m_server.url(QStringLiteral("/broken?kind=endless")).toString()});
    QVERIFY2(small.exitCode == 3 && endless.exitCode == 3, endless.told());
    // The limit is 8 MiB a page; buffers that grow by doubling and a sanitizer's quarantine come on top.
    QVERIFY2(endless.peakMemory < small.peakMemory + 96LL * 1024 * 1024,
             qPrintable(QStringLiteral("%1 after %2").arg(endless.peakMemory).arg(small.peakMemory)));
}

void TestCliWatch::restartIsSaid()
{
    SpecimenServer first;
    QVERIFY2(first.start(), qPrintable(first.failure()));
    const QString port = QString::number(first.url(QStringLiteral("/")).port());
    // Two processes that began within a second are told apart by what they have done: this one has collected.
    const TestFiles files;
    Cli busy;
    const CliResult uploaded
        = busy.run({QStringLiteral("upload"), QStringLiteral("--to"),
                    first.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking")).toString(),
                    files.makeSparse(QStringLiteral("large"), 48LL * 1024 * 1024)});
    QVERIFY2(uploaded.exitCode == 0, uploaded.told());
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    cli.start({QStringLiteral("watch"), QStringLiteral("--watch"),
               first.url(QStringLiteral("/metrics")).toString(), QStringLiteral("--interval"),
               QStringLiteral("100ms"), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(terminal.shows("goroutines "), terminal.screen().constData());
    first.stop();
    QVERIFY2(terminal.shows("refused"), "what is wrong is said while it lasts");
    SpecimenServer second;
    QVERIFY2(second.start({QStringLiteral("--port"), port}), qPrintable(second.failure()));
    QVERIFY2(terminal.shows("restarted"), "and what happened when it is over");
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QStringList marks;
    for (const QJsonValue mark : result.json()[QStringLiteral("marks")].toArray())
        marks << mark[QStringLiteral("kind")].toString();
    QVERIFY2(marks.contains(QStringLiteral("restarted")), result.told());
}

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cli_watch.moc"
