// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/history.h"
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace support;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

template <typename Server>
QString originOf(const Server &server)
{
    return server.url(QStringLiteral("/")).toString().chopped(1);
}

/// What one command, run once, said.
struct Run
{
    QString command;
    QByteArray json; ///< As --json wrote it.
    QByteArray out; ///< Of the terminal.
};

} // namespace

/// The history, whole: every command keeps its run, and `runs`, `report` and `compare` find it again.
class TestCliRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandIsListed();
    void listIsForPeople();
    void listCanBeNarrowed_data();
    void listCanBeNarrowed();
    void longListIsWhole();
    void showSaysWhatWasSaid();
    void showGivesTheDocument();
    void everyReport_data();
    void everyReport();
    void compareTakesNumbers();
    void baselineTakesANumber();
    void marksAndDeletes();
    void interruptedRunIsKept_data();
    void interruptedRunIsKept();
    void runThatCouldNotIsKept();
    void noHistoryKeepsNothing();
    void historyElsewhere();
    void programsAtOnce();
    void notKeptIsAWarning_data();
    void notKeptIsAWarning();
    void damagedIsSetAside();
    void cutOffGivesWhatItHas();
    void newerIsLeftAlone();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void noSecretIsKept();

private:
    [[nodiscard]] CliResult runs(const char *arguments)
    {
        return m_cli.run(words("runs") + words(arguments));
    }
    [[nodiscard]] CliResult upload(Cli &cli, const QStringList &more = {}) const
    {
        return cli.run(QStringList{QStringLiteral("upload"), QStringLiteral("--to"),
                                   m_faulty.url(QStringLiteral("/ok")).toString(), m_file}
                       + more);
    }
    [[nodiscard]] static QString historyOf(const Cli &cli)
    {
        return cli.home() + QStringLiteral("/data/tidemark/history.sqlite");
    }
    [[nodiscard]] static QJsonArray listOf(Cli &cli)
    {
        return cli.run(words("runs list --json -")).json()[QStringLiteral("runs")].toArray();
    }

    SpecimenServer m_server;
    FaultyServer m_faulty;
    TestFiles m_files;
    QString m_file;
    Cli m_cli;
    QList<Run> m_runs; ///< Those that m_cli has kept, numbered from 1.
};

void TestCliRuns::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    QVERIFY2(m_faulty.start(), qPrintable(m_faulty.failure()));
    m_file = m_files.makeFile(QStringLiteral("sent.bin"), 1'000);
    const auto keep = [this](const QStringList &arguments, QList<int> codes) {
        const QString json = m_files.path(QStringLiteral("%1.json").arg(m_runs.size() + 1));
        const CliResult result = m_cli.run(arguments + QStringList{QStringLiteral("--json"), json});
        QVERIFY2(codes.contains(result.exitCode), result.told());
        m_runs << Run{arguments.constFirst(), TestFiles::content(json), result.out};
    };
    const QString specimen = m_server.url(QStringLiteral("/upload/")).toString();
    const QStringList check = words("check --quick --no-aborts --size 64K --to");
    keep(check + QStringList{specimen + QStringLiteral("read-all")}, {1});
    keep(check + QStringList{specimen + QStringLiteral("read-all/cured")}, {0, 4}); // 4: on a busy machine
    keep(words("upload --retry 0 --to") + QStringList{specimen + QStringLiteral("read-all"), m_file}, {0});
    keep(words("upload --retry 0 --to")
             + QStringList{m_faulty.url(QStringLiteral("/status?code=507")).toString(), m_file},
         {1});
    keep(words("watch --for 500ms --interval 100ms --watch")
             + QStringList{m_server.url(QStringLiteral("/")).toString()},
         {0});
    keep(words("sweep --levels 1,2 --requests 2 --to")
             + QStringList{specimen + QStringLiteral("read-all/cured")},
         {0, 1, 4});
    keep(words("audit --only field-missing --to")
             + QStringList{specimen + QStringLiteral("body-limit/cured")},
         {0, 1, 4});
}

void TestCliRuns::everyCommandIsListed()
{
    const CliResult result = runs("list --json -");
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(result.json()[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.runs/1"));
    QCOMPARE(result.json()[QStringLiteral("total")].toInt(), m_runs.size());
    const QJsonArray list = result.json()[QStringLiteral("runs")].toArray();
    QCOMPARE(list.size(), m_runs.size());
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject kept = list[i].toObject();
        const qsizetype number = m_runs.size() - i; // newest first
        const QJsonObject run = QJsonDocument::fromJson(m_runs[number - 1].json).object();
        QCOMPARE(kept[QStringLiteral("id")].toInteger(), number);
        for (const char *key : {"command", "server", "startedAt"}) {
            const QLatin1StringView name(key);
            const bool isWatched = run[QStringLiteral("command")] == QStringLiteral("watch")
                && name == QLatin1StringView("server");
            QCOMPARE(kept[name], isWatched ? run[QStringLiteral("watched")] : run[name]);
        }
        QVERIFY(kept[QStringLiteral("seconds")].toDouble() > 0);
        QVERIFY(kept[QStringLiteral("bytes")].toInteger() > 100);
        QVERIFY2(!kept[QStringLiteral("sentence")].toString().isEmpty(), result.told());
        if (run.contains(QStringLiteral("sentence")))
            QCOMPARE(kept[QStringLiteral("sentence")], run[QStringLiteral("sentence")]);
    }
    const auto verdict = [&list](qsizetype number) {
        return list[list.size() - number][QStringLiteral("verdict")].toString();
    };
    QCOMPARE(verdict(1), QStringLiteral("leaks"));
    QCOMPARE(verdict(3), QStringLiteral("done"));
    QCOMPARE(verdict(4), QStringLiteral("failed"));
    QCOMPARE(verdict(5), QStringLiteral("watched"));
    // Of the sample server and this machine, which has other tests to run.
    QVERIFY2(
        (QStringList{QStringLiteral("holds"), QStringLiteral("breaks-down"), QStringLiteral("unfinished")}
             .contains(verdict(6))),
        qPrintable(verdict(6)));
    QVERIFY2(
        (QStringList{QStringLiteral("passed"), QStringLiteral("failed"), QStringLiteral("unknown")}.contains(
            verdict(7))),
        qPrintable(verdict(7)));
}

void TestCliRuns::listIsForPeople()
{
    const CliResult result = runs("");
    QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.told());
    QCOMPARE(runs("list").out, result.out);
    const QByteArrayList lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), m_runs.size() + 1);
    QVERIFY2(lines[0].trimmed().startsWith("Run") && lines[0].endsWith("Result"), result.told());
    QVERIFY2(lines[1].startsWith("     7  2") && lines[1].contains("  audit  "), result.told());
    QVERIFY2(lines.constLast().contains("/upload/read-all  ") && lines.constLast().contains("  Leaks "),
             result.told());
    const CliResult some = runs("list --limit 2");
    QVERIFY2(some.out.trimmed().endsWith("and 5 older: --limit 0 shows all"), some.told());
    QCOMPARE(some.out.count('\n'), 4);
    QCOMPARE(runs("list --limit 0").out, result.out);
}

void TestCliRuns::listCanBeNarrowed_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QList<int>>("numbers");
    const auto row = [](const char *options, const QList<int> &numbers) {
        QTest::newRow(options) << QString::fromLatin1(options) << numbers;
    };
    row("--command check", {2, 1});
    row("--command check --limit 1", {2});
    row("--server /upload/read-all/cured", {6, 2});
    row("--server /upload/read-all/cured --command sweep", {6});
    row("--tag nothing", {});
}

void TestCliRuns::listCanBeNarrowed()
{
    QFETCH(const QString, options);
    QFETCH(const QList<int>, numbers);
    const QStringList arguments = words("runs list") + options.split(u' ');
    QList<int> found;
    for (const QJsonValue run :
         m_cli.run(arguments + words("--json -")).json()[QStringLiteral("runs")].toArray())
        found << run[QStringLiteral("id")].toInt();
    QCOMPARE(found, numbers);
    if (numbers.isEmpty())
        QCOMPARE(m_cli.run(arguments).out, QByteArray("No run is like that.\n"));
}

void TestCliRuns::longListIsWhole()
{
    constexpr int runs = 700; // more than are printed at once
    const QString path = m_files.path(QStringLiteral("long.sqlite"));
    {
        session::History history;
        QVERIFY(history.open(path, session::History::Use::Making).ok());
        session::KeptRun run;
        run.command = QStringLiteral("check");
        run.sentence = QStringLiteral("\x1b[31m“So”\n and so");
        for (int i = 0; i < runs; ++i)
            QVERIFY(history.add(run, {{QStringLiteral("json"), "{}"}}).ok());
    }
    const QStringList list = words("runs list --history") + QStringList{path};
    const CliResult shown = m_cli.run(list + words("--limit 0"));
    QCOMPARE(shown.out.count('\n'), runs + 1);
    QVERIFY2(!shown.out.contains('\x1b'), shown.told());
    QCOMPARE(m_cli.run(list).out.count('\n'), 32); // a head, 30 runs, how many more
    const CliResult result = m_cli.run(list + words("--json -"));
    QVERIFY(result.out.size() > 100'000);
    const QJsonArray all = result.json()[QStringLiteral("runs")].toArray();
    QCOMPARE(all.size(), runs);
    QCOMPARE(all[0][QStringLiteral("id")].toInt(), runs);
    QCOMPARE(all[runs - 1][QStringLiteral("id")].toInt(), 1);
    const QString file = m_files.path(QStringLiteral("long.json"));
    QCOMPARE(m_cli.run(list + QStringList{QStringLiteral("--json"), file}).exitCode, 0);
    QCOMPARE(TestFiles::content(file), result.out);
}

void TestCliRuns::showSaysWhatWasSaid()
{
    for (qsizetype number = 1; number <= m_runs.size(); ++number) {
        const Run &run = m_runs[number - 1];
        const CliResult result
            = m_cli.run({QStringLiteral("runs"), QStringLiteral("show"), QString::number(number)});
        QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.told());
        QVERIFY2(result.out.startsWith(QStringLiteral("Run %1: %2").arg(number).arg(run.command).toUtf8()),
                 result.told());
        QVERIFY2(result.out.endsWith(QByteArray('\n' + run.out)), run.out.constData());
    }
    QCOMPARE(runs("show last").out, runs("show 7").out);
}

void TestCliRuns::showGivesTheDocument()
{
    for (qsizetype number = 1; number <= m_runs.size(); ++number) {
        const QString out = m_files.path(QStringLiteral("shown.json"));
        const QStringList arguments{QStringLiteral("runs"), QStringLiteral("show"), QString::number(number),
                                    QStringLiteral("--json")};
        QCOMPARE(m_cli.run(arguments + QStringList{QStringLiteral("-")}).out, m_runs[number - 1].json);
        QCOMPARE(m_cli.run(arguments + QStringList{out}).exitCode, 0);
        QCOMPARE(TestFiles::content(out), m_runs[number - 1].json);
    }
}

void TestCliRuns::everyReport_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins"); ///< Empty: it has no such report.
    const auto row = [](int number, const char *format, const char *begins) {
        QTest::addRow("%d as %s", number, format)
            << number << QString::fromLatin1(format) << QByteArray(begins);
    };
    for (int number = 1; number <= 7; ++number) {
        row(number, "html", "<!DOCTYPE html>");
        row(number, "pdf", "%PDF-");
        row(number, "json", "{");
    }
    for (const int measured : {1, 2, 6, 7})
        row(measured, "md", "### ");
    for (const int judged : {1, 2, 3, 4, 6, 7})
        row(judged, "junit", "<?xml");
    for (const int tabular : {3, 4, 5, 6})
        row(tabular, "csv", "");
    row(1, "csv", "table,resource,");
    row(7, "csv", "id,");
    row(3, "md", "### ");
    row(5, "md", "### ");
    row(5, "junit", "");
}

void TestCliRuns::everyReport()
{
    QFETCH(const int, number);
    QFETCH(const QString, format);
    QFETCH(QByteArray, begins);
    if (format == QLatin1StringView("csv") && number >= 3 && number <= 6)
        begins = number == 6 ? "concurrency," : "table,file,";
    const CliResult result
        = m_cli.run({QStringLiteral("report"), QString::number(number), QStringLiteral("--format"), format,
                     QStringLiteral("--out"), QStringLiteral("-")});
    if (begins.isEmpty()) {
        QVERIFY2(result.exitCode == 3 && result.out.isEmpty(), result.told());
        QVERIFY2(result.err.startsWith("tidemark-cli: ") && result.err.count('\n') == 1, result.told());
        QVERIFY2(result.err.toLower().contains(format.toUtf8()), result.told());
        return;
    }
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.out.toLower().startsWith(begins.toLower()), result.told());
}

void TestCliRuns::compareTakesNumbers()
{
    const auto compare = [this](const QString &before, const QString &after) {
        return m_cli.run(
            {QStringLiteral("compare"), before, after, QStringLiteral("--json"), QStringLiteral("-")});
    };
    const CliResult numbers = compare(QStringLiteral("1"), QStringLiteral("2"));
    const CliResult files
        = compare(m_files.path(QStringLiteral("1.json")), m_files.path(QStringLiteral("2.json")));
    QVERIFY2(numbers.exitCode == 0 || numbers.exitCode == 4, numbers.told());
    QCOMPARE(numbers.exitCode, files.exitCode);
    QJsonObject kept = numbers.json();
    kept.remove(QStringLiteral("held")); // Profiles are in the history alone.
    QJsonObject read = files.json();
    QCOMPARE(read.take(QStringLiteral("held")).toArray(), QJsonArray());
    QCOMPARE(kept, read);
    QCOMPARE(
        compare(QStringLiteral("1"), m_files.path(QStringLiteral("1.json"))).json()[QStringLiteral("change")],
        QJsonValue(QStringLiteral("none")));
    const CliResult upload = compare(QStringLiteral("1"), QStringLiteral("3"));
    QVERIFY2(upload.exitCode == 3, upload.told());
    QVERIFY2(upload.err.contains("run 3 tells of uploads; only leak checks can be compared"), upload.told());
    const CliResult none = compare(QStringLiteral("1"), QStringLiteral("88"));
    QVERIFY2(none.exitCode == 3 && none.err.contains("there is no run 88"), none.told());
}

void TestCliRuns::baselineTakesANumber()
{
    const CliResult result
        = m_cli.run(words("check --quick --no-aborts --size 64K --history") + QStringList{historyOf(m_cli)}
                    + words("--baseline 99 --to")
                    + QStringList{m_server.url(QStringLiteral("/upload/read-all")).toString()});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("there is no run 99"), result.told());
    Cli other; // so that the list stays as it is
    const CliResult known
        = other.run(words("check --quick --no-aborts --size 64K --history") + QStringList{historyOf(m_cli)}
                    + words("--baseline 1 --to")
                    + QStringList{m_server.url(QStringLiteral("/upload/read-all")).toString()});
    QVERIFY2(known.exitCode == 0, known.told());
    QVERIFY2(known.out.contains("No difference: heap grows by"), known.told());
    QCOMPARE(runs("delete last").out, QByteArray("Deleted: run 8\n"));
}

void TestCliRuns::marksAndDeletes()
{
    Cli cli;
    for (int i = 0; i < 4; ++i)
        QCOMPARE(upload(cli).exitCode, 0);
    const auto done = [&cli](const QStringList &arguments) {
        const CliResult result = cli.run(words("runs") + arguments);
        return result.exitCode == 0 && result.err.isEmpty();
    };
    QVERIFY(done(words("tag 2 before v1.2")));
    QVERIFY(done(words("tag 2 before pool")));
    QVERIFY(done(words("untag 2 v1.2 unknown")));
    QVERIFY(done(words("note 3") + QStringList{QStringLiteral("the [old] pool")}));
    QJsonArray list = listOf(cli);
    QCOMPARE(list[2][QStringLiteral("tags")].toArray(),
             (QJsonArray{QStringLiteral("before"), QStringLiteral("pool")}));
    QCOMPARE(list[1][QStringLiteral("note")].toString(), QStringLiteral("the [old] pool"));
    QVERIFY(cli.run(words("runs")).out.contains("[before, pool]"));
    QVERIFY(cli.run(words("runs show 3")).out.contains("\nthe [old] pool\n"));
    QCOMPARE(cli.run(words("runs list --tag pool")).out.count('\n'), 2);
    QVERIFY(done(words("note 3") + QStringList{QString()}));
    QVERIFY(listOf(cli)[1][QStringLiteral("note")].isNull());

    const CliResult wrong = cli.run(words("runs delete 1 9"));
    QVERIFY2(wrong.exitCode == 3 && wrong.err.contains("there is no run 9"), wrong.told());
    QCOMPARE(listOf(cli).size(), 4);
    QCOMPARE(cli.run(words("runs delete 1 last 4")).out, QByteArray("Deleted: 2 runs\n"));
    list = listOf(cli);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0][QStringLiteral("id")].toInt(), 3);
    QVERIFY(done(words("delete 2 3")));
    QCOMPARE(cli.run(words("runs")).out, QByteArray("No run is kept yet.\n"));
    const CliResult last = cli.run(words("report last --format json --out -"));
    QVERIFY2(last.exitCode == 3 && last.err.contains("there is no last run"), last.told());
}

void TestCliRuns::interruptedRunIsKept_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("watch") << QStringLiteral("watch --watch %1").arg(originOf(m_server));
    QTest::newRow("check") << QStringLiteral("check --to %1/upload/read-all/cured").arg(originOf(m_server));
    QTest::newRow("upload")
        << QStringLiteral("upload --to %1/delay?ms=60000 %2").arg(originOf(m_faulty), m_file);
}

void TestCliRuns::interruptedRunIsKept()
{
    QFETCH(const QString, command);
    Cli cli;
    cli.start(command.split(u' '));
    cli.waitABit(std::chrono::milliseconds(1'500));
    QVERIFY(cli.isRunning());
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    const QJsonArray list = listOf(cli);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][QStringLiteral("command")].toString(), command.section(u' ', 0, 0));
    QVERIFY2(cli.run(words("runs show last")).out.endsWith(QByteArray('\n' + result.out)), result.told());
}

void TestCliRuns::runThatCouldNotIsKept()
{
    Cli cli;
    const QString nowhere = QStringLiteral("http://127.0.0.1:%1/up").arg(freePort());
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--retry"),
                                      QStringLiteral("0"), QStringLiteral("--to"), nowhere, m_file});
    QVERIFY2(result.exitCode == 3, result.told());
    const QJsonArray list = listOf(cli);
    QCOMPARE(list.size(), 1);
    QVERIFY2(list[0][QStringLiteral("sentence")].toString().startsWith(
                 QStringLiteral("no upload reached the server")),
             qPrintable(list[0][QStringLiteral("sentence")].toString()));
}

void TestCliRuns::noHistoryKeepsNothing()
{
    Cli cli;
    QCOMPARE(upload(cli, words("--no-history --no-archive")).exitCode, 0);
    QDirIterator found(cli.home(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY2(!found.hasNext(), qPrintable(found.next()));
    const CliResult list = cli.run(words("runs"));
    QVERIFY2(list.exitCode == 0 && list.out == "No run is kept yet.\n", list.told());
    QCOMPARE(cli.run(words("runs --json -")).json()[QStringLiteral("total")].toInt(-1), 0);
    QVERIFY(!QFile::exists(historyOf(cli))); // looking makes nothing
}

void TestCliRuns::historyElsewhere()
{
    Cli cli;
    const QStringList there{QStringLiteral("--history"), m_files.path(QStringLiteral("own/runs.sqlite"))};
    QCOMPARE(upload(cli, there).exitCode, 0);
    QVERIFY(!QFile::exists(historyOf(cli)));
    QCOMPARE(cli.run(words("runs list") + there).out.count('\n'), 2);
    QCOMPARE(cli.run(words("report 1 --format json --out -") + there).exitCode, 0);
    const CliResult missing
        = cli.run(words("runs list --history") + QStringList{m_files.path(QStringLiteral("none"))});
    QVERIFY2(missing.exitCode == 3 && missing.err.contains("there is no history"), missing.told());
    const CliResult clash = upload(cli, there + QStringList{QStringLiteral("--json"), there.constLast()});
    QVERIFY2(clash.exitCode == 2 && clash.err.contains("give each a file of its own"), clash.told());
}

void TestCliRuns::programsAtOnce()
{
    Cli cli;
    std::vector<std::unique_ptr<Cli>> all;
    for (int i = 0; i < 4; ++i) {
        all.push_back(std::make_unique<Cli>());
        all.back()->start({QStringLiteral("upload"), QStringLiteral("--no-archive"),
                           QStringLiteral("--history"), historyOf(cli), QStringLiteral("--to"),
                           m_faulty.url(QStringLiteral("/ok")).toString(), m_file});
    }
    for (const auto &one : all) {
        const CliResult result = one->finish();
        QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.told());
    }
    QCOMPARE(listOf(cli).size(), 4);
}

void TestCliRuns::notKeptIsAWarning_data()
{
    QTest::addColumn<QString>("place"); ///< Empty: the usual one.
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("said"); ///< Empty: nothing at all.
    QTest::newRow("below a file") << QStringLiteral("file/h.sqlite") << QString()
                                  << QByteArray("cannot be made");
    QTest::newRow("no more room") << QStringLiteral("h.sqlite") << QString()
                                  << QByteArray("cannot be written");
    QTest::newRow("in a folder that takes no files")
        << QStringLiteral("closed/h.sqlite") << QString() << QByteArray("takes no files");
    QTest::newRow("no history") << QStringLiteral("file") << QString()
                                << QByteArray("is no history of Tidemark");
    QTest::newRow("asked to be quiet, but named")
        << QStringLiteral("file/h.sqlite") << QStringLiteral("--quiet") << QByteArray("cannot be made");
    QTest::newRow("the usual place") << QString() << QString() << QByteArray("cannot be made");
    QTest::newRow("the usual place, quietly") << QString() << QStringLiteral("--quiet") << QByteArray();
}

void TestCliRuns::notKeptIsAWarning()
{
    QFETCH(const QString, place);
    QFETCH(const QString, options);
    QFETCH(const QByteArray, said);
    const TestFiles files;
    files.makeText(QStringLiteral("file"), "mine");
    const QString closed = files.makeFolder(QStringLiteral("closed"));
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner));
    Cli cli;
    cli.setObeysFileModes();
    QStringList more = words("--no-archive") + options.split(u' ', Qt::SkipEmptyParts);
    if (place.isEmpty())
        cli.setEnvironment(QStringLiteral("XDG_DATA_HOME"), files.path(QStringLiteral("file/data")));
    else
        more << QStringLiteral("--history") << files.path(place);
    if (place == QLatin1StringView("h.sqlite"))
        cli.setRoom(3'000);
    const CliResult result = upload(cli, more);
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(result.err.isEmpty(), said.isEmpty());
    QVERIFY2(result.err.contains(said) && result.err.count('\n') <= 1, result.told());
    if (!said.isEmpty())
        QVERIFY2(result.err.contains("this run is not kept: ") && result.err.contains("--no-history"),
                 result.told());
    QCOMPARE(TestFiles::content(files.path(QStringLiteral("file"))), QByteArray("mine"));
}

void TestCliRuns::damagedIsSetAside()
{
    Cli cli;
    QCOMPARE(upload(cli).exitCode, 0);
    QFile file(historyOf(cli));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("damaged") == 7);
    file.close();
    for (const char *looks :
         {"runs", "runs show 1", "report last --format json --out -", "compare 1 last", "runs delete 1"}) {
        const CliResult result = cli.run(words(looks));
        QVERIFY2(result.exitCode == 3 && result.out.isEmpty(), result.told());
        QVERIFY2(
            result.err.contains("the history is damaged: a part of its file is missing or was written over; ")
                && result.err.count('\n') == 1,
            result.told());
    }
    QCOMPARE(TestFiles::content(file.fileName()), QByteArray("damaged"));
    const CliResult next = upload(cli);
    QVERIFY2(next.exitCode == 0, next.told());
    QVERIFY2(next.err.contains("warning: the history was damaged; it is kept as ")
                 && next.err.count('\n') == 1,
             next.told());
    QCOMPARE(listOf(cli).size(), 1);
    const QFileInfo info(file);
    const QStringList aside = info.dir().entryList({QStringLiteral("history.sqlite.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(TestFiles::content(info.dir().filePath(aside.constFirst())), QByteArray("damaged"));
}

void TestCliRuns::cutOffGivesWhatItHas()
{
    Cli cli;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(upload(cli).exitCode, 0);
    QFile file(historyOf(cli));
    QVERIFY(file.resize(file.size() - 4'096));
    const QByteArray cut = TestFiles::content(file.fileName());
    const qsizetype shown = listOf(cli).size();
    QVERIFY(shown > 1);
    for (const char *looks : {"runs", "runs show 1", "report 1 --format json --out -"}) {
        const CliResult look = cli.run(words(looks));
        QVERIFY2(look.exitCode == 0 && !look.out.isEmpty(), look.told());
        QVERIFY2(look.err.contains("warning: the history ") && look.err.contains(" could still be read. ")
                     && look.err.count('\n') == 1,
                 look.told());
    }
    for (const char *changes : {"runs delete 1", "runs note 1 mine"}) {
        const CliResult change = cli.run(words(changes));
        QVERIFY2(change.exitCode == 3 && change.err.contains("nothing of it can be changed before"),
                 change.told());
    }
    QCOMPARE(TestFiles::content(file.fileName()), cut);
    const CliResult next = upload(cli);
    QVERIFY2(next.exitCode == 0 && next.err.contains(" that could still be read"), next.told());
    QCOMPARE(listOf(cli).size(), shown + 1);
}

void TestCliRuns::newerIsLeftAlone()
{
    Cli cli;
    QCOMPARE(upload(cli).exitCode, 0);
    QFile file(historyOf(cli));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60)); // PRAGMA user_version in its header
    QVERIFY(file.write(QByteArray("\0\0\0\x63", 4)) == 4);
    file.close();
    const QByteArray before = TestFiles::content(file.fileName());
    const CliResult list = cli.run(words("runs"));
    QVERIFY2(list.exitCode == 3 && list.err.contains("the history has version 99"), list.told());
    const CliResult next = upload(cli);
    QVERIFY2(next.exitCode == 0 && next.err.contains("this run is not kept: the history has version 99"),
             next.told());
    QCOMPARE(TestFiles::content(file.fileName()), before);
}

void TestCliRuns::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *arguments, int code, const char *said) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << code << QByteArray(said);
    };
    row("runs show 99", 3, "there is no run 99");
    row("runs tag 99 word", 3, "there is no run 99");
    row("runs show 99999999999999999999", 3, "there is no run 99999999999999999999");
    row("report 99 --format html --out -", 3, "there is no run 99");
    row("runs frobnicate", 2, "runs takes list, show");
    row("runs 7", 2, "runs takes list, show");
    row("runs show", 2, "runs show takes a run");
    row("runs show 1 2", 2, "runs show takes a run");
    row("runs show file.json", 2, "\"file.json\" is no run of the history");
    row("runs show -1", 2, "-1");
    row("runs delete", 2, "runs delete takes a run");
    row("runs delete all", 2, "\"all\" is no run of the history");
    row("runs delete 1 --json /dev/null", 2, "--json is for runs list and runs show");
    row("runs tag 1", 2, "one word or more");
    row("runs note 1", 2, "a text");
    row("runs list 1", 2, "runs list takes options only");
    row("runs list --limit -1", 2, "--limit");
    row("runs list --limit many", 2, "--limit");
    row("runs list --command demo", 2, "--command takes");
    row("upload --to http://h/ f --history h --no-history", 2, "exclude each other");
}

void TestCliRuns::mistakesAreNamed()
{
    QFETCH(const QString, arguments);
    QFETCH(const int, code);
    QFETCH(const QByteArray, said);
    const CliResult result = m_cli.run(arguments.split(u' '));
    QVERIFY2(result.exitCode == code && result.out.isEmpty(), result.told());
    QVERIFY2(result.err.startsWith("tidemark-cli: ") && result.err.contains(said), result.told());
}

void TestCliRuns::noSecretIsKept()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("hush-password"));
    const CliResult uploaded
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"),
                   m_faulty.url(QStringLiteral("/status?code=500&text=no&token=hush-query")).toString(),
                   QStringLiteral("--user"), QStringLiteral("me"), QStringLiteral("--header"),
                   QStringLiteral("X-Api-Key: hush-header"), QStringLiteral("--form"),
                   QStringLiteral("key=hush-field"), QStringLiteral("--retry"), QStringLiteral("0"), m_file});
    QVERIFY2(uploaded.exitCode == 1, uploaded.told());
    const CliResult checked
        = cli.run({QStringLiteral("check"), QStringLiteral("--quick"), QStringLiteral("--no-aborts"),
                   QStringLiteral("--size"), QStringLiteral("4K"), QStringLiteral("--to"),
                   m_server.url(QStringLiteral("/upload/read-all/cured?token=hush-query")).toString(),
                   QStringLiteral("--user"), QStringLiteral("me"), QStringLiteral("--header"),
                   QStringLiteral("X-Api-Key: hush-header")});
    QVERIFY2(checked.exitCode == 0 || checked.exitCode == 4, checked.told());
    int looked = 0;
    for (const char *run : {"1", "2"}) {
        for (const char *format : {"html", "pdf", "json", "md", "csv", "junit"}) {
            const CliResult report
                = cli.run(words("report --out - --format")
                          + QStringList{QString::fromLatin1(format), QString::fromLatin1(run)});
            QVERIFY2(!report.out.contains("hush"), report.told());
            looked += !report.out.isEmpty();
        }
        const CliResult shown = cli.run(words("runs show") + QStringList{QString::fromLatin1(run)});
        QVERIFY2(shown.exitCode == 0 && !shown.out.contains("hush"), shown.told());
    }
    QCOMPARE(looked, 12);
    QVERIFY(!TestFiles::content(historyOf(cli)).contains("hush"));
    QVERIFY(TestFiles::content(historyOf(cli)).contains("token=***"));
}

QTEST_GUILESS_MAIN(TestCliRuns)
#include "tst_cli_runs.moc"
