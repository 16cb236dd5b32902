// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/auditee.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace support;

/// `tidemark-cli audit`, whole. What it finds is tested in tests/experiment.
class TestCliAudit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_auditee.start(), qPrintable(m_auditee.failure())); }

    void everyFormTellsTheSame()
    {
        TestFiles files;
        const QString junit = files.path(QStringLiteral("j.xml")),
                      html = files.path(QStringLiteral("r.html"));
        Cli cli;
        const CliResult result
            = cli.run(audit(m_auditee.url(QStringLiteral("lenient")), "boundary,empty-file,tls")
                      + QStringList{QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--junit"),
                                    junit, QStringLiteral("--report"), html});
        QVERIFY2(result.exitCode == 1, result.told());
        const QJsonObject json = result.json();
        const QJsonArray checks = json[QStringLiteral("checks")].toArray();
        QCOMPARE(checks.size(), 3);
        QCOMPARE(checks[0].toObject()[QStringLiteral("id")].toString(), QStringLiteral("boundary"));
        QCOMPARE(checks[0].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("fail"));
        QCOMPARE(checks[1].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("pass"));
        QCOMPARE(checks[2].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("unknown"));
        const QString sentence = json[QStringLiteral("sentence")].toString();
        QCOMPARE(sentence, QStringLiteral("1 of 3 checks failed; 1 could not be decided"));
        QVERIFY(TestFiles::content(html).contains(QByteArray("<h1>" + sentence.toUtf8())));
        QXmlStreamReader xml(TestFiles::content(junit));
        int cases = 0, failures = 0, skipped = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            cases += xml.name() == QLatin1StringView("testcase");
            failures += xml.name() == QLatin1StringView("failure");
            skipped += xml.name() == QLatin1StringView("skipped");
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE((QList{cases, failures, skipped}), (QList{3, 1, 1}));
        const auto last = [&](const char *format) {
            return cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"),
                            QString::fromLatin1(format), QStringLiteral("--out"), QStringLiteral("-")});
        };
        QCOMPARE(last("json").out, result.out);
        QCOMPARE(last("html").out, TestFiles::content(html));
        QCOMPARE(last("junit").out, TestFiles::content(junit));
        QVERIFY(last("md").out.startsWith(QByteArray("### " + sentence.toUtf8())));
    }

    void linesTellFixAndBounds()
    {
        Cli cli;
        const CliResult result = cli.run(audit(m_auditee.url(QStringLiteral("lenient")), "field-missing"));
        QVERIFY2(result.exitCode == 1, result.told());
        QVERIFY2(result.err.contains("with at most 4.00 MiB a request"), result.told());
        for (const char *said : {"1 of 1 check failed", "failed   A form without the file is refused",
                                 "201 Created", "Fix: Answer 400", "RFC 9110", "Bounds: 4.00 MiB a request"})
            QVERIFY2(result.out.contains(said), result.told());
    }

    void failuresMayBeAccepted()
    {
        Cli cli;
        const CliResult result = cli.run(audit(m_auditee.url(QStringLiteral("lenient")), "field-missing")
                                         + QStringList{QStringLiteral("--fail-on"), QStringLiteral("leak")});
        QVERIFY2(result.exitCode == 0, result.told());
    }

    void nothingDecidedIsInconclusive()
    {
        Cli cli;
        const CliResult result = cli.run(audit(m_auditee.url(), "tls,temp-files"));
        QVERIFY2(result.exitCode == 4, result.told());
        QVERIFY2(result.out.startsWith("None of 2 checks could be decided"), result.told());
    }

    void whereFilesWentIsSeen()
    {
        Cli cli;
        const CliResult result = cli.run(audit(m_auditee.url(QStringLiteral("client-name")), "path-traversal")
                                         + QStringList{QStringLiteral("--disk"), m_auditee.folder()});
        QVERIFY2(result.exitCode == 1, result.told());
        QVERIFY2(result.out.contains("was stored as"), result.told());
    }

    void othersServersAreAskedFor()
    {
        QUrl url = m_auditee.url();
        url.setHost(QStringLiteral("0.0.0.0")); // leads here, and does not say so
        TestFiles files;
        const QString json = files.path(QStringLiteral("j.json"));
        Cli cli;
        const CliResult asked
            = cli.run(audit(url, "empty-file") + QStringList{QStringLiteral("--json"), json});
        QVERIFY2(asked.exitCode == 2, asked.told());
        QVERIFY2(asked.err.contains("--yes"), asked.told());
        QVERIFY(jsonFile(json)[QStringLiteral("error")].isObject());
        const CliResult confirmed = cli.run(audit(url, "empty-file") + QStringList{QStringLiteral("--yes")});
        QVERIFY2(confirmed.exitCode == 0, confirmed.told());
    }

    void interruptedSaysWhatIsKnown()
    {
        TestFiles files;
        const QString json = files.path(QStringLiteral("j.json"));
        const auto stored = [this] { return QDir(m_auditee.store()).count(); };
        const auto atFirst = stored();
        Cli cli;
        QVERIFY(cli.run(audit(m_auditee.patientUrl(), "file-names")).exitCode == 0);
        const auto before = stored(), ofOne = before - atFirst;
        QVERIFY(ofOne > 1);
        cli.start(audit(m_auditee.patientUrl(), "file-names,slow-body")
                  + QStringList{QStringLiteral("--json"), json, QStringLiteral("--slow-for"),
                                QStringLiteral("10m"), QStringLiteral("--disk"), m_auditee.store()});
        // The same again, and one beside the slow bodies.
        QVERIFY(comesTrue([&] { return stored() > before + ofOne; }));
        QVERIFY(cli.isRunning());
        cli.send(SIGINT);
        const CliResult result = cli.finish();
        QVERIFY2(result.exitCode == 130, result.told());
        const QJsonObject saved = jsonFile(json);
        QCOMPARE(saved[QStringLiteral("end")].toString(), QStringLiteral("cancelled"));
        QCOMPARE(saved[QStringLiteral("checks")].toArray().size(), 2);
        QCOMPARE(saved[QStringLiteral("passed")].toInt(), 1);
        QCOMPARE(saved[QStringLiteral("unknown")].toInt(), 1);
    }

    void couldNotRun()
    {
        FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        Cli cli;
        const CliResult refused
            = cli.run(audit(server.url(QStringLiteral("/status?code=403&text=no")), "tls"));
        QVERIFY2(refused.exitCode == 3, refused.told());
        QVERIFY2(refused.out.startsWith("Not audited: "), refused.told());
        QCOMPARE(refused.out.count("403"), 1); // told once, and not for each check
        QVERIFY2(refused.out.contains("Made: 1 request with"), refused.told());
        QVERIFY2(refused.err.contains("Send one file by tidemark-cli upload"), refused.told());
    }

    // Nothing listens there, and that is not what is told.
    void missingProcessIsToldAtOnce()
    {
        Cli cli;
        const CliResult result = cli.run(audit(QUrl(QStringLiteral("http://127.0.0.1:9/")), "tls")
                                         + QStringList{QStringLiteral("--pid"), QStringLiteral("999999999"),
                                                       QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.err.contains("--pid 999999999: there is no process 999999999"), result.told());
        QVERIFY2(!result.err.contains("Audits"), result.told());
        QCOMPARE(result.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
                 QStringLiteral("not-found"));
    }

    void badOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("size") << QStringList{QStringLiteral("--max-body"), QStringLiteral("1K")};
        QTest::newRow("time") << QStringList{QStringLiteral("--slow-for"), QStringLiteral("0s")};
        QTest::newRow("long time") << QStringList{QStringLiteral("--idle"), QStringLiteral("2h")};
        QTest::newRow("check") << QStringList{QStringLiteral("--only"), QStringLiteral("everything")};
        QTest::newRow("method") << QStringList{QStringLiteral("--method"), QStringLiteral("tus")};
        QTest::newRow("proxy") << QStringList{QStringLiteral("--proxy"),
                                              QStringLiteral("http://127.0.0.1:9")};
        QTest::newRow("digest") << QStringList{QStringLiteral("--user"), QStringLiteral("ann"),
                                               QStringLiteral("--digest")};
        QTest::newRow("report") << QStringList{QStringLiteral("--report"), QStringLiteral("r.doc")};
        QTest::newRow("two servers") << QStringList{
            QStringLiteral("--watch"), QStringLiteral("http://127.0.0.1:9"), QStringLiteral("--watch"),
            QStringLiteral("http://127.0.0.1:8")};
    }

    void badOptions()
    {
        QFETCH(const QStringList, options);
        Cli cli;
        cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("sea"));
        const CliResult result = cli.run(QStringList{QStringLiteral("audit"), QStringLiteral("--to"),
                                                     QStringLiteral("http://127.0.0.1:9/")}
                                         + options);
        QVERIFY2(result.exitCode == 2, result.told());
    }

private:
    [[nodiscard]] static QStringList audit(const QUrl &url, const char *checks)
    {
        return {QStringLiteral("audit"),  QStringLiteral("--to"),      url.toString(),
                QStringLiteral("--only"), QString::fromLatin1(checks), QStringLiteral("--max-body"),
                QStringLiteral("4M")};
    }

    Auditee m_auditee;
};

QTEST_GUILESS_MAIN(TestCliAudit)
#include "tst_cli_audit.moc"
