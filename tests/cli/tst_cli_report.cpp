// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace support;

/// `tidemark-cli report`, whole, of runs that the program itself kept.
class TestCliReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesEveryFormat_data();
    void writesEveryFormat();
    void lastIsTheLastRun();
    void withoutALastRun();
    void badRunsAreNamed_data();
    void badRunsAreNamed();
    void unwritableReport();

private:
    CliResult upload(Cli &cli, const QString &file, const QStringList &more = {}) const
    {
        return cli.run(QStringList{QStringLiteral("upload"), QStringLiteral("--to"),
                                   m_server.url(QStringLiteral("/ok")).toString(), file}
                       + more);
    }

    TestFiles m_files;
    FaultyServer m_server;
    QString m_run;
};

void TestCliReport::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    m_run = m_files.path(QStringLiteral("run.json"));
    Cli cli;
    const CliResult result
        = upload(cli, m_files.makeFile(QStringLiteral("sent.bin"), 100), {QStringLiteral("--json"), m_run});
    QVERIFY2(result.exitCode == 0, result.told());
}

void TestCliReport::writesEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("json") << QStringLiteral("json") << QByteArray("{");
    QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("table,file,");
    QTest::newRow("junit") << QStringLiteral("junit") << QByteArray("<?xml");
}

void TestCliReport::writesEveryFormat()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, begins);
    const QString out = m_files.path(QStringLiteral("report.") + format);
    Cli cli;
    const CliResult toFile = cli.run({QStringLiteral("report"), m_run, QStringLiteral("--out"), out});
    QVERIFY2(toFile.exitCode == 0, toFile.told());
    QVERIFY2(toFile.out.contains(out.toUtf8()), toFile.told());
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY2(content.toLower().startsWith(begins.toLower()), content.left(200).constData());
    QVERIFY2(content.contains("sent.bin"), content.left(2000).constData());

    const CliResult toStdout = cli.run({QStringLiteral("report"), m_run, QStringLiteral("--format"), format,
                                        QStringLiteral("--out"), QStringLiteral("-")});
    QVERIFY2(toStdout.exitCode == 0, toStdout.told());
    QVERIFY2(toStdout.out == content, "stdout holds the report and nothing else");
}

void TestCliReport::lastIsTheLastRun()
{
    Cli cli;
    QCOMPARE(upload(cli, m_files.makeFile(QStringLiteral("first.bin"), 100)).exitCode, 0);
    QCOMPARE(upload(cli, m_files.makeFile(QStringLiteral("second.bin"), 100)).exitCode, 0);
    const QStringList arguments{QStringLiteral("report"), QStringLiteral("--format"), QStringLiteral("json"),
                                QStringLiteral("--out"), QStringLiteral("-")};
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.out.contains("second.bin") && !result.out.contains("first.bin"), result.told());
    QCOMPARE(cli.run(arguments + QStringList{QStringLiteral("last")}).out, result.out);
}

void TestCliReport::withoutALastRun()
{
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("report"), QStringLiteral("last"),
                                      QStringLiteral("--out"), m_files.path(QStringLiteral("none.html"))});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("there is no last run yet"), result.told());
    QVERIFY(!QFile::exists(m_files.path(QStringLiteral("none.html"))));
}

void TestCliReport::badRunsAreNamed_data()
{
    QTest::addColumn<QString>("run");
    QTest::newRow("missing") << m_files.path(QStringLiteral("no.json"));
    QTest::newRow("no JSON") << m_files.makeText(QStringLiteral("text.json"), "not JSON");
    QTest::newRow("another JSON") << m_files.makeText(QStringLiteral("other.json"),
                                                      "{\"schema\": \"other/1\"}");
    QTest::newRow("folder") << m_files.folder();
    QTest::newRow("FIFO") << m_files.makeFifo(QStringLiteral("run-fifo"));
}

void TestCliReport::badRunsAreNamed()
{
    QFETCH(const QString, run);
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("report"), run, QStringLiteral("--format"),
                                      QStringLiteral("html"), QStringLiteral("--out"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.out.isEmpty(), result.told());
    QVERIFY2(result.err.startsWith("tidemark-cli: ") && result.err.contains(run.toUtf8()), result.told());
    QVERIFY2(result.err.count('\n') == 1, result.told());
}

void TestCliReport::unwritableReport()
{
    Cli cli;
    const CliResult result = cli.run(
        {QStringLiteral("report"), m_run, QStringLiteral("--out"), QStringLiteral("/no/such/folder/r.html")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("/no/such/folder/r.html"), result.told());
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_cli_report.moc"
