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

namespace {
/// Of the run's series: the one of that source and role; empty: there is none.
QJsonArray pointsOf(const QJsonObject &run, const QString &source, const char *role)
{
    for (const QJsonValue series : run[QStringLiteral("series")].toArray()) {
        if (series[QStringLiteral("source")].toString() == source
            && series[QStringLiteral("role")].toString() == QLatin1StringView(role))
            return series[QStringLiteral("points")].toArray();
    }
    return {};
}

/// The element of `sources` with that name.
QJsonObject sourceOf(const QJsonObject &run, const QString &name)
{
    for (const QJsonValue source : run[QStringLiteral("sources")].toArray()) {
        if (source[QStringLiteral("name")].toString() == name)
            return source.toObject();
    }
    return {};
}
} // namespace

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
    void localProcessAndFolderAreWatched();
    void endedProcessIsSaid();
    void whatCannotBeWatchedIsNamed_data();
    void whatCannotBeWatchedIsNamed();
    void severalServersSideBySide();
    void noneOfSeveralServersHasMetrics();

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

void TestCliWatch::localProcessAndFolderAreWatched()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const TestFiles files;
    files.makeFile(QStringLiteral("a/b.bin"), 1000);
    const QString csv = files.path(QStringLiteral("watch.csv"));
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("watch"), QStringLiteral("--pid"), QString::number(server.pid()),
                   QStringLiteral("--disk"), files.folder(), QStringLiteral("--for"), QStringLiteral("1s"),
                   QStringLiteral("--interval"), QStringLiteral("100ms"), QStringLiteral("--json"),
                   QStringLiteral("-"), QStringLiteral("--report"), csv});
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonObject run = result.json();
    const QString process = QStringLiteral("process %1").arg(server.pid());
    const QString folder = QStringLiteral("folder ") + files.folder();
    QCOMPARE(sourceOf(run, process)[QStringLiteral("format")].toString(), QStringLiteral("process"));
    QVERIFY(pointsOf(run, process, "anonymousRss").size() >= 2);
    QVERIFY(pointsOf(run, process, "anonymousRss")[0][1].toDouble() > 1e5);
    for (const char *role : {"threads", "descriptors", "sockets"})
        QVERIFY2(pointsOf(run, process, role)[0][1].toDouble() >= 1, role);
    QCOMPARE(pointsOf(run, process, "deletedFiles")[0][1].toInt(-1), 0);
    QCOMPARE(pointsOf(run, folder, "disk")[0][1].toInt(), 1);
    QCOMPARE(pointsOf(run, folder, "diskBytes")[0][1].toInt(), 1000);
    QVERIFY2(result.err.contains("Watching process "), result.told());
    const QByteArray table = TestFiles::content(csv);
    QVERIFY2(table.contains(",time,unixSeconds,source,")
                 && table.contains(QByteArray(',' + process.toLatin1() + ',')),
             table.constData());

    const CliResult text
        = cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"),
                   QStringLiteral("junit"), QStringLiteral("--out"), QStringLiteral("-")});
    QVERIFY2(text.exitCode == 3 && text.out.isEmpty(), text.told());
    QVERIFY2(text.err.contains("tells of watching alone"), text.told());
}

void TestCliWatch::endedProcessIsSaid()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QString name = QStringLiteral("process %1").arg(server.pid());
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    cli.start({QStringLiteral("watch"), QStringLiteral("--pid"), QString::number(server.pid()),
               QStringLiteral("--interval"), QStringLiteral("100ms"), QStringLiteral("--json"),
               QStringLiteral("-")});
    QVERIFY2(terminal.shows("anonymous "), terminal.screen().constData());
    server.stop();
    QVERIFY2(terminal.shows("has ended"), "it is said at once");
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    const QJsonObject run = result.json();
    const QJsonArray points = pointsOf(run, name, "anonymousRss");
    QVERIFY2(points.size() >= 2 && points.last()[1].isNull(), "a gap, not a value");
    QCOMPARE(sourceOf(run, name)[QStringLiteral("readings")][QStringLiteral("lastMissReason")].toString(),
             QString(name + QStringLiteral(" has ended")));
}

void TestCliWatch::whatCannotBeWatchedIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no such process") << QStringList{QStringLiteral("--pid"), QStringLiteral("3999999")} << 3
                                     << QByteArray("--pid 3999999: there is no process 3999999");
    QTest::newRow("no such folder") << QStringList{QStringLiteral("--disk"), QStringLiteral("/no/folder")}
                                    << 2 << QByteArray("--disk /no/folder is not a folder");
    QTest::newRow("nothing named") << QStringList() << 2 << QByteArray("--watch is required");
}

void TestCliWatch::whatCannotBeWatchedIsNamed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, said);
    Cli cli;
    const CliResult result = cli.run(QStringList{QStringLiteral("watch")} + arguments);
    QVERIFY2(result.exitCode == exitCode, result.told());
    QVERIFY2(result.err.contains(said), result.told());
}

void TestCliWatch::severalServersSideBySide()
{
    SpecimenServer first;
    SpecimenServer second;
    QVERIFY2(first.start() && second.start(), qPrintable(first.failure() + second.failure()));
    const QString also = second.url(QStringLiteral("/")).toString();
    const QString dead = QStringLiteral("http://127.0.0.1:%1/").arg(freePort());
    const TestFiles files;
    const QString html = files.path(QStringLiteral("several.html"));
    Cli cli;
    const CliResult result = cli.run(
        {QStringLiteral("watch"), QStringLiteral("--watch"), dead, QStringLiteral("--watch"),
         first.url(QStringLiteral("/")).toString(), QStringLiteral("--watch"), also, QStringLiteral("--for"),
         QStringLiteral("1s"), QStringLiteral("--interval"), QStringLiteral("100ms"),
         QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--report"), html});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.err.count("Watching ") == 2, result.told());
    QVERIFY2(result.err.contains(QStringLiteral("warning: cannot reach %1").arg(dead).toLatin1()),
             result.told());
    const QJsonObject run = result.json();
    QVERIFY(!run.contains(QStringLiteral("error")));
    for (const QString &name : {first.url(QStringLiteral("/")).toString(), also}) {
        QCOMPARE(sourceOf(run, name)[QStringLiteral("runtime")].toString(), QStringLiteral("go"));
        QVERIFY2(pointsOf(run, name, "heap").size() >= 2, result.told());
    }
    QVERIFY(pointsOf(run, {}, "heap").isEmpty());
    QVERIFY(TestFiles::content(html).contains(also.toLatin1()));
}

void TestCliWatch::noneOfSeveralServersHasMetrics()
{
    const QString page = m_server.url(QStringLiteral("/html/metrics")).toString();
    const QString dead = QStringLiteral("http://127.0.0.1:%1/").arg(freePort());
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("watch"), QStringLiteral("--watch"), dead, QStringLiteral("--watch"), page,
                   QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains(dead.toLatin1()) && result.err.contains("no metrics found below"),
             result.told());
    QVERIFY(result.json().contains(QStringLiteral("error")));
}

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cli_watch.moc"
