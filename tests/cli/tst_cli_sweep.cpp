// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace support;

/// `tidemark-cli sweep`, whole. What it finds is tested in tests/experiment.
class TestCliSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    void everyFormTellsTheSame()
    {
        TestFiles files;
        const QString json = files.path(QStringLiteral("s.json")),
                      junit = files.path(QStringLiteral("s.xml")),
                      report = files.path(QStringLiteral("s.md"));
        Cli cli;
        const CliResult result = cli.run(
            sweep(QStringLiteral("retry-storm?pool=4"), QStringLiteral("4,60"))
            + QStringList{QStringLiteral("--requests"), QStringLiteral("10"), QStringLiteral("--json"), json,
                          QStringLiteral("--junit"), junit, QStringLiteral("--report"), report});
        QVERIFY2(result.exitCode == 1, result.told());
        const QJsonObject saved = jsonFile(json);
        const QString sentence = saved[QStringLiteral("sentence")].toString();
        QVERIFY2(sentence.startsWith(QStringLiteral("Breaks down at 60 at once")), qPrintable(sentence));
        QVERIFY2(result.out.startsWith(sentence.toUtf8()), result.told());
        QVERIFY2(result.out.contains("At once") && result.out.contains("Peak heap"), result.told());
        QCOMPARE(saved[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.sweep/1"));
        QCOMPARE(saved[QStringLiteral("bottleneck")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("server"));
        QCOMPARE(saved[QStringLiteral("amplification")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("present"));
        const QJsonArray levels = saved[QStringLiteral("levels")].toArray();
        QCOMPARE(levels.size(), 2);
        QCOMPARE(levels[1][QStringLiteral("requests")].toInt(), 600);
        QVERIFY(levels[1][QStringLiteral("timeoutRate")].toDouble() > 0.5);
        QVERIFY(levels[1][QStringLiteral("perUpload")].toDouble() > 16 * 1024);
        QFile markdown(report);
        QVERIFY(markdown.open(QIODevice::ReadOnly));
        QVERIFY(markdown.readAll().startsWith(QByteArray("### " + sentence.toUtf8())));
        QFile xmlFile(junit);
        QVERIFY(xmlFile.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&xmlFile);
        int failures = 0;
        while (!xml.atEnd())
            failures += xml.readNext() == QXmlStreamReader::StartElement
                && xml.name() == QLatin1StringView("failure");
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(failures, 2);
    }

    void curedIsFineAndTheLastRun()
    {
        Cli cli;
        const CliResult result
            = cli.run(sweep(QStringLiteral("retry-storm/cured?pool=4"), QStringLiteral("2,24"))
                      + QStringList{QStringLiteral("--requests"), QStringLiteral("5"),
                                    QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(result.json()[QStringLiteral("amplification")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("absent"));
        QVERIFY(result.json()[QStringLiteral("collapse")].isNull());
        const auto last = [&](const char *format) {
            return cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"),
                            QString::fromLatin1(format), QStringLiteral("--out"), QStringLiteral("-")});
        };
        const QByteArray sentence = result.json()[QStringLiteral("sentence")].toString().toUtf8();
        QCOMPARE(last("json").out, result.out);
        QVERIFY(last("md").out.startsWith(QByteArray("### " + sentence)));
        QVERIFY(last("html").out.contains("<table"));
        QVERIFY(last("csv").out.startsWith("concurrency,"));
        QVERIFY(last("junit").out.contains("no leak grows with the load"));
        // A check must not be given what the sweep before it has.
        const CliResult check = cli.run({QStringLiteral("check"), QStringLiteral("--quick"),
                                         QStringLiteral("--no-aborts"), QStringLiteral("--to"),
                                         m_server.url(QStringLiteral("/upload/read-all/cured")).toString()});
        QVERIFY2(check.exitCode == 0 || check.exitCode == 4, check.told());
        QVERIFY2(last("csv").out.startsWith("table,resource,"), last("csv").told());
    }

    void ratesAreAnOpenLoop()
    {
        TestFiles files;
        const QString csv = files.path(QStringLiteral("s.csv")), page = files.path(QStringLiteral("s.html"));
        Cli cli;
        const QStringList asked{QStringLiteral("sweep"),
                                QStringLiteral("--to"),
                                m_server.url(QStringLiteral("/upload/read-all/cured")).toString(),
                                QStringLiteral("--rate"),
                                QStringLiteral("10,30"),
                                QStringLiteral("--for"),
                                QStringLiteral("1s")};
        const CliResult result = cli.run(
            asked
            + QStringList{QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--report"), csv});
        // A busy machine may not begin them in time, or judge a rate too high.
        QVERIFY2(result.exitCode == 0 || result.exitCode == 1 || result.exitCode == 4, result.told());
        QCOMPARE(result.json()[QStringLiteral("loop")].toString(), QStringLiteral("open"));
        const QJsonArray levels = result.json()[QStringLiteral("levels")].toArray();
        QVERIFY2(!levels.isEmpty(), result.told());
        QCOMPARE(levels[0][QStringLiteral("rate")].toDouble(), 10.0);
        QCOMPARE(levels[0][QStringLiteral("requests")].toInt(), 10);
        QCOMPARE(levels[0][QStringLiteral("ok")].toInt(), 10);
        QCOMPARE(levels[0][QStringLiteral("arrivals")][QStringLiteral("begun")].toInt(), 10);
        QCOMPARE(levels[0][QStringLiteral("arrivals")][QStringLiteral("inFlightLimit")].toInt(), 1000);
        QFile table(csv);
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().startsWith("rate_per_second,concurrency,late_percent,"));
        const CliResult again
            = cli.run({QStringLiteral("runs"), QStringLiteral("show"), QStringLiteral("last")});
        QVERIFY2(again.out.contains("Rate/s") && again.out.contains("Open loop"), again.told());
        const CliResult html
            = cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--out"), page});
        QVERIFY2(html.exitCode == 0, html.told());
    }

    void whatFailsIsChosen()
    {
        // It breaks down, and shows no metrics.
        FaultyServer busy;
        QVERIFY2(busy.start(), qPrintable(busy.failure()));
        const auto run = [&busy](const QStringList &more) {
            Cli cli;
            return cli.run(QStringList{QStringLiteral("sweep"), QStringLiteral("--to"),
                                       busy.url(QStringLiteral("/busy?above=4&ms=5")).toString(),
                                       QStringLiteral("--levels"), QStringLiteral("2,40"),
                                       QStringLiteral("--size"), QStringLiteral("1K")}
                           + more);
        };
        const CliResult found = run({});
        QVERIFY2(found.exitCode == 1 && found.out.contains("503 Service Unavailable"), found.told());
        const CliResult open = run({QStringLiteral("--fail-on"), QStringLiteral("leak")});
        QVERIFY2(open.exitCode == 4 && open.out.contains("no metrics were found"), open.told());
    }

    // It leaks, and not because of the load: that is no finding of a sweep, and must be said all the same.
    void aLeakAtEveryLevelIsSaid()
    {
        Cli cli;
        const CliResult result = cli.run(sweep(QStringLiteral("read-all"), QStringLiteral("1,8"))
                                         + QStringList{QStringLiteral("--requests"), QStringLiteral("20"),
                                                       QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(result.json()[QStringLiteral("verdict")].toString(), QStringLiteral("leaves"));
        const QString sentence = result.json()[QStringLiteral("sentence")].toString();
        QVERIFY2(sentence.endsWith(QStringLiteral("at every level: run a leak check"))
                     && !sentence.contains(QStringLiteral("no leak")),
                 qPrintable(sentence));
    }

    void couldNotRun()
    {
        Cli cli;
        const CliResult missing = cli.run(sweep(QStringLiteral("no-such-specimen"), QStringLiteral("1,4")));
        QVERIFY2(missing.exitCode == 3 && missing.out.contains("404"), missing.told());
        const CliResult silent = cli.run({QStringLiteral("sweep"), QStringLiteral("--to"),
                                          QStringLiteral("http://127.0.0.1:%1/").arg(freePort())});
        QVERIFY2(silent.exitCode == 3 && silent.out.contains("no upload got an answer there"), silent.told());
    }

    void interruptedTellsWhatItHas()
    {
        TestFiles files;
        const QString json = files.path(QStringLiteral("s.json"));
        Cli cli;
        const auto taken
            = [this] { return m_server.uploads(QStringLiteral("retry-storm"), QStringLiteral("leaking")); };
        const qint64 before = taken();
        cli.start(
            sweep(QStringLiteral("retry-storm?pool=1"), QStringLiteral("1,2"))
            + QStringList{QStringLiteral("--for"), QStringLiteral("30s"), QStringLiteral("--json"), json});
        QVERIFY(comesTrue([&] { return taken() > before + 70; })); // warm-up and ramp are over
        cli.send(SIGINT);
        const CliResult result = cli.finish();
        QVERIFY2(result.exitCode == 130, result.told());
        QCOMPARE(jsonFile(json)[QStringLiteral("stopped")].toString(), QStringLiteral("cancelled"));
    }

    void publicHostsAreAskedAbout()
    {
        Cli cli;
        const CliResult refused = cli.run({QStringLiteral("sweep"), QStringLiteral("--to"),
                                           QStringLiteral("http://uploads.example.invalid/")});
        QVERIFY2(refused.exitCode == 2 && refused.err.contains("--yes"), refused.told());
    }

    void badOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QStringList &options, const char *said) {
            QTest::newRow(name) << options << QString::fromLatin1(said);
        };
        row("levels fall", {QStringLiteral("--levels"), QStringLiteral("10,5")}, "must rise");
        row("level is none", {QStringLiteral("--levels"), QStringLiteral("1,many")}, "many");
        row("level too high", {QStringLiteral("--levels"), QStringLiteral("1,5000")}, "1000");
        row("no level", {QStringLiteral("--levels"), QStringLiteral("0")}, "from 1");
        row("percentage of nothing", {QStringLiteral("--levels"), QStringLiteral("50%")}, "--peak");
        row("peak of nothing", {QStringLiteral("--peak"), QStringLiteral("100")}, "25%,50%,100%,120%");
        row("peak of numbers",
            {QStringLiteral("--peak"), QStringLiteral("100"), QStringLiteral("--levels"),
             QStringLiteral("10,50")},
            "there is none");
        row("beyond the peak",
            {QStringLiteral("--peak"), QStringLiteral("100"), QStringLiteral("--levels"),
             QStringLiteral("50%,130%")},
            "120%");
        row("number and time",
            {QStringLiteral("--requests"), QStringLiteral("5"), QStringLiteral("--for"),
             QStringLiteral("5s")},
            "--requests and --for exclude each other");
        row("too many requests", {QStringLiteral("--requests"), QStringLiteral("100001")}, "1 to 100000");
        row("no requests", {QStringLiteral("--requests"), QStringLiteral("0")}, "--requests");
        row("far too many", {QStringLiteral("--requests"), QStringLiteral("9000")}, "at most 1,000,000");
        row("error limit", {QStringLiteral("--error-limit"), QStringLiteral("half")}, "half");
        row("no timeout", {QStringLiteral("--timeout"), QStringLiteral("0")}, "--timeout");
        row("too long", {QStringLiteral("--for"), QStringLiteral("5m")}, "--level-limit");
        row("method", {QStringLiteral("--method"), QStringLiteral("tus")}, "tus");
        row("report", {QStringLiteral("--report"), QStringLiteral("r.doc")}, "r.doc");
        row("file", {QStringLiteral("/nonexistent.bin")}, "sweep sends files");
    }

    void badOptions()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        Cli cli;
        const CliResult result = cli.run(QStringList{QStringLiteral("sweep"), QStringLiteral("--to"),
                                                     QStringLiteral("http://127.0.0.1:9/")}
                                         + options);
        QVERIFY2(result.exitCode == 2 && result.err.contains(said.toUtf8()), result.told());
    }

private:
    [[nodiscard]] QStringList sweep(const QString &specimen, const QString &levels) const
    {
        return {QStringLiteral("sweep"), QStringLiteral("--to"),
                m_server.url(QStringLiteral("/upload/") + specimen).toString(), QStringLiteral("--levels"),
                levels};
    }

    SpecimenServer m_server;
};

QTEST_GUILESS_MAIN(TestCliSweep)
#include "tst_cli_sweep.moc"
