// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

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
    void foldersAreWalked();
    void earlyRefusalIsRead_data();
    void earlyRefusalIsRead();
    void nginxRefusalIsRead();
    void oddNamesArrive_data();
    void oddNamesArrive();
    void invalidUtf8NameArrives();
    void badFilesAreNamed_data();
    void badFilesAreNamed();
    void fileThatChangesIsNoSuccess_data();
    void fileThatChangesIsNoSuccess();
    void oneBadFileDisturbsNothing();
    void failOnDecidesTheExitCode();
    void interruptionKeepsWhatIsDone();
    void secondSignalEndsAtOnce();
    void missingMetricsAreOnlyAWarning();
    void quietPrintsErrorsOnly();
    void resultThatCannotBeWritten();
    void hugeFileTakesNoMemory();

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

void TestCliUpload::foldersAreWalked()
{
    m_files.makeFile(QStringLiteral("tree/a.bin"), 10);
    m_files.makeFile(QStringLiteral("tree/deep/er/b.bin"), 20);
    m_files.makeFile(QStringLiteral("tree/.hidden"), 30);
    m_files.makeFifo(QStringLiteral("tree/fifo"));
    m_files.makeFolder(QStringLiteral("tree/empty"));
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                   m_files.path(QStringLiteral("tree")), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    qint64 bytes = 0;
    for (const QJsonValue upload : result.json()[QStringLiteral("uploads")].toArray())
        bytes += upload[QStringLiteral("bytes")].toInteger();
    QVERIFY2(bytes == 60, result.told());

    const CliResult empty = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                                     m_files.path(QStringLiteral("tree/empty")), QStringLiteral("--json"),
                                     QStringLiteral("-")});
    QVERIFY2(empty.exitCode == 3, empty.told());
    QCOMPARE(errorKind(empty.json()), QStringLiteral("not-found"));
    QVERIFY2(empty.err.contains("no file to upload"), empty.told());
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
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), m_server.url(path).toString(),
                   m_files.makeSparse(id + QStringLiteral(".bin"), 1024 * MiB), QStringLiteral("--json"),
                   QStringLiteral("-")});
    QVERIFY2(result.exitCode == 1, result.told());
    const QJsonObject upload = firstUpload(result.json());
    QCOMPARE(upload[QStringLiteral("state")].toString(), QStringLiteral("failed"));
    QVERIFY2(upload[QStringLiteral("bytesSent")].toInteger() < 512 * MiB, "it went on sending");
    QCOMPARE(m_server.stats(id + QStringLiteral(".bin")).requests, 1);
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

void TestCliUpload::oddNamesArrive_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << QStringLiteral("a \"quoted\" 'name'; x=1.bin");
    QTest::newRow("line breaks") << QStringLiteral("two\r\nX-Evil: 1\r\n\r\nlines.bin");
    QTest::newRow("emoji") << QStringLiteral("🌊 Pegel – наводнение.bin");
    QTest::newRow("percent and backslash") << QStringLiteral("100%22 \\ back.bin");
    QTest::newRow("looks like an option") << QStringLiteral("--json");
}

void TestCliUpload::oddNamesArrive()
{
    QFETCH(const QString, name);
    const QString file = m_files.makeFile(QStringLiteral("odd/") + name, 1000);
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/pattern?seed=0"),
                   QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--"), file});
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonObject upload = firstUpload(result.json());
    QCOMPARE(upload[QStringLiteral("file")].toString(), file);
    QCOMPARE(upload[QStringLiteral("bytes")].toInteger(), 1000);
    const QByteArray receipt = upload[QStringLiteral("serverMessage")].toString().toUtf8();
    QVERIFY2(receipt.contains("\"bytes\":1000") && receipt.contains("\"firstForeign\":-1"), result.told());
    QVERIFY2(!receipt.contains("Evil: 1\\r\\n\\r\\n"), "a line break went into the header as it was");
    QFile::remove(file);
}

void TestCliUpload::invalidUtf8NameArrives()
{
    // The shell hands over the bytes; QProcess could not.
    const QString folder = m_files.makeFolder(QStringLiteral("latin1"));
    Cli cli;
    cli.start({QStringLiteral("-c"),
               QStringLiteral(
                   "name=\"$1/caf$(printf '\\351').bin\"; printf content >\"$name\" && exec \"$0\" upload "
                   "--to \"$2\" --json - \"$name\""),
               Cli::program(), folder, url("/ok?id=latin1")},
              QStringLiteral("/bin/sh"));
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(firstUpload(result.json())[QStringLiteral("bytes")].toInteger(), 7);
    QCOMPARE(m_server.stats(QStringLiteral("latin1")).fileBytes, 7);
}

void TestCliUpload::badFilesAreNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::newRow("missing") << m_files.path(QStringLiteral("none.bin")) << QStringLiteral("file-missing");
    QTest::newRow("missing folder") << m_files.path(QStringLiteral("no/such/none.bin"))
                                    << QStringLiteral("file-missing");
    QTest::newRow("FIFO") << m_files.makeFifo(QStringLiteral("pipe")) << QStringLiteral("not-a-file");
    QTest::newRow("device") << QStringLiteral("/dev/zero") << QStringLiteral("not-a-file");
    QTest::newRow("broken link") << m_files.makeLink(QStringLiteral("dangling"), QStringLiteral("nowhere"))
                                 << QStringLiteral("file-missing");
    const QString secret = m_files.makeFile(QStringLiteral("secret.bin"), 10);
    QFile::setPermissions(secret, {});
    QTest::newRow("unreadable") << secret << QStringLiteral("file-unreadable");
}

void TestCliUpload::badFilesAreNamed()
{
    QFETCH(const QString, file);
    QFETCH(const QString, kind);
    Cli cli;
    cli.setObeysFileModes();
    const QStringList arguments{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), file};
    const CliResult json = cli.run(arguments + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(json.exitCode == 3, json.told());
    QCOMPARE(errorKind(firstUpload(json.json())), kind);
    QCOMPARE(errorKind(json.json()), QStringLiteral("file-unreadable"));
    QVERIFY2(json.err.contains("none of the files could be read"), json.told());

    const CliResult text = cli.run(arguments);
    QVERIFY2(text.exitCode == 3, text.told());
    QVERIFY2(text.out.contains(file.section(QLatin1Char('/'), -1).toUtf8()), text.told());
}

void TestCliUpload::fileThatChangesIsNoSuccess_data()
{
    QTest::addColumn<qint64>("newSize");
    QTest::newRow("shrinks") << 10 * MiB;
    QTest::newRow("grows") << 65 * MiB;
}

void TestCliUpload::fileThatChangesIsNoSuccess()
{
    QFETCH(const qint64, newSize);
    const QString id = QStringLiteral("changes-%1").arg(newSize);
    const QString file = m_files.makeFile(id, 64 * MiB, 3);
    const QString path = QStringLiteral("/slow?rate=16777216&seed=3&id=") + id;
    Cli cli;
    cli.start({QStringLiteral("upload"), QStringLiteral("--to"), m_server.url(path).toString(), file,
               QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY(comesTrue([&] { return m_server.stats(id).received > MiB; }));
    QVERIFY(QFile::resize(file, newSize));
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 1, result.told());
    QCOMPARE(errorKind(firstUpload(result.json())), QStringLiteral("file-changed"));
    const UploadStats stats = m_server.stats(id);
    QCOMPARE(stats.requests, 1);
    QCOMPARE(stats.firstForeign, -1);
    QVERIFY(stats.fileBytes <= 64 * MiB);
}

void TestCliUpload::oneBadFileDisturbsNothing()
{
    const QString good = m_files.makeFile(QStringLiteral("good.bin"), 100);
    const QString other = m_files.makeFile(QStringLiteral("other.bin"), 0);
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), good,
                                      m_files.path(QStringLiteral("none.bin")), other});
    QVERIFY2(result.exitCode == 1, result.told());
    QCOMPARE(m_server.stats(QStringLiteral("good.bin")).complete, 1);
    QCOMPARE(m_server.stats(QStringLiteral("other.bin")).complete, 1);
    QVERIFY2(result.out.contains("none.bin"), result.told());
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

void TestCliUpload::secondSignalEndsAtOnce()
{
    const QString json = m_files.path(QStringLiteral("at-once.json"));
    Cli cli;
    cli.start({QStringLiteral("upload"), QStringLiteral("--to"), url("/never?id=at-once"),
               m_files.makeFile(QStringLiteral("at-once.bin"), 10), QStringLiteral("--json"), json});
    QVERIFY(comesTrue([this] { return m_server.stats(QStringLiteral("at-once")).requests == 1; }));
    // While it is stopped, both signals come before it can act on the first.
    cli.send(SIGSTOP);
    cli.send(SIGINT);
    cli.send(SIGTERM);
    cli.send(SIGCONT);
    QCOMPARE(cli.finish().exitCode, 130);
    QVERIFY(!QFile::exists(json));
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
    QVERIFY2(result.err.contains("/no/such/folder/run.json"), result.told());
    QVERIFY2(result.out.contains("1 file"), "the result is still told");
}

void TestCliUpload::hugeFileTakesNoMemory()
{
    Cli cli;
    const auto upload = [&](qint64 size, const char *sha256) {
        const QString file = m_files.makeSparse(QStringLiteral("zeros-%1").arg(size), size);
        const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), file,
                                          QStringLiteral("--json"), QStringLiteral("-")});
        if (result.exitCode != 0 || !result.out.contains(sha256))
            QTest::qFail(result.told(), __FILE__, __LINE__);
        return result.peakMemory;
    };
    const qint64 small = upload(MiB, "30e14955ebf1352266dc2ff8067e68104607e750abb9d3b36582b8af909fcb58");
    const qint64 huge
        = upload(2048 * MiB, "a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51");
    QVERIFY(small > 0 && huge > 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(huge <= 40 * MiB, qPrintable(QStringLiteral("%1 bytes").arg(huge)));
    const qint64 mayGrow = 2 * MiB;
#else
    const qint64 mayGrow = 256 * MiB; // Sanitizers hold that much of what was freed back.
#endif
    QVERIFY2(huge <= small + mayGrow, qPrintable(QStringLiteral("%1 after %2 bytes").arg(huge).arg(small)));
}

QTEST_GUILESS_MAIN(TestCliUpload)
#include "tst_cli_upload.moc"
