// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/rawhttp.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace support;

namespace {
constexpr qint64 MiB = 1024 * 1024;

/// How much the server's heap grew, by the run's own account.
double heapGrowth(const QJsonObject &run)
{
    for (const QJsonValue growth : run[QStringLiteral("growth")].toArray()) {
        if (growth[QStringLiteral("role")].toString() == QStringLiteral("heap"))
            return growth[QStringLiteral("after")].toDouble() - growth[QStringLiteral("before")].toDouble();
    }
    return qQNaN();
}
} // namespace

/// `tidemark-cli demo`, whole.
class TestCliDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysInFrontUntilCtrlC();
    void jsonOnStdoutIsTheLineAlone();
    void showsWhatUploadsLeaveBehind();
    void portInUse();
    void unknownSpecimen();
    void missingSampleServer();
    void interruptedWhileUploading();
};

void TestCliDemo::staysInFrontUntilCtrlC()
{
    Cli cli;
    cli.start({QStringLiteral("demo")});
    const QJsonObject info = QJsonDocument::fromJson(cli.readLine()).object();
    QCOMPARE(info[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.specimens/1"));
    const QUrl metrics(info[QStringLiteral("metrics")].toString());
    const QString upload
        = info[QStringLiteral("uploads")][QStringLiteral("read-all")][QStringLiteral("leaking")].toString();
    QCOMPARE(get(metrics).status, 200);

    TestFiles files;
    Cli other;
    const CliResult sent
        = other.run({QStringLiteral("upload"), QStringLiteral("--to"), upload, QStringLiteral("--interval"),
                     QStringLiteral("100ms"), files.makeFile(QStringLiteral("x"), MiB)});
    QVERIFY2(sent.exitCode == 0, sent.told());
    QVERIFY(cli.isRunning());
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QVERIFY2(result.out.contains(upload.toUtf8()), "the addresses are there for people, too");
    QCOMPARE(get(metrics).status, 0);
}

void TestCliDemo::jsonOnStdoutIsTheLineAlone()
{
    Cli cli;
    cli.start({QStringLiteral("demo"), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY(QJsonDocument::fromJson(cli.readLine()).isObject());
    cli.send(SIGTERM);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130 && result.out.isEmpty(), result.told());
}

void TestCliDemo::showsWhatUploadsLeaveBehind()
{
    TestFiles files;
    const QString html = files.path(QStringLiteral("report.html"));
    const QString json = files.path(QStringLiteral("run.json"));
    const QStringList arguments{QStringLiteral("demo"),
                                QStringLiteral("--upload"),
                                QStringLiteral("16"),
                                QStringLiteral("--size"),
                                QStringLiteral("1M"),
                                QStringLiteral("--interval"),
                                QStringLiteral("100ms"),
                                QStringLiteral("--json"),
                                json,
                                QStringLiteral("--report"),
                                html};
    Cli cli;
    const CliResult leaking = cli.run(arguments);
    QVERIFY2(leaking.exitCode == 0, leaking.told());
    const QJsonObject run = jsonFile(json);
    QCOMPARE(run[QStringLiteral("totals")][QStringLiteral("ok")].toInt(), 16);
    QCOMPARE(run[QStringLiteral("totals")][QStringLiteral("bytes")].toInteger(), 16 * MiB);
    QVERIFY2(heapGrowth(run) > 15 * MiB, leaking.told());
    QVERIFY2(leaking.out.contains("per upload") && leaking.out.contains(html.toUtf8()), leaking.told());
    QFile report(html);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains("<svg"));

    const CliResult cured = cli.run(arguments + QStringList{QStringLiteral("--cured")});
    QVERIFY2(cured.exitCode == 0, cured.told());
    QVERIFY2(heapGrowth(jsonFile(json)) < 12 * MiB, cured.told());
    // What was generated is gone, whatever else lies there.
    QVERIFY(QDir(cli.home()).entryList({QStringLiteral("tidemark-demo-*")}, QDir::AllEntries).isEmpty());
}

void TestCliDemo::portInUse()
{
    QTcpServer occupant;
    QVERIFY(occupant.listen(QHostAddress::LocalHost));
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("demo"), QStringLiteral("--port"), QString::number(occupant.serverPort()),
                   QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("is in use by another program"), result.told());
    QVERIFY2(result.err.count('\n') == 1, result.told());
    const QJsonObject run = result.json();
    QCOMPARE(run[QStringLiteral("command")].toString(), QStringLiteral("demo"));
    QCOMPARE(run[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("process-failed"));
}

void TestCliDemo::unknownSpecimen()
{
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("demo"), QStringLiteral("--specimen"), QStringLiteral("unicorn")});
    QVERIFY2(result.exitCode == 2, result.told());
    QVERIFY2(result.err.contains("unicorn") && result.err.contains("read-all"), result.told());
}

void TestCliDemo::missingSampleServer()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_SPECIMENS"), QStringLiteral("/no/such/program"));
    const CliResult result = cli.run({QStringLiteral("demo")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("/no/such/program"), result.told());
}

void TestCliDemo::interruptedWhileUploading()
{
    Cli cli;
    cli.start({QStringLiteral("demo"), QStringLiteral("--upload"), QStringLiteral("100000"),
               QStringLiteral("--size"), QStringLiteral("4K"), QStringLiteral("--quiet")});
    const QDir folder(cli.home());
    QVERIFY(comesTrue(
        [&] { return !folder.entryList({QStringLiteral("tidemark-demo-*")}, QDir::Dirs).isEmpty(); }));
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QVERIFY2(folder.entryList({QStringLiteral("tidemark-demo-*")}, QDir::Dirs).isEmpty(),
             "files are left behind");
}

QTEST_GUILESS_MAIN(TestCliDemo)
#include "tst_cli_demo.moc"
