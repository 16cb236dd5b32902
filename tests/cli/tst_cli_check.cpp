// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace support;

/// `tidemark-cli check`, whole. What it finds is tested in tests/verdicts.
class TestCliCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    void everyFormTellsTheSame()
    {
        TestFiles files;
        const QString junit = files.path(QStringLiteral("j.xml")),
                      report = files.path(QStringLiteral("r.md"));
        Cli cli;
        const CliResult result
            = cli.run(quick(QStringLiteral("read-all"))
                      + QStringList{QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--junit"),
                                    junit, QStringLiteral("--report"), report, QStringLiteral("--size"),
                                    QStringLiteral("128K")});
        QVERIFY2(result.exitCode == 1, result.told());
        const QJsonObject json = result.json();
        const QString sentence = json[QStringLiteral("sentence")].toString();
        QVERIFY2(sentence.startsWith(QStringLiteral("Leaks "))
                     && sentence.contains(QStringLiteral("main.readAll")),
                 qPrintable(sentence));
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.check/1"));
        QCOMPARE(json[QStringLiteral("confirmed")].toBool(true), false);
        QVERIFY(json[QStringLiteral("rounds")].toArray().size() >= 11);
        const QJsonObject heap = json[QStringLiteral("resources")].toArray().first().toObject();
        QCOMPARE(heap[QStringLiteral("role")].toString(), QStringLiteral("heap"));
        QVERIFY(heap[QStringLiteral("low")].toDouble() <= heap[QStringLiteral("perUpload")].toDouble());
        QVERIFY(heap[QStringLiteral("high")].toDouble() >= heap[QStringLiteral("perUpload")].toDouble());
        const QJsonObject guilty = json[QStringLiteral("guilty")].toArray().first().toObject();
        QCOMPARE(guilty[QStringLiteral("function")].toString(), QStringLiteral("main.readAll"));
        QVERIFY(guilty[QStringLiteral("stack")].toArray().size() > 3);

        QFile markdown(report);
        QVERIFY(markdown.open(QIODevice::ReadOnly));
        QVERIFY(markdown.readAll().replace('\\', "").startsWith(QByteArray("### " + sentence.toUtf8())));
        QFile xmlFile(junit);
        QVERIFY(xmlFile.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&xmlFile);
        QString failure;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement
                && xml.name() == QLatin1StringView("failure"))
                failure = xml.attributes().value(QLatin1StringView("message")).toString();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(failure, sentence);
    }

    void htmlShowsTheEvidence_data()
    {
        QTest::addColumn<QString>("specimen");
        QTest::addColumn<bool>("leaks");
        QTest::newRow("leaks") << QStringLiteral("read-all") << true;
        QTest::newRow("stable") << QStringLiteral("read-all/cured") << false;
    }

    void htmlShowsTheEvidence()
    {
        QFETCH(QString, specimen);
        QFETCH(bool, leaks);
        TestFiles files;
        const QString report = files.path(QStringLiteral("r.html"));
        Cli cli;
        const CliResult result = cli.run(
            quick(specimen)
            + QStringList{QStringLiteral("--report"), report, QStringLiteral("--json"), QStringLiteral("-"),
                          QStringLiteral("--no-aborts"), QStringLiteral("--size"), QStringLiteral("64K")});
        QVERIFY2(result.exitCode == (leaks ? 1 : 0), result.told());
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader html(&file);
        QString headline;
        int floors = 0, stackFrames = 0, scripts = 0;
        while (!html.atEnd()) {
            if (html.readNext() != QXmlStreamReader::StartElement)
                continue;
            scripts += html.name() == QLatin1StringView("script");
            stackFrames += html.name() == QLatin1StringView("code");
            floors += html.attributes().value(QLatin1StringView("class")) == QLatin1StringView("floor heap");
            if (html.name() == QLatin1StringView("h1"))
                headline = html.readElementText();
        }
        QVERIFY2(!html.hasError(), qPrintable(html.errorString()));
        QCOMPARE(headline, result.json()[QStringLiteral("sentence")].toString());
        QCOMPARE(floors, result.json()[QStringLiteral("rounds")].toArray().size());
        QCOMPARE(stackFrames > 3, leaks);
        QCOMPARE(scripts, 0);
    }

    void isTheLastRun()
    {
        TestFiles files;
        Cli cli;
        const CliResult result = cli.run(quick(QStringLiteral("read-all"))
                                         + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(result.exitCode == 1, result.told());
        const auto last = [&](const char *format) {
            return cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"),
                            QString::fromLatin1(format), QStringLiteral("--out"), QStringLiteral("-")});
        };
        const QByteArray sentence = result.json()[QStringLiteral("sentence")].toString().toUtf8();
        QCOMPARE(last("json").out, result.out);
        QVERIFY(last("md").out.replace("\\", "").startsWith(QByteArray("### " + sentence)));
        QVERIFY(last("html").out.contains("<svg"));
        QVERIFY(last("junit").out.contains("<failure"));
        QVERIFY(last("csv").out.startsWith("table,resource,uploads,verdict,per_upload,"));
        const QString alone = files.makeText(QStringLiteral("alone.json"), result.out);
        const CliResult other = cli.run(
            {QStringLiteral("report"), alone, QStringLiteral("--out"), files.path(QStringLiteral("r.html"))});
        QVERIFY2(other.exitCode == 3 && other.err.contains("check --report"), other.told());
    }

    // A server that keeps what it was given once by name has to meet new names in a second check.
    void everyCheckSendsNewNames()
    {
        Cli cli;
        for (int i = 0; i < 2; ++i) {
            const CliResult result = cli.run(quick(QStringLiteral("ttl-cache"))
                                             + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
            QVERIFY2(result.exitCode == 1, result.told());
        }
    }

    void theAddressMayChangeWithEveryUpload()
    {
        QStringList arguments = quick(QStringLiteral("read-all/cured"))
            + QStringList{QStringLiteral("--no-aborts"), QStringLiteral("--size"), QStringLiteral("64K")};
        const qsizetype url = arguments.indexOf(QStringLiteral("--to")) + 1;
        QVERIFY(url > 0);
        arguments[url] += QStringLiteral("?part={n}&id={uuid}");
        Cli cli;
        const CliResult result = cli.run(arguments);
        QVERIFY2(result.exitCode == 0, result.told());
    }

    void leaksMayBeAccepted()
    {
        Cli cli;
        const CliResult result = cli.run(quick(QStringLiteral("read-all"))
                                         + QStringList{QStringLiteral("--fail-on"), QStringLiteral("failed"),
                                                       QStringLiteral("--no-aborts"),
                                                       QStringLiteral("--size"), QStringLiteral("64K")});
        QVERIFY2(result.exitCode == 0, result.told());
        QVERIFY2(result.out.startsWith("Leaks "), result.told());
    }

    void interruptedSaysWhatIsKnown()
    {
        const auto taken
            = [this] { return m_server.uploads(QStringLiteral("read-all"), QStringLiteral("cured")); };
        const qint64 before = taken(); // others may have uploaded there
        Cli cli;
        cli.start(quick(QStringLiteral("read-all/cured"))
                  + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY(comesTrue([&] { return taken() > before + 100; }));
        cli.send(SIGINT);
        const CliResult result = cli.finish();
        QVERIFY2(result.exitCode == 130, result.told());
        QCOMPARE(result.json()[QStringLiteral("interruption")].toString(), QStringLiteral("cancelled"));
        QCOMPARE(result.json()[QStringLiteral("verdict")].toString(), QStringLiteral("inconclusive"));
    }

    void restartedServerIsTold()
    {
        SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        TestFiles files;
        const QString json = files.path(QStringLiteral("j.json"));
        const QUrl url = server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking"));
        Cli cli;
        cli.start({QStringLiteral("check"), QStringLiteral("--to"), url.toString(), QStringLiteral("--json"),
                   json});
        QVERIFY(comesTrue([&server] {
            return server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")) > 120;
        }));
        server.stop();
        QVERIFY2(server.start({QStringLiteral("--port"), QString::number(url.port())}),
                 qPrintable(server.failure()));
        const CliResult result = cli.finish();
        QVERIFY2(result.exitCode == 4, result.told());
        const QJsonObject saved = jsonFile(json);
        QCOMPARE(saved[QStringLiteral("verdict")].toString(), QStringLiteral("inconclusive"));
        // Where the new server took long to start, the uploads that failed meanwhile are the reason.
        const QString why = saved[QStringLiteral("interruption")].toString();
        QVERIFY2(why == QStringLiteral("restarted") || why == QStringLiteral("uploads-failed")
                     || why == QStringLiteral("reading-failed") || why == QStringLiteral("gone"),
                 qPrintable(why));
        QVERIFY(saved[QStringLiteral("uploads")].toInt() > 120);
    }

    // Without one upload there is nothing to be undecided about: it could not run.
    void goneBeforeAnyUpload()
    {
        SpecimenServer watched;
        QVERIFY2(watched.start(), qPrintable(watched.failure()));
        FaultyServer silent;
        QVERIFY2(silent.start(), qPrintable(silent.failure()));
        TestFiles files;
        const QString json = files.path(QStringLiteral("j.json"));
        Cli cli;
        cli.start({QStringLiteral("check"), QStringLiteral("--quick"), QStringLiteral("--to"),
                   silent.url(QStringLiteral("/delay?ms=600000&id=gone")).toString(),
                   QStringLiteral("--watch"), watched.url(QStringLiteral("/")).toString(),
                   QStringLiteral("--json"), json});
        QVERIFY(comesTrue([&silent] { return silent.stats(QStringLiteral("gone")).requests > 0; }));
        watched.stop();
        silent.stop();
        const CliResult result = cli.finish();
        QVERIFY2(result.exitCode == 3, result.told());
        const QJsonObject saved = jsonFile(json);
        QCOMPARE(saved[QStringLiteral("interruption")].toString(), QStringLiteral("gone"));
        QCOMPARE(saved[QStringLiteral("uploads")].toInt(-1), 0);
    }

    // Told once, it has to stand: a floor that is read a second time must not let it pass.
    void otherProcessIsRefused()
    {
        Cli cli;
        const CliResult result
            = cli.run({QStringLiteral("check"), QStringLiteral("--quick"), QStringLiteral("--to"),
                       m_server.url(QStringLiteral("/upload/read-all")).toString(), QStringLiteral("--pid"),
                       QStringLiteral("1")});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.out.contains("process 1 is not the server that is watched"), result.told());
    }

    void nothingToWatch()
    {
        FaultyServer bare;
        QVERIFY2(bare.start(), qPrintable(bare.failure()));
        Cli cli;
        const CliResult result
            = cli.run({QStringLiteral("check"), QStringLiteral("--quick"), QStringLiteral("--to"),
                       bare.url(QStringLiteral("/ok")).toString()});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.out.contains("no metrics were found"), result.told());
        // Each address with what came of it, and what to do.
        const QByteArray base = bare.url(QStringLiteral("/")).toEncoded();
        for (const char *const path : {"", "metrics", "debug/vars", "actuator/prometheus"})
            QVERIFY2(result.out.contains(QByteArray("  Tried " + base + path + ": ")), result.told());
        QVERIFY2(result.err.contains("--watch http://127.0.0.1:PORT/PATH"), result.told());
        QVERIFY2(result.err.contains("net/http/pprof"), result.told());
    }

    void programsAreToldWhatWasTried()
    {
        FaultyServer bare;
        QVERIFY2(bare.start(), qPrintable(bare.failure()));
        TestFiles files;
        const QString junit = files.path(QStringLiteral("j.xml"));
        Cli cli;
        const CliResult result = cli.run(
            {QStringLiteral("check"), QStringLiteral("--to"), bare.url(QStringLiteral("/ok")).toString(),
             QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--junit"), junit});
        QVERIFY2(result.exitCode == 3, result.told());
        const QJsonArray misses = result.json()[QStringLiteral("misses")].toArray();
        QVERIFY2(misses.size() >= 6, result.told());
        const QString url = bare.url(QStringLiteral("/metrics")).toString();
        QVERIFY(std::ranges::any_of(misses, [&url](const QJsonValue &miss) {
            return miss[QStringLiteral("url")].toString() == url
                && !miss[QStringLiteral("error")][QStringLiteral("message")].toString().isEmpty();
        }));
        QVERIFY(TestFiles::content(junit).contains(QByteArray("Tried " + url.toUtf8())));
    }

    void unreachableServerIsSaidOnce()
    {
        Cli cli;
        const CliResult result = cli.run({QStringLiteral("check"), QStringLiteral("--to"),
                                          QStringLiteral("http://127.0.0.1:%1/upload").arg(freePort())});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.out.contains("nothing listens at http://127.0.0.1:")
                     && result.out.contains("the connection was refused") && !result.out.contains("Tried"),
                 result.told());
        QVERIFY2(!result.err.contains("--watch") && result.err.contains("Start the server"), result.told());
    }

    // The kernel takes the connections, and nobody reads: it needs no other line in its program.
    void muteServerIsNotAskedForMetrics()
    {
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        Cli cli;
        const CliResult result
            = cli.run({QStringLiteral("check"), QStringLiteral("--to"),
                       QStringLiteral("http://127.0.0.1:%1/upload").arg(mute.serverPort())});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.out.contains("takes connections and does not answer"), result.told());
        QVERIFY2(!result.err.contains("net/http/pprof") && result.err.contains("whether the server is stuck"),
                 result.told());
    }

    // Before a request is made: nothing listens there, and that is not what is told.
    void missingProcessIsToldAtOnce()
    {
        Cli cli;
        const CliResult result
            = cli.run({QStringLiteral("check"), QStringLiteral("--to"),
                       QStringLiteral("http://127.0.0.1:%1/upload").arg(freePort()), QStringLiteral("--pid"),
                       QStringLiteral("999999999"), QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.err.contains("--pid 999999999: there is no process 999999999"), result.told());
        QVERIFY2(!result.err.contains("any more"), result.told());
        QCOMPARE(result.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
                 QStringLiteral("not-found"));
    }

    void unwritableResultIsToldAtOnce_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("name"); // below a folder that is there
        QTest::newRow("json") << QStringLiteral("--json") << QStringLiteral("none/x.json");
        QTest::newRow("report") << QStringLiteral("--report") << QStringLiteral("none/x.md");
        QTest::newRow("junit") << QStringLiteral("--junit") << QStringLiteral("none/x.xml");
        QTest::newRow("a folder") << QStringLiteral("--json") << QString();
    }

    void unwritableResultIsToldAtOnce()
    {
        QFETCH(QString, option);
        QFETCH(QString, name);
        TestFiles files;
        const QString file = files.path(name);
        const qint64 before = m_server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking"));
        Cli cli;
        const CliResult result = cli.run(quick(QStringLiteral("read-all")) + QStringList{option, file});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.err.contains(QByteArray(file.toUtf8() + " cannot be written: ")), result.told());
        QCOMPARE(m_server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), before);
    }

    // Whoever reads the one that can be written must not take an old result for the new one.
    void otherResultsTellOfIt()
    {
        TestFiles files;
        const QString junit = files.path(QStringLiteral("j.xml"));
        Cli cli;
        const CliResult result = cli.run(
            quick(QStringLiteral("read-all"))
            + QStringList{QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--junit"), junit,
                          QStringLiteral("--report"), files.path(QStringLiteral("none/r.html"))});
        QVERIFY2(result.exitCode == 3, result.told());
        QCOMPARE(result.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
                 QStringLiteral("write-failed"));
        QVERIFY(TestFiles::content(junit).contains("cannot be written"));
    }

    void badOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("two speeds") << QStringList{QStringLiteral("--quick"), QStringLiteral("--thorough")};
        QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("lots")};
        QTest::newRow("too large") << QStringList{QStringLiteral("--size"), QStringLiteral("9G")};
        QTest::newRow("seed") << QStringList{QStringLiteral("--seed"), QStringLiteral("x")};
        QTest::newRow("pid") << QStringList{QStringLiteral("--pid"), QStringLiteral("-4")};
        QTest::newRow("folder") << QStringList{QStringLiteral("--disk"), QStringLiteral("/nonexistent")};
        QTest::newRow("file") << QStringList{QStringLiteral("/nonexistent.bin")};
        QTest::newRow("report") << QStringList{QStringLiteral("--report"), QStringLiteral("r.doc")};
        QTest::newRow("method") << QStringList{QStringLiteral("--method"), QStringLiteral("tus")};
    }

    void badOptions()
    {
        QFETCH(QStringList, options);
        Cli cli;
        const CliResult result = cli.run(QStringList{QStringLiteral("check"), QStringLiteral("--to"),
                                                     QStringLiteral("http://127.0.0.1:9/")}
                                         + options);
        QVERIFY2(result.exitCode == 2, result.told());
    }

private:
    [[nodiscard]] QStringList quick(const QString &specimen) const
    {
        return {QStringLiteral("check"), QStringLiteral("--quick"), QStringLiteral("--to"),
                m_server.url(QStringLiteral("/upload/") + specimen).toString()};
    }

    SpecimenServer m_server;
};

QTEST_GUILESS_MAIN(TestCliCheck)
#include "tst_cli_check.moc"
