// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/shellquote.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

/// What the system's own shell makes of the words.
class TestShellQuote final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainWordsStayAsTheyAre_data();
    void plainWordsStayAsTheyAre();
    void theShellSeesTheBytes_data();
    void theShellSeesTheBytes();
    void theShellSeesAnyBytes();
    void isFitForATerminal();
    void nulIsLeftOut();
};

/// What arrives behind `printf %s`.
static QByteArray seenByShell(const QByteArray &quoted)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-s")});
    shell.write("printf %s " + quoted + "\n"); // by its input: arguments could not hold every byte
    shell.closeWriteChannel();
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return "the shell failed: " + shell.readAllStandardError();
    return shell.readAllStandardOutput();
}

void TestShellQuote::plainWordsStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word :
         {"curl", "--form", "/data/a-b_c.bin", "http://host:8080/upload", "a=b", "50%", "x@y+z"})
        QTest::newRow(word) << QByteArray(word);
}

void TestShellQuote::plainWordsStayAsTheyAre()
{
    QFETCH(QByteArray, word);
    QCOMPARE(base::shellQuoted(word), word);
}

void TestShellQuote::theShellSeesTheBytes_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" two  words ");
    QTest::newRow("single quotes") << QByteArray("it's 'so'''");
    QTest::newRow("double quotes") << QByteArray("\"x\"");
    QTest::newRow("variables") << QByteArray("$HOME ${PATH} $(id) `id` $'x'");
    QTest::newRow("patterns") << QByteArray("*.? [a-z] {a,b} ~ ~root !! #x");
    QTest::newRow("operators") << QByteArray("a;b&c|d<e>f(g)");
    QTest::newRow("backslashes") << QByteArray("\\ \\n \\\\ \\'");
    QTest::newRow("a line break") << QByteArray("two\nlines\n");
    QTest::newRow("letters of the world") << QByteArray("größe 日本 \xf0\x9f\x8c\x8a");
    QTest::newRow("tab and escape") << QByteArray("a\tb\x1b[2J\r\x7f");
    QTest::newRow("not UTF-8") << QByteArray("caf\xe9 \xff%s\\'$x");
    QTest::newRow("digits behind a byte") << QByteArray("\xff"
                                                        "123");
    QTest::newRow("not UTF-8, and line breaks at its end") << QByteArray("caf\xe9\n\n");
    QTest::newRow("line breaks alone") << QByteArray("\n\n");
    QTest::newRow("looks like an option") << QByteArray("--help me");
    QTest::newRow("looks like zsh's path of a program") << QByteArray("=ls");
}

void TestShellQuote::theShellSeesTheBytes()
{
    QFETCH(QByteArray, word);
    QCOMPARE(seenByShell(base::shellQuoted(word)), word);
}

void TestShellQuote::theShellSeesAnyBytes()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 40; ++round) {
        QByteArray word;
        for (int i = 0; i < 200; ++i)
            word += static_cast<char>(random.bounded(1, 256));
        QCOMPARE(seenByShell(base::shellQuoted(word)).toHex(), word.toHex());
    }
}

void TestShellQuote::isFitForATerminal()
{
    const QByteArray quoted = base::shellQuoted("a\x1b]0;title\x07\xc3");
    QVERIFY2(quoted.isValidUtf8(), quoted.constData());
    for (const char c : quoted)
        QVERIFY(static_cast<uchar>(c) >= 0x20 && static_cast<uchar>(c) < 0x7f);
}

void TestShellQuote::nulIsLeftOut()
{
    QCOMPARE(base::shellQuoted(QByteArray("a\0b", 3)), "ab");
}

QTEST_GUILESS_MAIN(TestShellQuote)
#include "tst_shellquote.moc"
