// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/cli/terminal.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QTest>

#include <csignal>

using namespace support;

/// What tidemark-cli does when a person watches: the progress line, colours, the password prompt.
class TestCliTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void progressLineComesAndGoes();
    void progressCanBeRefused_data();
    void progressCanBeRefused();
    void colorsAreOptional_data();
    void colorsAreOptional();
    void passwordIsAskedForWithoutEcho();
    void passwordPromptCanBeLeft();

private:
    [[nodiscard]] QStringList upload(const char *path, const QString &file) const
    {
        return {QStringLiteral("upload"), QStringLiteral("--to"),
                m_server.url(QLatin1StringView(path)).toString(), file};
    }

    TestFiles m_files;
    FaultyServer m_server;
    QString m_large;
    QString m_small;
};

void TestCliTerminal::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    m_large = m_files.makeSparse(QStringLiteral("large.bin"), 512LL * 1024 * 1024);
    m_small = m_files.makeFile(QStringLiteral("small.bin"), 100);
}

void TestCliTerminal::progressLineComesAndGoes()
{
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    cli.start(upload("/slow?rate=8388608", m_large));
    QVERIFY2(terminal.shows("0 of 1 files"), terminal.screen().constData());
    QVERIFY2(terminal.shows(" of 512 MiB"), terminal.screen().constData());
    QVERIFY2(terminal.shows(" left"), terminal.screen().constData());
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QVERIFY2(!result.out.contains(" left"), "progress is not on stdout");
    const QByteArray screen = terminal.screen();
    QVERIFY2(screen.endsWith("\r\033[K"), "the line is taken away in the end");
    for (const QByteArray &line : screen.split('\r'))
        QVERIFY2(QString::fromUtf8(line).remove(QStringLiteral("\033[K")).size() < 100, line.constData());
}

void TestCliTerminal::progressCanBeRefused_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("--no-progress") << QStringLiteral("--no-progress");
    QTest::newRow("--quiet") << QStringLiteral("--quiet");
}

void TestCliTerminal::progressCanBeRefused()
{
    QFETCH(const QString, option);
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    const CliResult result = cli.run(upload("/delay?ms=500", m_small) + QStringList{option});
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(terminal.screen(), QByteArray());
}

void TestCliTerminal::colorsAreOptional_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("noColor");
    QTest::addColumn<bool>("colored");
    QTest::newRow("on a terminal") << QStringLiteral("auto") << QString() << true;
    QTest::newRow("NO_COLOR") << QStringLiteral("auto") << QStringLiteral("1") << false;
    QTest::newRow("never") << QStringLiteral("never") << QString() << false;
    QTest::newRow("always, whatever NO_COLOR says")
        << QStringLiteral("always") << QStringLiteral("1") << true;
}

void TestCliTerminal::colorsAreOptional()
{
    QFETCH(const QString, option);
    QFETCH(const QString, noColor);
    QFETCH(const bool, colored);
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    if (!noColor.isEmpty())
        cli.setEnvironment(QStringLiteral("NO_COLOR"), noColor);
    const CliResult result
        = cli.run(upload("/ok", m_files.path(QStringLiteral("none")))
                  + QStringList{QStringLiteral("--no-progress"), QStringLiteral("--color"), option});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(terminal.shows("tidemark-cli: "), terminal.screen().constData());
    QCOMPARE(terminal.screen().contains("\033[31m"), colored);
    QCOMPARE(result.out.contains('\033'), option == QStringLiteral("always"));
}

void TestCliTerminal::passwordIsAskedForWithoutEcho()
{
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    cli.start(upload("/auth?kind=basic&user=me&password=sesam", m_small)
              + QStringList{QStringLiteral("--user"), QStringLiteral("me"), QStringLiteral("--json"),
                            QStringLiteral("-")});
    QVERIFY2(terminal.shows("Password for me: "), terminal.screen().constData());
    terminal.type("sesamX\x7f\n"); // Backspace takes the X away.
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 0, result.told()); // 401 for any other
    QVERIFY2(!terminal.screen().contains("sesam"), terminal.screen().constData());
}

void TestCliTerminal::passwordPromptCanBeLeft()
{
    Terminal terminal;
    Cli cli;
    cli.setTerminal(terminal.slave());
    cli.start(upload("/ok?id=left", m_small) + QStringList{QStringLiteral("--user"), QStringLiteral("me")});
    QVERIFY2(terminal.shows("Password for me: "), terminal.screen().constData());
    terminal.type("se\x03");
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QCOMPARE(m_server.stats(QStringLiteral("left")).requests, 0);
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cli_terminal.moc"
