// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"

#include <QRegularExpression>
#include <QTest>

/// What the shells themselves offer for tidemark-cli, against what its --help lists: neither may know more.
class TestCliCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knowsEveryCommand_data() { addShells(); }
    void knowsEveryCommand();
    void knowsEveryOption_data() { addShells(); }
    void knowsEveryOption();
    void knowsEveryValue_data() { addShells(); }
    void knowsEveryValue();

private:
    static void addShells();
    /// What is offered at the end of that line, sorted; the test fails when there is no such shell.
    [[nodiscard]] QStringList offered(const QString &shell, const QString &line);

    QStringList m_commands; ///< Of --help, sorted.
};

namespace {

/// Words for "tidemark-cli upload --" and the like, one a line, from the functions in a completion's file.
constexpr const char *askBash = R"(
source "$1/tidemark-cli.bash"
read -ra COMP_WORDS <<<"$2"
[[ $2 == *' ' ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_tidemark_cli
printf '%s\n' "${COMPREPLY[@]}"
)";
constexpr const char *askFish = R"(
source $argv[1]/tidemark-cli.fish
complete -C $argv[2] | string split --fields 1 \t
)";
/// zsh completes on a terminal only. This one prints what is handed to its completion system instead.
constexpr const char *askZsh = R"(
source $1/_tidemark-cli
local -a line reply
line=(${(z)2})
_arguments() { local word; for word in "$@"; do print -r -- "${${word#\([^)]#\)}#\*}"; done; state=command }
_describe() { print -rl -- ${(P)2} }
setopt extendedglob
if [[ $2 == 'tidemark-cli ' ]]; then
    _tidemark-cli
else
    _tidemark_cli_options $line[2]
    _arguments $reply
fi
)";

QStringList sorted(QStringList words)
{
    words.sort();
    words.removeDuplicates();
    return words;
}

QString folder()
{
    return QStringLiteral(TIDEMARK_COMPLETIONS);
}

/// The words of zsh's specifications that are an option or a command: "--to=[upload endpoint]:URL:_urls", "upload:about it".
QStringList namesIn(const QStringList &specifications)
{
    static const QRegularExpression name(QStringLiteral("^(--[a-z0-9-]+|[a-z]+(?=:))"));
    QStringList names;
    for (const QString &line : specifications) {
        if (const auto match = name.match(line); match.hasMatch())
            names += match.captured();
    }
    return names;
}

/// "…:value:(a b c)" or "…:value:_values -s , value a b c", of the one that begins like that.
QStringList valuesIn(const QStringList &specifications, const QString &option)
{
    for (QString line : specifications) {
        if (!line.startsWith(option + u'='))
            continue;
        line.remove(QRegularExpression(QStringLiteral("^.*:(_values -s , value )?")));
        return line.remove(QRegularExpression(QStringLiteral("[()]"))).split(u' ');
    }
    return {};
}

} // namespace

void TestCliCompletion::initTestCase()
{
    const CliResult help = Cli().run({QStringLiteral("--help")});
    QVERIFY2(help.exitCode == 0, help.told());
    static const QRegularExpression command(QStringLiteral("^  ([a-z]+) "),
                                            QRegularExpression::MultilineOption);
    const QString list = QString::fromUtf8(help.out).section(QStringLiteral("Subcommands:"), 1);
    for (const QRegularExpressionMatch &match : command.globalMatch(list))
        m_commands += match.captured(1);
    m_commands.sort();
    QVERIFY2(m_commands.size() >= 11, help.told());
}

void TestCliCompletion::addShells()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

QStringList TestCliCompletion::offered(const QString &shell, const QString &line)
{
    const bool isBash = shell == QStringLiteral("bash");
    const bool isZsh = shell == QStringLiteral("zsh");
    QStringList arguments{QStringLiteral("-c"),
                          QString::fromLatin1(isBash      ? askBash
                                                  : isZsh ? askZsh
                                                          : askFish)};
    arguments.prepend(isBash      ? QStringLiteral("--norc")
                          : isZsh ? QStringLiteral("-f")
                                  : QStringLiteral("--no-config"));
    if (isBash || isZsh)
        arguments += shell; // $0
    arguments += {folder(), line};
    QProcess process;
    process.start(shell, arguments);
    process.closeWriteChannel();
    const bool isOver = process.waitForFinished(60'000);
    const QByteArray complaint = process.readAllStandardError();
    if (!isOver || process.exitCode() != 0 || !complaint.isEmpty()) {
        QTest::qFail(qPrintable(shell + u' ' + process.errorString() + QString::fromUtf8(complaint)),
                     __FILE__, __LINE__);
        return {};
    }
    const QStringList words
        = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    if (!isZsh)
        return sorted(words);
    static const QRegularExpression last(QStringLiteral(" (--[a-z-]+) $"));
    if (const auto option = last.match(line); option.hasMatch())
        return sorted(valuesIn(words, option.captured(1)));
    return sorted(namesIn(words));
}

void TestCliCompletion::knowsEveryCommand()
{
    QFETCH(const QString, shell);
    QStringList words = offered(shell, QStringLiteral("tidemark-cli "));
    words.removeIf([](const QString &word) { return word.startsWith(u'-'); });
    QCOMPARE(words, m_commands);
}

void TestCliCompletion::knowsEveryOption()
{
    QFETCH(const QString, shell);
    static const QRegularExpression option(QStringLiteral("^  (?:-[a-z],)?(--[a-z0-9-]+)"),
                                           QRegularExpression::MultilineOption);
    for (const QString &command : std::as_const(m_commands)) {
        const CliResult help = Cli().run({command, QStringLiteral("--help")});
        QVERIFY2(help.exitCode == 0, help.told());
        QStringList options;
        for (const QRegularExpressionMatch &match : option.globalMatch(QString::fromUtf8(help.out)))
            options += match.captured(1);
        QVERIFY2(options.size() >= 5, help.told());
        const QStringList words = offered(shell, QStringLiteral("tidemark-cli %1 --").arg(command));
        QVERIFY2(words == sorted(options),
                 qPrintable(QStringLiteral("%1 %2\n  offers %3\n  --help %4")
                                .arg(shell, command, words.join(u' '), sorted(options).join(u' '))));
    }
}

void TestCliCompletion::knowsEveryValue()
{
    QFETCH(const QString, shell);
    // Told by the mistake: "… there are a, b, c".
    const auto known = [](const QStringList &wrong, const QString &before) {
        const CliResult result = Cli().run(wrong);
        const QString said = QString::fromUtf8(result.err).section(before, 1).section(u'\n', 0, 0).trimmed();
        return sorted(said.split(QStringLiteral(", ")));
    };
    const QStringList checks
        = known({QStringLiteral("audit"), QStringLiteral("--to"), QStringLiteral("http://localhost:1/"),
                 QStringLiteral("--only"), QStringLiteral("none-such")},
                QStringLiteral("there are "));
    QVERIFY(checks.size() >= 18);
    QCOMPARE(offered(shell, QStringLiteral("tidemark-cli audit --only ")), checks);
    const QStringList specimens
        = known({QStringLiteral("demo"), QStringLiteral("--specimen"), QStringLiteral("none-such")},
                QStringLiteral("the sample server has "));
    QVERIFY(specimens.size() >= 20);
    QCOMPARE(offered(shell, QStringLiteral("tidemark-cli demo --specimen ")), specimens);
}

QTEST_GUILESS_MAIN(TestCliCompletion)
#include "tst_cli_completion.moc"
