// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/shellwords.h"

#include <QProcess>
#include <QTest>

using servers::ShellWord;

/// bash is the judge: what it hands to a program is what the splitter has to say.
class TestShellWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAsBash_data();
    void splitsAsBash();
    void variables();
    void knownVariables();
    void refusesWhatIsNoSimpleCommand_data();
    void refusesWhatIsNoSimpleCommand();
    void quotesForShells_data();
    void quotesForShells();

private:
    static QStringList throughShell(const QString &shell, const QString &words);
};

/// The arguments that a shell makes of `words`.
QStringList TestShellWords::throughShell(const QString &shell, const QString &words)
{
    QProcess process;
    process.start(shell, {QStringLiteral("-c"), QStringLiteral("printf '%s\\0' ") + words});
    process.waitForFinished();
    QStringList arguments = QString::fromUtf8(process.readAllStandardOutput()).split(QChar(u'\0'));
    arguments.removeLast(); // behind the last one
    return arguments;
}

void TestShellWords::splitsAsBash_data()
{
    QTest::addColumn<QString>("line");
    const auto row
        = [](const char *name, const char *line) { QTest::newRow(name) << QString::fromUtf8(line); };
    row("plain", "curl -F a=b http://h/p");
    row("blanks and tabs", "curl   -s\t-S   x");
    row("single quotes", "'a b' 'c\"d' ''");
    row("double quotes", "\"a b\" \"c'd\" \"\"");
    row("joined", "a'b'\"c\"d");
    row("backslash", "a\\ b \\'x\\\" c\\\\d");
    row("backslash in double quotes", "\"a\\\"b\\\\c\\$d\\`e\\nf\\ g\"");
    row("backslash in single quotes", "'a\\nb\\'");
    row("lines that go on", "curl \\\n  -X POST \\\n  http://h/");
    row("line goes on within a word", "ab\\\ncd \"ef\\\ngh\"");
    row("line break within quotes", "'a\nb' \"c\nd\"");
    row("ansi", "$'a\\tb\\nc\\\\d\\'e\\\"f\\x41\\102\\u00e9\\U0001f30a\\a\\b\\e\\f\\v\\r'");
    row("ansi bytes make characters", "$'\\xc3\\xa9' $'\\303\\251'");
    row("ansi, unknown escape", "$'a\\qb'");
    row("ansi, short numbers", "$'\\x4z\\7z\\u41z'");
    row("beyond ASCII", "árvíztűrő '漢字' \"🌊\"");
    row("quote mark within", "don\\'t 'don'\\''t'");
    row("a dollar alone", "a$ '$' \"$\" 5$");
}

void TestShellWords::splitsAsBash()
{
    QFETCH(QString, line);
    const auto words = servers::splitShell(line);
    QVERIFY2(words, words ? "" : qPrintable(words.error().message));
    QStringList texts;
    for (const ShellWord &word : *words)
        texts.append(word.text);
    QCOMPARE(texts, throughShell(QStringLiteral("bash"), line));
}

void TestShellWords::variables()
{
    const auto words = servers::splitShell(QStringLiteral("'$A' \"$B\" c${D}e \\$F \"\\$G\" 'h'\"$I\""));
    QVERIFY(words);
    const QList<ShellWord> expected{{QStringLiteral("$A"), {}},
                                    {QStringLiteral("$B"), QStringLiteral("$B")},
                                    {QStringLiteral("c${D}e"), QStringLiteral("${D}")},
                                    {QStringLiteral("$F"), {}},
                                    {QStringLiteral("$G"), {}},
                                    {QStringLiteral("h$I"), QStringLiteral("$I")}};
    QCOMPARE(*words, expected);
}

void TestShellWords::knownVariables()
{
    const servers::Variables variables = [](const QString &name) -> std::optional<QString> {
        if (name == QLatin1String("TOK"))
            return QStringLiteral("a \"b' $X");
        return std::nullopt;
    };
    const auto words = servers::splitShell(
        QStringLiteral("'$TOK' \"<$TOK>\" ${TOK}e $NO \"${TOK:-hush}\" $TOKEN"), variables);
    QVERIFY(words);
    const QList<ShellWord> expected{{QStringLiteral("$TOK"), {}},
                                    {QStringLiteral("<a \"b' $X>"), {}},
                                    {QStringLiteral("a \"b' $Xe"), {}},
                                    {QStringLiteral("$NO"), QStringLiteral("$NO")},
                                    {QStringLiteral("${TOK:-hush}"), QStringLiteral("${TOK…}")},
                                    {QStringLiteral("$TOKEN"), QStringLiteral("$TOKEN")}};
    QCOMPARE(*words, expected);
}

void TestShellWords::refusesWhatIsNoSimpleCommand_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("curl 'a", "single quote has no end");
    row("curl \"a", "double quote has no end");
    row("curl $'a", "has no end");
    row("curl a | sh", "meaning for the shell");
    row("curl a; rm b", "meaning for the shell");
    row("curl http://h/?a=1&b=2", "put addresses in quotes");
    row("curl a > b", "meaning for the shell");
    row("curl $(id)", "command of its own");
    row("curl \"$(id)\"", "command of its own");
    row("curl \"`id`\"", "command of its own");
    row("curl a\ncurl b", "more than one command");
}

void TestShellWords::refusesWhatIsNoSimpleCommand()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const auto split = servers::splitShell(line);
    QVERIFY(!split);
    QCOMPARE(split.error().kind, base::ErrorKind::Malformed);
    QVERIFY2(split.error().message.contains(words), qPrintable(split.error().message));
}

void TestShellWords::quotesForShells_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{QString(),
                            QStringLiteral("plain"),
                            QStringLiteral("a b"),
                            QStringLiteral("it's \"so\""),
                            QStringLiteral("$HOME `id` $(id) \\ ! * ? [a] {b,c} ~ # & ; | < >"),
                            QStringLiteral("two\nlines\tand a tab"),
                            QString::fromUtf8("漢字 🌊"),
                            QStringLiteral("'''"),
                            QStringLiteral("-n")};
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text.simplified())) << text;
}

void TestShellWords::quotesForShells()
{
    QFETCH(QString, text);
    const QString quoted = servers::quoteForShell(text);
    QCOMPARE(throughShell(QStringLiteral("bash"), quoted), QStringList{text});
    QCOMPARE(throughShell(QStringLiteral("dash"), quoted), QStringList{text});
    const auto words = servers::splitShell(quoted);
    QVERIFY(words);
    QCOMPARE(*words, (QList<ShellWord>{ShellWord{text, {}}}));
}

QTEST_GUILESS_MAIN(TestShellWords)
#include "tst_shellwords.moc"
