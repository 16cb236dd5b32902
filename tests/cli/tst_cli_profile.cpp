// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace support;

/// `tidemark-cli profile`, whole. That the values are those of `go tool pprof` is tst_golden's.
class TestCliProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void top();
    void topByCum();
    void nodeCount();
    void diff();
    void nothingChanged();
    void list();
    void goroutines();
    void fromAServer_data();
    void fromAServer();
    void diffOfAServerAndAFile();
    void couldNotRun_data();
    void couldNotRun();
    void usage_data();
    void usage();
    void unwritableJson();
    void interrupted();
};

static QString recorded(const char *name)
{
    return QStringLiteral(TIDEMARK_TEST_DATA "/pprof/") + QString::fromLatin1(name);
}

static CliResult profile(const QStringList &arguments)
{
    Cli cli;
    return cli.run(QStringList{QStringLiteral("profile")} + arguments);
}

static QJsonArray functions(const QJsonObject &json)
{
    return json.value(QLatin1StringView("functions")).toArray();
}

static QString name(const QJsonValue &function)
{
    return function[QLatin1StringView("function")].toString();
}

void TestCliProfile::top()
{
    const CliResult people = profile({QStringLiteral("top"), recorded("specimen.after.pb.gz")});
    QVERIFY2(people.exitCode == 0, people.told());
    const QByteArrayList lines = people.out.split('\n');
    QVERIFY2(lines.value(0).startsWith("inuse_space: 36.6 MiB in "), people.told());
    QVERIFY2(lines.value(2).simplified().startsWith("35.0 MiB 95.5% 95.5% 35.0 MiB 95.5% io.ReadAll"),
             people.told());

    const CliResult programs
        = profile({QStringLiteral("top"), recorded("specimen.after.pb.gz"), QStringLiteral("--json"),
                   QStringLiteral("-"), QStringLiteral("--sample"), QStringLiteral("inuse_objects")});
    QVERIFY2(programs.exitCode == 0, programs.told());
    const QJsonObject json = programs.json();
    QCOMPARE(json.value(QLatin1StringView("schema")).toString(), QStringLiteral("tidemark.profile/1"));
    QCOMPARE(json.value(QLatin1StringView("command")).toString(), QStringLiteral("profile"));
    QCOMPARE(json.value(QLatin1StringView("action")).toString(), QStringLiteral("top"));
    QCOMPARE(json.value(QLatin1StringView("sample")).toString(), QStringLiteral("inuse_objects"));
    QCOMPARE(json.value(QLatin1StringView("unit")).toString(), QStringLiteral("count"));
    QCOMPARE(json.value(QLatin1StringView("period")).toInt(), 524288);
    QVERIFY(json.value(QLatin1StringView("base")).isNull());
    QVERIFY(json.value(QLatin1StringView("before")).isNull());
    QVERIFY(json.value(QLatin1StringView("takenAt")).toString().startsWith(QLatin1StringView("2026-")));
    QVERIFY(functions(json).size() > 10);
    QVERIFY(functions(json).first()[QLatin1StringView("flat")].toInteger() > 0);
}

void TestCliProfile::topByCum()
{
    const CliResult result
        = profile({QStringLiteral("top"), recorded("specimen.after.pb.gz"), QStringLiteral("--sort"),
                   QStringLiteral("cum"), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonArray rows = functions(result.json());
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY(rows[i - 1][QLatin1StringView("cum")].toInteger()
                >= rows[i][QLatin1StringView("cum")].toInteger());
    // Several hold the same; names decide.
    QCOMPARE(name(rows.first()), QStringLiteral("main.(*form).ServeHTTP"));
}

void TestCliProfile::nodeCount()
{
    const auto lines = [](const char *count) {
        const CliResult result = profile({QStringLiteral("top"), recorded("prometheus.after.pb.gz"),
                                          QStringLiteral("--nodecount"), QString::fromLatin1(count)});
        return result.exitCode == 0 ? result.out.trimmed().split('\n') : QByteArrayList();
    };
    const QByteArrayList three = lines("3");
    QCOMPARE(three.size(), 6); // what, column heads, three functions, how many more
    QVERIFY2(three.constLast().contains("83 more"), three.constLast().constData());
    const QByteArrayList all = lines("0");
    QCOMPARE(all.size(), 2 + 86);
}

void TestCliProfile::diff()
{
    const QStringList both{recorded("specimen.after.pb.gz"), recorded("specimen.before.pb.gz")};
    const CliResult people = profile(QStringList{QStringLiteral("diff")} + both);
    QVERIFY2(people.exitCode == 0, people.told());
    QVERIFY2(people.out.startsWith("inuse_space: +31.4 MiB, from 5.26 MiB to 36.6 MiB\n"), people.told());
    const CliResult programs
        = profile(QStringList{QStringLiteral("diff"), QStringLiteral("--json"), QStringLiteral("-")} + both);
    QVERIFY2(programs.exitCode == 0, programs.told());
    const QJsonObject json = programs.json();
    const auto number = [&](const char *key) { return json.value(QLatin1StringView(key)).toInteger(); };
    QCOMPARE(number("total"), number("after") - number("before"));
    QCOMPARE(number("total"), functions(json).first()[QLatin1StringView("flat")].toInteger());
    QCOMPARE(json.value(QLatin1StringView("base")).toString(), both.last());
    QCOMPARE(name(functions(json).first()), QStringLiteral("io.ReadAll"));
    // The other way round it shrank.
    const CliResult reversed = profile({QStringLiteral("diff"), both.last(), both.first()});
    QVERIFY2(reversed.out.startsWith("inuse_space: -31.4 MiB, from 36.6 MiB to 5.26 MiB\n"), reversed.told());
    QVERIFY2(reversed.out.contains(" -31.4 MiB ") && reversed.out.contains("io.ReadAll"), reversed.told());
    const QRegularExpression negative(QStringLiteral("-[0-9.]+%"));
    QVERIFY2(!negative.match(QString::fromUtf8(reversed.out)).hasMatch(), reversed.told());
}

void TestCliProfile::nothingChanged()
{
    const QString file = recorded("registry.after.pb.gz");
    const CliResult result = profile({QStringLiteral("diff"), file, file});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.out.contains("Nothing changed."), result.told());
}

void TestCliProfile::list()
{
    const QStringList ask{QStringLiteral("list"), recorded("specimen.after.pb.gz"),
                          QStringLiteral("--function"), QStringLiteral("^main\\.readAll$|ReadAll")};
    const CliResult people = profile(ask);
    QVERIFY2(people.exitCode == 0, people.told());
    QVERIFY2(people.out.contains("\nmain.readAll\n"), people.told());
    QVERIFY2(people.out.contains("tidemark/specimens/read_all.go:27\n"), people.told());
    const CliResult programs = profile(ask + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    const QJsonArray rows = functions(programs.json());
    QCOMPARE(rows.size(), 2);
    QCOMPARE(name(rows.first()), QStringLiteral("io.ReadAll"));
    for (const QJsonValue row : rows) {
        const QJsonArray lines = row[QLatin1StringView("lines")].toArray();
        QVERIFY(!lines.isEmpty());
        qint64 flat = 0;
        for (const QJsonValue line : lines)
            flat += line[QLatin1StringView("flat")].toInteger();
        QCOMPARE(flat, row[QLatin1StringView("flat")].toInteger());
    }
}

void TestCliProfile::goroutines()
{
    const CliResult result = profile({QStringLiteral("top"), recorded("registry.goroutine.pb.gz")});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.out.startsWith("goroutine: 6 in "), result.told());
}

void TestCliProfile::fromAServer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sample");
    QTest::newRow("base") << QString() << QStringLiteral("/debug/pprof/heap?gc=1")
                          << QStringLiteral("inuse_space");
    QTest::newRow("base with a slash")
        << QStringLiteral("/") << QStringLiteral("/debug/pprof/heap?gc=1") << QStringLiteral("inuse_space");
    QTest::newRow("index of pprof") << QStringLiteral("/debug/pprof/")
                                    << QStringLiteral("/debug/pprof/heap?gc=1")
                                    << QStringLiteral("inuse_space");
    QTest::newRow("heap") << QStringLiteral("/debug/pprof/heap") << QStringLiteral("/debug/pprof/heap")
                          << QStringLiteral("inuse_space");
    QTest::newRow("allocs") << QStringLiteral("/debug/pprof/allocs") << QStringLiteral("/debug/pprof/allocs")
                            << QStringLiteral("alloc_space");
    QTest::newRow("goroutines") << QStringLiteral("/debug/pprof/goroutine")
                                << QStringLiteral("/debug/pprof/goroutine") << QStringLiteral("goroutine");
}

void TestCliProfile::fromAServer()
{
    QFETCH(const QString, path);
    QFETCH(const QString, asked);
    QFETCH(const QString, sample);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QString base = server.url(QString()).toString();
    const CliResult result
        = profile({QStringLiteral("top"), base + path, QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(result.json().value(QLatin1StringView("source")).toString(), base + asked);
    QCOMPARE(result.json().value(QLatin1StringView("sample")).toString(), sample);
    QVERIFY(!functions(result.json()).isEmpty());
}

void TestCliProfile::diffOfAServerAndAFile()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QString base = server.url(QString()).toString();
    TestFiles files;
    QFile before(files.path(QStringLiteral("before.pb.gz")));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write(get(server.url(QStringLiteral("/debug/pprof/heap?gc=1"))).body);
    before.close();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(postFile(server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking")), "f",
                          QByteArray(1 << 20, 'x'))
                     .status,
                 201);
    const CliResult result = profile(
        {QStringLiteral("diff"), base, before.fileName(), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(name(functions(result.json()).first()), QStringLiteral("io.ReadAll"));
    QVERIFY(result.json().value(QLatin1StringView("total")).toInteger() > 15 << 20);
}

void TestCliProfile::couldNotRun_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("said");
    const QString good = recorded("specimen.after.pb.gz");
    QTest::newRow("no such file") << QStringList{QStringLiteral("top"),
                                                 QStringLiteral("/nonexistent/profile")}
                                  << QStringLiteral("file-missing") << QByteArray("no such file");
    QTest::newRow("folder") << QStringList{QStringLiteral("top"), QDir::tempPath()}
                            << QStringLiteral("not-a-file") << QByteArray("not a file");
    QTest::newRow("not a profile") << QStringList{QStringLiteral("top"), recorded("README.md")}
                                   << QStringLiteral("malformed") << QByteArray("not a pprof profile");
    QTest::newRow("base not a profile")
        << QStringList{QStringLiteral("diff"), good, recorded("README.md")} << QStringLiteral("malformed")
        << QByteArray("README.md: not a pprof profile");
    QTest::newRow("heap against goroutines")
        << QStringList{QStringLiteral("diff"), good, recorded("registry.goroutine.pb.gz")}
        << QStringLiteral("malformed") << QByteArray("do not count the same");
    QTest::newRow("no such sample") << QStringList{QStringLiteral("top"), good, QStringLiteral("--sample"),
                                                   QStringLiteral("cpu")}
                                    << QStringLiteral("not-found") << QByteArray("inuse_space");
    QTest::newRow("no such function")
        << QStringList{QStringLiteral("list"), good, QStringLiteral("--function"), QStringLiteral("nobody")}
        << QStringLiteral("not-found") << QByteArray("nobody");
    QTest::newRow("nothing listens") << QStringList{QStringLiteral("top"),
                                                    QStringLiteral("http://127.0.0.1:%1").arg(freePort())}
                                     << QStringLiteral("connection-refused")
                                     << QByteArray("/debug/pprof/heap");
}

void TestCliProfile::couldNotRun()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, kind);
    QFETCH(const QByteArray, said);
    const CliResult result = profile(arguments + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.startsWith("tidemark-cli: ") && result.err.contains(said), result.told());
    const QJsonObject error = result.json().value(QLatin1StringView("error")).toObject();
    QCOMPARE(error.value(QLatin1StringView("kind")).toString(), kind);
    QCOMPARE(result.json().value(QLatin1StringView("command")).toString(), QStringLiteral("profile"));
}

void TestCliProfile::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QStringList() << QByteArray("ACTION");
    QTest::newRow("unknown action") << QStringList{QStringLiteral("show"), QStringLiteral("f")}
                                    << QByteArray("show");
    QTest::newRow("no file") << QStringList{QStringLiteral("top")} << QByteArray("FILE");
    QTest::newRow("diff of one") << QStringList{QStringLiteral("diff"), QStringLiteral("f")}
                                 << QByteArray("BASE");
    QTest::newRow("top of two") << QStringList{QStringLiteral("top"), QStringLiteral("f"),
                                               QStringLiteral("g")}
                                << QByteArray("profile diff");
    QTest::newRow("broken expression") << QStringList{QStringLiteral("list"), QStringLiteral("f"),
                                                      QStringLiteral("--function"), QStringLiteral("(")}
                                       << QByteArray("regular expression");
    QTest::newRow("negative count") << QStringList{QStringLiteral("top"), QStringLiteral("f"),
                                                   QStringLiteral("--nodecount=-1")}
                                    << QByteArray("--nodecount");
    QTest::newRow("unknown order") << QStringList{QStringLiteral("top"), QStringLiteral("f"),
                                                  QStringLiteral("--sort"), QStringLiteral("name")}
                                   << QByteArray("--sort");
    QTest::newRow("password in the address")
        << QStringList{QStringLiteral("top"), QStringLiteral("http://u:secret@127.0.0.1/")}
        << QByteArray("TIDEMARK_PASSWORD");
}

void TestCliProfile::usage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, said);
    const CliResult result = profile(arguments);
    QVERIFY2(result.exitCode == 2, result.told());
    QVERIFY2(result.err.contains(said), result.told());
    QVERIFY2(!result.err.contains("secret"), result.told());
    QVERIFY2(result.out.isEmpty(), result.told());
}

void TestCliProfile::unwritableJson()
{
    const CliResult result
        = profile({QStringLiteral("top"), recorded("specimen.after.pb.gz"), QStringLiteral("--json"),
                   QStringLiteral("/nonexistent/folder/out.json")});
    QVERIFY2(result.exitCode == 3, result.told());
}

void TestCliProfile::interrupted()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    Cli cli;
    cli.start({QStringLiteral("profile"), QStringLiteral("top"),
               server.url(QStringLiteral("/debug/pprof/profile?seconds=60")).toString()});
    // The server is at it as soon as its profiler's goroutine runs.
    QVERIFY(comesTrue([&] {
        return get(server.url(QStringLiteral("/debug/pprof/goroutine?debug=2")))
            .body.contains("pprof.profileWriter");
    }));
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    QVERIFY2(result.out.isEmpty(), result.told());
}

QTEST_GUILESS_MAIN(TestCliProfile)
#include "tst_cli_profile.moc"
