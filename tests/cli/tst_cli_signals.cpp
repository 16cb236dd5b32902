// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace support;
using namespace std::chrono_literals;

/// How a run ends that a signal ends.
class TestCliSignals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    void anySignalKeepsTheResult_data();
    void anySignalKeepsTheResult();
    void twoAtOnceAreOne();
    void aLaterOneEndsAtOnce();
    void noHangUpWhereItIsIgnored();
    void whatIsSentMayBeAnswered();
    void whatIsNeverAnsweredIsNotWaitedFor();

private:
    /// `file` is under way when it returns.
    void startUpload(Cli &cli, const QString &path, const QString &file, const QString &json) const;
    [[nodiscard]] QString makeFile(const QString &name) const { return m_files.makeFile(name, 10); }

    FaultyServer m_server;
    TestFiles m_files;
};

void TestCliSignals::startUpload(Cli &cli, const QString &path, const QString &file,
                                 const QString &json) const
{
    const QString name = file.section(QLatin1Char('/'), -1);
    cli.start({QStringLiteral("upload"), QStringLiteral("--to"), m_server.url(path).toString(), file,
               QStringLiteral("--json"), json});
    QVERIFY(comesTrue([&] { return m_server.stats(name).complete == 1; }));
}

void TestCliSignals::anySignalKeepsTheResult_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("kill") << SIGTERM;
    QTest::newRow("the terminal closes") << SIGHUP;
}

void TestCliSignals::anySignalKeepsTheResult()
{
    QFETCH(int, signal);
    const QString name = QStringLiteral("any-%1.bin").arg(signal);
    const QString json = m_files.path(name + QStringLiteral(".json"));
    Cli cli;
    startUpload(cli, QStringLiteral("/never"), makeFile(name), json);
    cli.send(signal);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QCOMPARE(jsonFile(json)[QStringLiteral("uploads")][0][QStringLiteral("state")].toString(),
             QStringLiteral("cancelled"));
}

// As timeout(1) sends them: one to the program, one to its group.
void TestCliSignals::twoAtOnceAreOne()
{
    const QString json = m_files.path(QStringLiteral("two.json"));
    Cli cli;
    startUpload(cli, QStringLiteral("/never"), makeFile(QStringLiteral("two.bin")), json);
    cli.send(SIGSTOP); // both come before it can act on the first
    cli.send(SIGINT);
    cli.send(SIGTERM);
    cli.send(SIGCONT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QCOMPARE(jsonFile(json)[QStringLiteral("uploads")].toArray().size(), 1);
}

void TestCliSignals::aLaterOneEndsAtOnce()
{
    const QString json = m_files.path(QStringLiteral("later.json"));
    Cli cli;
    startUpload(cli, QStringLiteral("/never"), makeFile(QStringLiteral("later.bin")), json);
    cli.send(SIGINT);
    const auto isTaken = [&cli] {
        QFile status(QStringLiteral("/proc/%1/status").arg(cli.pid()));
        const QByteArray all = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
        const qsizetype at = all.indexOf("ShdPnd:");
        return at >= 0
            && (all.mid(at + 7, 17).trimmed().toULongLong(nullptr, 16) & (1U << (SIGINT - 1))) == 0;
    };
    QVERIFY(comesTrue(isTaken));
    cli.send(SIGSTOP); // while it waits for the answer
    cli.waitABit(1'100ms);
    cli.send(SIGINT);
    cli.send(SIGCONT);
    QCOMPARE(cli.finish().exitCode, 130);
    QVERIFY(!QFile::exists(json));
}

void TestCliSignals::noHangUpWhereItIsIgnored()
{
    const QString file = makeFile(QStringLiteral("nohup.bin"));
    Cli cli;
    cli.start({QStringLiteral("-c"), QStringLiteral("trap '' HUP; exec \"$@\""), QStringLiteral("sh"),
               Cli::program(), QStringLiteral("upload"), QStringLiteral("--to"),
               m_server.url(QStringLiteral("/delay?ms=500")).toString(), file},
              QStringLiteral("/bin/sh"));
    QVERIFY(comesTrue([&] { return m_server.stats(QStringLiteral("nohup.bin")).complete == 1; }));
    cli.send(SIGHUP);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 0, result.told());
}

void TestCliSignals::whatIsSentMayBeAnswered()
{
    QStringList files;
    for (int i = 0; i < 30; ++i)
        files << makeFile(QStringLiteral("sent-%1.bin").arg(i));
    const QStringList upload{QStringLiteral("upload"),
                             QStringLiteral("--to"),
                             m_server.url(QStringLiteral("/delay?ms=150")).toString(),
                             QStringLiteral("--archive"),
                             m_files.path(QStringLiteral("sent.sqlite")),
                             QStringLiteral("--resume")};
    const auto seen = [this] {
        int requests = 0;
        for (int i = 0; i < 30; ++i)
            requests += m_server.stats(QStringLiteral("sent-%1.bin").arg(i)).requests;
        return requests;
    };
    Cli cli;
    cli.start(upload + files);
    QVERIFY(comesTrue([&] { return seen() >= 8; }));
    cli.send(SIGINT);
    const CliResult first = cli.finish();
    QVERIFY2(first.exitCode == 130, first.told());
    QVERIFY2(seen() < 30, first.told()); // and no other one began
    const CliResult second = cli.run(upload);
    QVERIFY2(second.exitCode == 0, second.told());
    QCOMPARE(seen(), 30);
}

void TestCliSignals::whatIsNeverAnsweredIsNotWaitedFor()
{
    const QString json = m_files.path(QStringLiteral("never.json"));
    Cli cli;
    startUpload(cli, QStringLiteral("/never"), makeFile(QStringLiteral("never.bin")), json);
    cli.send(SIGINT);
    const CliResult result = cli.finish(); // at all
    QVERIFY2(result.exitCode == 130, result.told());
    QCOMPARE(jsonFile(json)[QStringLiteral("totals")][QStringLiteral("ok")].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestCliSignals)
#include "tst_cli_signals.moc"
