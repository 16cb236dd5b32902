// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace support;

namespace {
constexpr qint64 MiB = 1024 * 1024;

QString keysOf(const QJsonObject &object)
{
    return object.keys().join(QLatin1Char(' '));
}

QJsonObject firstUpload(const QJsonObject &run)
{
    return run[QStringLiteral("uploads")][0].toObject();
}

/// "name: passed", "name: failure http-status", … of each case; what the parser says where it is no XML.
QStringList junitCases(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {file.errorString()};
    QXmlStreamReader xml(&file);
    QStringList cases;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (xml.name() == QLatin1StringView("testcase"))
            cases << attributes.value(QStringLiteral("name")).toString().section(u'/', -1)
                    + QStringLiteral(": passed");
        else if (xml.name() == QLatin1StringView("failure") || xml.name() == QLatin1StringView("error"))
            cases.last() = cases.constLast().section(u':', 0, 0)
                + QStringLiteral(": %1 %2").arg(xml.name(), attributes.value(QStringLiteral("type")));
    }
    return xml.hasError() ? QStringList{xml.errorString()} : cases;
}

QString errorKind(const QJsonObject &holder)
{
    return holder[QStringLiteral("error")][QStringLiteral("kind")].toString();
}
} // namespace

/// `tidemark-cli upload`, whole, against real servers.
class TestCliUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uploadsAndWatches();
    void jsonHoldsTheContract();
    void earlyRefusalIsRead_data();
    void earlyRefusalIsRead();
    void nginxRefusalIsRead();
    void failOnDecidesTheExitCode();
    void passingFailureIsTriedAgain();
    void awayServerIsGivenUp();
    void interruptionKeepsWhatIsDone();
    void missingMetricsAreOnlyAWarning();
    void quietPrintsErrorsOnly();
    void resultThatCannotBeWritten();
    void resultThatCannotBeWrittenAnyMore();
    void junitHasACaseForEveryFile();
    void junitTellsWhyNothingBegan();
    void localProcessIsWatchedWithoutMetrics();
    void endedProcessHoldsNothingUp();
    void severalServersAreReadBeforeAndAfter();

private:
    [[nodiscard]] QString url(const char *path) const
    {
        return m_server.url(QLatin1StringView(path)).toString();
    }

    TestFiles m_files;
    FaultyServer m_server;
};

void TestCliUpload::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

void TestCliUpload::uploadsAndWatches()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    QStringList arguments{QStringLiteral("upload"), QStringLiteral("--to"),
                          server.url(QStringLiteral("/upload/read-all")).toString(),
                          QStringLiteral("--interval"), QStringLiteral("100ms")};
    for (int i = 0; i < 8; ++i)
        arguments << m_files.makeFile(QStringLiteral("watched/%1.bin").arg(i), 2 * MiB);
    Cli cli;
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), 8);
    QVERIFY2(result.out.contains("8 files"), result.told());
    QVERIFY2(result.out.contains("per upload"), result.told());
    QVERIFY2(result.err.isEmpty(), result.told());
    QVERIFY2(!result.out.contains('\033'), "no escape sequences without a terminal");
}

void TestCliUpload::jsonHoldsTheContract()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--to"),
                                      server.url(QStringLiteral("/upload/read-all/cured")).toString(),
                                      QStringLiteral("--interval"), QStringLiteral("100ms"),
                                      m_files.makeFile(QStringLiteral("one.bin"), 3 * MiB),
                                      QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonObject run = result.json();
    QCOMPARE(run[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.upload/1"));
    QCOMPARE(run[QStringLiteral("command")].toString(), QStringLiteral("upload"));
    QVERIFY(run[QStringLiteral("server")].toString().endsWith(QStringLiteral("/upload/read-all/cured")));
    for (const char *key : {"startedAt", "finishedAt"})
        QVERIFY2(run[QLatin1StringView(key)].isDouble() || run[QLatin1StringView(key)].isString(), key);
    const QJsonObject totals = run[QStringLiteral("totals")].toObject();
    QCOMPARE(totals[QStringLiteral("files")].toInt(), 1);
    QCOMPARE(totals[QStringLiteral("ok")].toInt(), 1);
    QCOMPARE(totals[QStringLiteral("failed")].toInt(), 0);
    QCOMPARE(totals[QStringLiteral("bytes")].toInteger(), 3 * MiB);
    QVERIFY(totals[QStringLiteral("seconds")].toDouble() > 0);
    QVERIFY(totals[QStringLiteral("bytesPerSecond")].toDouble() > 0);

    const QJsonObject upload = firstUpload(run);
    QCOMPARE(upload[QStringLiteral("file")].toString(), m_files.path(QStringLiteral("one.bin")));
    QCOMPARE(upload[QStringLiteral("bytes")].toInteger(), 3 * MiB);
    QCOMPARE(upload[QStringLiteral("state")].toString(), QStringLiteral("done"));
    QVERIFY(upload[QStringLiteral("httpStatus")].toInt() / 100 == 2);
    QVERIFY(upload[QStringLiteral("serverMessage")].isString());
    QCOMPARE(upload[QStringLiteral("attempts")].toInt(), 1);
    QVERIFY(upload.contains(QStringLiteral("error")) && upload[QStringLiteral("error")].isNull());
    const QJsonObject timings = upload[QStringLiteral("timings")].toObject();
    QCOMPARE(keysOf(timings), QStringLiteral("connect dns firstByte sent tls total"));
    QVERIFY(timings[QStringLiteral("tls")].isNull());
    QVERIFY(timings[QStringLiteral("total")].toDouble() > 0);
    QVERIFY(timings[QStringLiteral("total")].toDouble() >= timings[QStringLiteral("firstByte")].toDouble());

    const QJsonObject source = run[QStringLiteral("sources")][0].toObject();
    QCOMPARE(source[QStringLiteral("runtime")].toString(), QStringLiteral("go"));
    QVERIFY(!source[QStringLiteral("format")].toString().isEmpty());
    const QJsonObject series = run[QStringLiteral("series")][0].toObject();
    QCOMPARE(series[QStringLiteral("role")].toString(), QStringLiteral("heap"));
    QVERIFY(series[QStringLiteral("points")].toArray().size() >= 2);
}

void TestCliUpload::earlyRefusalIsRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("mayBeDestroyed"); // A reset can overtake the answer.
    QTest::newRow("answers and lingers") << QStringLiteral("/early?close=linger&text=at-most-1-MiB") << false;
    QTest::newRow("answers, closes a little later")
        << QStringLiteral("/early?close=fin&pause=500&text=at-most-1-MiB") << false;
    QTest::newRow("answers, resets a little later")
        << QStringLiteral("/early?close=rst&pause=500&text=at-most-1-MiB") << false;
    QTest::newRow("closes at once") << QStringLiteral("/early?close=fin&text=at-most-1-MiB") << true;
    QTest::newRow("resets at once") << QStringLiteral("/early?close=rst&text=at-most-1-MiB") << true;
}

void TestCliUpload::earlyRefusalIsRead()
{
    QFETCH(const QString, path);
    QFETCH(const bool, mayBeDestroyed);
    const QString id = QString::fromLatin1(QTest::currentDataTag())
                           .remove(QLatin1Char(','))
                           .replace(QLatin1Char(' '), QLatin1Char('-'));
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"),
                   m_server.url(path + QStringLiteral("&id=") + id).toString(),
                   m_files.makeSparse(id + QStringLiteral(".bin"), 1024 * MiB), QStringLiteral("--retry"),
                   QStringLiteral("0"), // of what may be destroyed
                   QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 1, result.told());
    const QJsonObject upload = firstUpload(result.json());
    QCOMPARE(upload[QStringLiteral("state")].toString(), QStringLiteral("failed"));
    QVERIFY2(upload[QStringLiteral("bytesSent")].toInteger() < 512 * MiB, "it went on sending");
    QCOMPARE(m_server.stats(id).requests, 1);
    if (mayBeDestroyed && errorKind(upload) == QStringLiteral("connection-reset")) {
        QVERIFY2(result.out.contains("refused the upload"), "the likely cause is not told");
        return;
    }
    QCOMPARE(upload[QStringLiteral("httpStatus")].toInt(), 413);
    QCOMPARE(upload[QStringLiteral("serverMessage")].toString(), QStringLiteral("at-most-1-MiB"));
    QCOMPARE(errorKind(upload), QStringLiteral("http-status"));
}

void TestCliUpload::nginxRefusalIsRead()
{
    NginxServer nginx;
    QVERIFY2(nginx.start(), qPrintable(nginx.failure()));
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), nginx.url().toString(),
                   m_files.makeSparse(QStringLiteral("nginx.bin"), 1024 * MiB), QStringLiteral("--json"),
                   QStringLiteral("-")});
    QVERIFY2(result.exitCode == 1, result.told());
    const QJsonObject upload = firstUpload(result.json());
    QCOMPARE(upload[QStringLiteral("httpStatus")].toInt(), 413);
    QVERIFY2(upload[QStringLiteral("serverMessage")].toString().contains(QStringLiteral("413")),
             result.told());

    const CliResult small = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), nginx.url().toString(),
                                     m_files.makeFile(QStringLiteral("small.bin"), 1000)});
    QVERIFY2(small.exitCode == 0, small.told());
}

void TestCliUpload::failOnDecidesTheExitCode()
{
    Cli cli;
    const QStringList arguments{QStringLiteral("upload"), QStringLiteral("--to"),
                                url("/status?code=500&text=broken"),
                                m_files.makeFile(QStringLiteral("fails.bin"), 100)};
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 1, result.told());
    QVERIFY2(result.out.contains("500") && result.out.contains("broken"), result.told());
    QCOMPARE(cli.run(arguments + QStringList{QStringLiteral("--fail-on"), QStringLiteral("leak")}).exitCode,
             0);
    QCOMPARE(cli.run(arguments + QStringList{QStringLiteral("--fail-on"), QStringLiteral("failed")}).exitCode,
             1);
}

void TestCliUpload::passingFailureIsTriedAgain()
{
    const QStringList arguments{QStringLiteral("upload"),
                                QStringLiteral("--to"),
                                url("/flaky?times=2&code=503&id=flaky"),
                                m_files.makeFile(QStringLiteral("again.bin"), 100),
                                QStringLiteral("--json"),
                                QStringLiteral("-")};
    Cli cli;
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonValue upload = result.json()[QStringLiteral("uploads")][0];
    QCOMPARE(upload[QStringLiteral("state")].toString(), QStringLiteral("done"));
    QCOMPARE(upload[QStringLiteral("attempts")].toInt(), 3);
    QVERIFY(upload[QStringLiteral("error")].isNull());
    QCOMPARE(m_server.stats(QStringLiteral("flaky")).requests, 3);

    QStringList once = arguments + QStringList{QStringLiteral("--retry"), QStringLiteral("0")};
    once[2] = url("/flaky?times=2&code=503&id=once");
    const CliResult failed = cli.run(once);
    QVERIFY2(failed.exitCode == 1, failed.told());
    QCOMPARE(m_server.stats(QStringLiteral("once")).requests, 1);
}

void TestCliUpload::awayServerIsGivenUp()
{
    FaultyServer away;
    QVERIFY2(away.start(), qPrintable(away.failure()));
    const QString gone = away.url(QStringLiteral("/ok")).toString();
    away.stop();
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), gone,
                   m_files.makeFile(QStringLiteral("away-1.bin"), 10),
                   m_files.makeFile(QStringLiteral("away-2.bin"), 10), QStringLiteral("--retry"),
                   QStringLiteral("2"), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    for (const QJsonValue upload : result.json()[QStringLiteral("uploads")].toArray()) {
        QCOMPARE(upload[QStringLiteral("error")][QStringLiteral("kind")].toString(),
                 QStringLiteral("connection-refused"));
        QVERIFY(upload[QStringLiteral("attempts")].toInt() >= 2);
    }
}

void TestCliUpload::interruptionKeepsWhatIsDone()
{
    const QString json = m_files.path(QStringLiteral("interrupted.json"));
    Cli cli;
    cli.start({QStringLiteral("upload"), QStringLiteral("--to"), url("/slow?rate=1048576&id=interrupted"),
               QStringLiteral("--concurrency"), QStringLiteral("1"),
               m_files.makeFile(QStringLiteral("quick.bin"), 10),
               m_files.makeSparse(QStringLiteral("long"), 512 * MiB),
               m_files.makeFile(QStringLiteral("later.bin"), 10), QStringLiteral("--json"), json});
    QVERIFY(comesTrue([this] { return m_server.stats(QStringLiteral("interrupted")).requests >= 2; }));
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 130, result.told());
    const QJsonArray uploads = jsonFile(json)[QStringLiteral("uploads")].toArray();
    QCOMPARE(uploads.size(), 3);
    QCOMPARE(uploads[0][QStringLiteral("state")].toString(), QStringLiteral("done"));
    QCOMPARE(uploads[1][QStringLiteral("state")].toString(), QStringLiteral("cancelled"));
    QCOMPARE(uploads[2][QStringLiteral("state")].toString(), QStringLiteral("cancelled"));
    QVERIFY2(!result.out.isEmpty(), "partial results are reported");
}

void TestCliUpload::missingMetricsAreOnlyAWarning()
{
    Cli cli;
    const QString file = m_files.makeFile(QStringLiteral("unwatched.bin"), 100);
    const QStringList arguments{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), file};
    const CliResult unasked = cli.run(arguments);
    QVERIFY2(unasked.exitCode == 0, unasked.told());
    QVERIFY2(unasked.err.isEmpty(), unasked.told());
    const CliResult asked = cli.run(arguments + QStringList{QStringLiteral("--watch"), url("/html/metrics")});
    QVERIFY2(asked.exitCode == 0, asked.told());
    QVERIFY2(asked.err.contains("warning: the memory was not watched"), asked.told());
}

void TestCliUpload::quietPrintsErrorsOnly()
{
    Cli cli;
    const QString file = m_files.makeFile(QStringLiteral("quiet.bin"), 100);
    const CliResult good = cli.run(
        {QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), file, QStringLiteral("--quiet")});
    QVERIFY2(good.exitCode == 0 && good.out.isEmpty() && good.err.isEmpty(), good.told());
    const CliResult bad = cli.run({QStringLiteral("upload"), QStringLiteral("--to"),
                                   url("/status?code=507&text=disk-full"), file, QStringLiteral("--quiet")});
    QVERIFY2(bad.exitCode == 1 && bad.out.isEmpty(), bad.told());
    QVERIFY2(bad.err.startsWith("tidemark-cli: ") && bad.err.contains("quiet.bin")
                 && bad.err.contains("disk-full"),
             bad.told());
}

void TestCliUpload::resultThatCannotBeWritten()
{
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                                      m_files.makeFile(QStringLiteral("unwritten.bin"), 100),
                                      QStringLiteral("--json"), QStringLiteral("/no/such/folder/run.json")});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("/no/such/folder/run.json cannot be written: "), result.told());
    QCOMPARE(m_server.stats(QStringLiteral("unwritten.bin")).requests, 0);
}

void TestCliUpload::resultThatCannotBeWrittenAnyMore()
{
    QDir folder(m_files.makeFolder(QStringLiteral("vanishing")));
    const QString json = folder.filePath(QStringLiteral("run.json"));
    Cli cli;
    cli.start({QStringLiteral("upload"), QStringLiteral("--to"), url("/delay?ms=600000&id=vanishing"),
               m_files.makeFile(QStringLiteral("unwritten.bin"), 100), QStringLiteral("--json"), json});
    QVERIFY(comesTrue([this] { return m_server.stats(QStringLiteral("vanishing")).requests > 0; }));
    QVERIFY(folder.removeRecursively());
    cli.send(SIGINT);
    const CliResult result = cli.finish();
    QVERIFY2(result.err.contains(QByteArray(json.toUtf8() + " cannot be written: ")), result.told());
    QVERIFY2(result.out.contains("1 file"), "the result is still told");
}

void TestCliUpload::junitHasACaseForEveryFile()
{
    const QString junit = m_files.path(QStringLiteral("uploads.xml"));
    Cli cli;
    const CliResult result = cli.run(
        {QStringLiteral("upload"), QStringLiteral("--to"), url("/early?close=linger&text=too-large"),
         m_files.makeFile(QStringLiteral("junit.bin"), 2 * MiB), m_files.path(QStringLiteral("vanished.bin")),
         QStringLiteral("--junit"), junit});
    QVERIFY2(result.exitCode == 1, result.told());
    const QStringList expected{QStringLiteral("junit.bin: failure http-status"),
                               QStringLiteral("vanished.bin: failure file-missing")};
    QStringList cases = junitCases(junit);
    cases.sort();
    QCOMPARE(cases, expected);

    const CliResult kept
        = cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"),
                   QStringLiteral("junit"), QStringLiteral("--out"), QStringLiteral("-")});
    QVERIFY2(kept.exitCode == 0, kept.told());
    QCOMPARE(kept.out, TestFiles::content(junit));
}

void TestCliUpload::junitTellsWhyNothingBegan()
{
    const QString junit = m_files.path(QStringLiteral("nothing.xml"));
    const QStringList arguments{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                                QStringLiteral("--junit"), junit};
    Cli cli;
    const CliResult empty = cli.run(arguments + QStringList{m_files.makeFolder(QStringLiteral("empty"))});
    QVERIFY2(empty.exitCode == 3, empty.told());
    QCOMPARE(junitCases(junit), QStringList{QStringLiteral("upload: error not-found")});
    const CliResult refused = cli.run(arguments + QStringList{QStringLiteral("--resume")});
    QVERIFY2(refused.exitCode == 3, refused.told());
    QCOMPARE(junitCases(junit), QStringList{QStringLiteral("upload: error not-found")});

    const QString file = m_files.makeFile(QStringLiteral("spared.bin"), 100);
    const CliResult clash = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), file,
                                     QStringLiteral("--junit"), file});
    QVERIFY2(clash.exitCode == 2, clash.told());
    QCOMPARE(TestFiles::content(file).size(), 100);
}

void TestCliUpload::localProcessIsWatchedWithoutMetrics()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QString process = QStringLiteral("process %1").arg(server.pid());
    const QString html = m_files.path(QStringLiteral("local.html"));
    Cli cli;
    const CliResult result = cli.run(
        {QStringLiteral("upload"), QStringLiteral("--to"),
         server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking")).toString(),
         QStringLiteral("--watch"), url("/html/metrics"), QStringLiteral("--pid"),
         QString::number(server.pid()), QStringLiteral("--disk"),
         m_files.makeFolder(QStringLiteral("counted")), QStringLiteral("--interval"), QStringLiteral("100ms"),
         m_files.makeFile(QStringLiteral("kept.bin"), 24 * MiB), QStringLiteral("--json"),
         m_files.path(QStringLiteral("local.json")), QStringLiteral("--report"), html});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(
        result.out.contains(QStringLiteral("The anonymous memory of %1 went from ").arg(process).toLatin1()),
        result.told());
    QVERIFY2(result.out.contains("Deleted files kept open"), result.told());
    QVERIFY2(result.out.contains("Bytes on disk"), result.told());
    QVERIFY2(
        TestFiles::content(html).contains(QStringLiteral("Process %1: Memory").arg(server.pid()).toLatin1()),
        "the report draws it");
    const QJsonObject run = jsonFile(m_files.path(QStringLiteral("local.json")));
    double grown = 0;
    for (const QJsonValue growth : run[QStringLiteral("growth")].toArray()) {
        if (growth[QStringLiteral("source")].toString() == process
            && growth[QStringLiteral("role")].toString() == QLatin1StringView("anonymousRss"))
            grown = growth[QStringLiteral("perUpload")].toDouble();
    }
    QVERIFY2(grown >= 24.0 * MiB, qPrintable(QString::number(grown))); // read-all keeps the body
}

void TestCliUpload::endedProcessHoldsNothingUp()
{
    Cli cli;
    const QStringList arguments{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                                m_files.makeFile(QStringLiteral("one-more.bin"), 100),
                                QStringLiteral("--pid")};
    const CliResult none = cli.run(arguments + QStringList{QStringLiteral("3999999")});
    QVERIFY2(none.exitCode == 3, none.told());
    QCOMPARE(none.err, QByteArray("tidemark-cli: --pid 3999999: there is no process 3999999\n"));

    FaultyServer slow;
    QVERIFY2(slow.start(), qPrintable(slow.failure()));
    SpecimenServer watched;
    QVERIFY2(watched.start(), qPrintable(watched.failure()));
    const QString json = m_files.path(QStringLiteral("ended.json"));
    cli.start({QStringLiteral("upload"), QStringLiteral("--to"),
               slow.url(QStringLiteral("/slow?rate=1048576&id=ended")).toString(), QStringLiteral("--pid"),
               QString::number(watched.pid()), QStringLiteral("--interval"), QStringLiteral("100ms"),
               m_files.makeSparse(QStringLiteral("while-it-ends"), 2 * MiB), QStringLiteral("--json"), json});
    QVERIFY(comesTrue([&slow] { return slow.stats(QStringLiteral("ended")).requests >= 1; }));
    watched.stop();
    const CliResult ended = cli.finish();
    QVERIFY2(ended.exitCode == 0, ended.told());
    QVERIFY2(ended.err.contains("has ended"), ended.told());
    const QJsonObject run = jsonFile(json);
    QCOMPARE(firstUpload(run)[QStringLiteral("state")].toString(), QStringLiteral("done"));
}

void TestCliUpload::severalServersAreReadBeforeAndAfter()
{
    SpecimenServer first;
    SpecimenServer second;
    QVERIFY2(first.start() && second.start(), qPrintable(first.failure() + second.failure()));
    const QString also = second.url(QStringLiteral("/")).toString();
    const QString dead = QStringLiteral("http://127.0.0.1:%1/").arg(freePort());
    Cli cli;
    const CliResult result = cli.run(
        {QStringLiteral("upload"), QStringLiteral("--to"),
         first.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking")).toString(),
         QStringLiteral("--watch"), first.url(QStringLiteral("/")).toString(), QStringLiteral("--watch"),
         dead, QStringLiteral("--watch"), also, QStringLiteral("--interval"), QStringLiteral("100ms"),
         m_files.makeFile(QStringLiteral("seen-by-two.bin"), 8 * MiB), QStringLiteral("--json"),
         QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(
        result.err.contains(QStringLiteral("warning: not watched: cannot reach %1").arg(dead).toLatin1()),
        result.told());
    QMap<QString, double> grown;
    const QJsonObject run = result.json();
    for (const QJsonValue growth : run[QStringLiteral("growth")].toArray()) {
        if (growth[QStringLiteral("role")].toString() == QLatin1StringView("heap"))
            grown.insert(growth[QStringLiteral("source")].toString(),
                         growth[QStringLiteral("perUpload")].toDouble());
    }
    QCOMPARE(grown.keys(), (QStringList{QString(), also}));
    // Not all of the 8: the reading before may have held garbage that is gone in the one after.
    QVERIFY2(grown[QString()] >= 6.0 * MiB, "read-all keeps the body");
    QVERIFY2(grown[also] < 4.0 * MiB, "the other server was sent nothing");
}

QTEST_GUILESS_MAIN(TestCliUpload)
#include "tst_cli_upload.moc"
