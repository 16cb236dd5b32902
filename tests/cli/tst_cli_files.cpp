// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace support;

namespace {
constexpr qint64 MiB = 1024 * 1024;

QJsonObject firstUpload(const QJsonObject &run)
{
    return run[QStringLiteral("uploads")][0].toObject();
}

QString errorKind(const QJsonObject &holder)
{
    return holder[QStringLiteral("error")][QStringLiteral("kind")].toString();
}
} // namespace

/// `tidemark-cli upload` and what files can be: odd names, folders, unreadable, changing, huge.
class TestCliFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void foldersAreWalked();
    void placesAreTold();
    void linksAndHiddenFilesByChoice();
    void oddNamesArrive_data();
    void oddNamesArrive();
    void invalidUtf8NameArrives();
    void badFilesAreNamed_data();
    void badFilesAreNamed();
    void fileThatChangesIsNoSuccess_data();
    void fileThatChangesIsNoSuccess();
    void oneBadFileDisturbsNothing();
    void namedTwiceIsUploadedOnce();
    void passedOverIsTold();
    void whatItWritesIsNoUpload();
    void resultSparesTheFiles_data();
    void resultSparesTheFiles();
    void resultsAreFilesOfTheirOwn_data();
    void resultsAreFilesOfTheirOwn();
    void devicesTakeAnyNumberOfResults();
    void summaryThatCannotBeWrittenIsNoSuccess_data();
    void summaryThatCannotBeWrittenIsNoSuccess();
    void fullDiskKeepsTheOldResult_data();
    void fullDiskKeepsTheOldResult();
    void hugeFileTakesNoMemory();

private:
    [[nodiscard]] QString url(const char *path) const
    {
        return m_server.url(QLatin1StringView(path)).toString();
    }

    TestFiles m_files;
    FaultyServer m_server;
};

void TestCliFiles::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

void TestCliFiles::foldersAreWalked()
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

void TestCliFiles::placesAreTold()
{
    m_files.makeFile(QStringLiteral("photos/2024/a.bin"), 10);
    Cli cli;
    cli.setFolder(m_files.folder());
    const auto receipt = [&](const QStringList &options) {
        const CliResult result
            = cli.run(QStringList{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                                  QStringLiteral("photos/"), QStringLiteral("--json"), QStringLiteral("-")}
                      + options);
        return firstUpload(result.json())[QStringLiteral("serverMessage")].toString();
    };
    const QString plain = receipt({});
    QVERIFY2(plain.contains(QStringLiteral("filename=\\\"a.bin\\\"")), qPrintable(plain));
    QVERIFY2(plain.contains(QStringLiteral("\"fields\":{}")), qPrintable(plain));
    const QString named = receipt({QStringLiteral("--relative-path"), QStringLiteral("name")});
    QVERIFY2(named.contains(QStringLiteral("filename=\\\"photos/2024/a.bin\\\"")), qPrintable(named));
    const QString inField = receipt({QStringLiteral("--relative-path"), QStringLiteral("field:where")});
    QVERIFY2(inField.contains(QStringLiteral("\"where\":\"photos/2024/a.bin\"")), qPrintable(inField));
}

void TestCliFiles::linksAndHiddenFilesByChoice()
{
    m_files.makeFile(QStringLiteral("mixed/a.bin"), 1);
    m_files.makeFile(QStringLiteral("mixed/.b.bin"), 10);
    m_files.makeFile(QStringLiteral("elsewhere/c.bin"), 100);
    m_files.makeLink(QStringLiteral("mixed/to-elsewhere"), m_files.path(QStringLiteral("elsewhere")));
    m_files.makeLink(QStringLiteral("mixed/to-itself"), m_files.path(QStringLiteral("mixed")));
    Cli cli;
    const auto bytes = [&](const QStringList &options) {
        const CliResult result = cli.run(QStringList{QStringLiteral("upload"), QStringLiteral("--to"),
                                                     url("/ok"), m_files.path(QStringLiteral("mixed")),
                                                     QStringLiteral("--json"), QStringLiteral("-")}
                                         + options);
        return result.json()[QStringLiteral("totals")][QStringLiteral("bytes")].toInteger();
    };
    QCOMPARE(bytes({}), 11);
    QCOMPARE(bytes({QStringLiteral("--no-hidden")}), 1);
    QCOMPARE(bytes({QStringLiteral("--follow-links")}), 111);
    QCOMPARE(bytes({QStringLiteral("--follow-links"), QStringLiteral("--no-hidden")}), 101);
}

void TestCliFiles::oddNamesArrive_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << QStringLiteral("a \"quoted\" 'name'; x=1.bin");
    QTest::newRow("line breaks") << QStringLiteral("two\r\nX-Evil: 1\r\n\r\nlines.bin");
    QTest::newRow("emoji") << QStringLiteral("🌊 Pegel – наводнение.bin");
    QTest::newRow("percent and backslash") << QStringLiteral("100%22 \\ back.bin");
    QTest::newRow("looks like an option") << QStringLiteral("--json");
    QTest::newRow("looks like a list") << QStringLiteral("[2024]");
}

void TestCliFiles::oddNamesArrive()
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

    cli.setFolder(m_files.path(QStringLiteral("odd")));
    QStringList arguments{QStringLiteral("upload"), name,
                          QStringLiteral("--to"),   url("/pattern?seed=0"),
                          QStringLiteral("--json"), QStringLiteral("-")};
    if (name.startsWith(QLatin1Char('-')))
        arguments[1].prepend(QStringLiteral("./")); // as everyone writes it
    const CliResult relative = cli.run(arguments);
    QVERIFY2(relative.exitCode == 0, relative.told());
    QCOMPARE(firstUpload(relative.json())[QStringLiteral("bytes")].toInteger(), 1000);
    QFile::remove(file);
}

void TestCliFiles::invalidUtf8NameArrives()
{
    // The shell hands over the bytes, and removes what they name; Qt could do neither.
    const QString folder = m_files.makeFolder(QStringLiteral("latin1"));
    Cli cli;
    cli.start(
        {QStringLiteral("-c"),
         QStringLiteral("name=\"$1/caf$(printf '\\351').bin\"; printf content >\"$name\" && \"$0\" upload "
                        "--to \"$2\" --json - \"$name\"; code=$?; rm \"$name\"; exit $code"),
         Cli::program(), folder, url("/ok?id=latin1")},
        QStringLiteral("/bin/sh"));
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(firstUpload(result.json())[QStringLiteral("bytes")].toInteger(), 7);
    QCOMPARE(m_server.stats(QStringLiteral("latin1")).fileBytes, 7);
}

void TestCliFiles::badFilesAreNamed_data()
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

void TestCliFiles::badFilesAreNamed()
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

void TestCliFiles::fileThatChangesIsNoSuccess_data()
{
    QTest::addColumn<qint64>("newSize");
    QTest::newRow("shrinks") << 10 * MiB;
    QTest::newRow("grows") << 65 * MiB;
}

void TestCliFiles::fileThatChangesIsNoSuccess()
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

void TestCliFiles::oneBadFileDisturbsNothing()
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

void TestCliFiles::namedTwiceIsUploadedOnce()
{
    const QString file = m_files.makeFile(QStringLiteral("twice/sub/twice.bin"), 10);
    const QString folder = m_files.path(QStringLiteral("twice"));
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), folder, file,
                   folder + QStringLiteral("/sub"), folder, QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(m_server.stats(QStringLiteral("twice.bin")).requests, 1);
    QCOMPARE(result.json()[QStringLiteral("totals")][QStringLiteral("files")].toInt(), 1);
    QVERIFY2(result.err.contains("3 files named more than once"), result.told());
}

void TestCliFiles::passedOverIsTold()
{
    m_files.makeFile(QStringLiteral("links/a.bin"), 10);
    const QString folder = m_files.path(QStringLiteral("links"));
    for (const char *link : {"/one", "/two"})
        QVERIFY(QFile::link(QStringLiteral("a.bin"), folder + QLatin1StringView(link)));
    QCOMPARE(::mkfifo(QFile::encodeName(folder + QStringLiteral("/fifo")).constData(), 0600), 0);
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), folder});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.err.contains("2 symbolic links in folders")
                 && result.err.contains("1 in folders that are no files"),
             result.told());
    QCOMPARE(result.err.count('\n'), 1);
}

void TestCliFiles::whatItWritesIsNoUpload()
{
    m_files.makeFile(QStringLiteral("kept/only.bin"), 10);
    const QString folder = m_files.path(QStringLiteral("kept"));
    const QStringList command{QStringLiteral("upload"),
                              QStringLiteral("--to"),
                              url("/ok"),
                              folder,
                              QStringLiteral("--json"),
                              folder + QStringLiteral("/result.json"),
                              QStringLiteral("--report"),
                              folder + QStringLiteral("/../kept/result.html"),
                              QStringLiteral("--junit"),
                              folder + QStringLiteral("/result.xml"),
                              QStringLiteral("--archive"),
                              folder + QStringLiteral("/queue.sqlite")};
    for (int run = 1; run <= 2; ++run) { // the second one finds what the first one wrote
        Cli cli;
        const CliResult result = cli.run(command);
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(jsonFile(folder
                          + QStringLiteral("/result.json"))[QStringLiteral("totals")][QStringLiteral("files")]
                     .toInt(),
                 1);
        QVERIFY2(result.err.contains("in folders that this run writes itself"), result.told());
    }
    QCOMPARE(m_server.stats(QStringLiteral("only.bin")).requests, 2);
    for (const char *own : {"result.json", "result.html", "result.xml", "queue.sqlite", "queue.sqlite-wal"})
        QCOMPARE(m_server.stats(QLatin1StringView(own)).requests, 0);
}

void TestCliFiles::resultSparesTheFiles_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("name");
    QTest::newRow("JSON") << QStringLiteral("--json") << QStringLiteral("input.json");
    QTest::newRow("report") << QStringLiteral("--report") << QStringLiteral("input.html");
    QTest::newRow("by another name") << QStringLiteral("--json") << QStringLiteral("link.json");
    QTest::newRow("after another mistake")
        << QStringLiteral("--json=%1 --retry=1000") << QStringLiteral("input.txt");
}

void TestCliFiles::resultSparesTheFiles()
{
    QFETCH(QString, option);
    QFETCH(QString, name);
    const bool isLink = name.startsWith(QLatin1String("link"));
    const QString file = m_files.makeText(isLink ? QStringLiteral("input.txt") : name, "mine");
    if (isLink)
        QVERIFY(QFile::link(file, m_files.path(name)));
    Cli cli;
    const QStringList options = option.contains(QLatin1Char('%'))
        ? option.arg(m_files.path(name)).split(QLatin1Char(' '))
        : QStringList{option, m_files.path(name)};
    const CliResult result
        = cli.run(QStringList{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), file} + options);
    QVERIFY2(result.exitCode == 2, result.told());
    QVERIFY2(result.err.contains(options.last().section(QLatin1Char('='), 0, 0).toUtf8()), result.told());
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
    QCOMPARE(m_server.stats(file.section(QLatin1Char('/'), -1)).requests, 0);
}

void TestCliFiles::resultsAreFilesOfTheirOwn_data()
{
    QTest::addColumn<QString>("options");
    const auto row
        = [](const char *name, const char *options) { QTest::newRow(name) << QString::fromLatin1(options); };
    row("archive and JSON", "--archive %1/x.sqlite --json %1/x.sqlite");
    row("archive and JUnit", "--archive %1/x.sqlite --junit %1/x.sqlite");
    row("what lies beside the archive", "--archive %1/x.sqlite --json %1/x.sqlite-wal");
    row("history and JSON", "--history %1/x.sqlite --json %1/x.sqlite");
    row("history and archive", "--history %1/x.sqlite --archive %1/x.sqlite");
    row("what lies beside the history", "--history %1/x.sqlite --json %1/x.sqlite-wal");
    row("JSON and report", "--json %1/x.json --report %1/x.json");
    row("JSON and JUnit", "--json %1/x.json --junit %1/x.json");
    row("by another way", "--json %1/x.json --junit %1/../own/x.json");
    row("by a link to the folder", "--json %1/x.json --junit %1/link/x.json");
    row("by a link to nothing yet", "--json %1/x.json --junit %1/dangling");
    row("by another name of a file", "--json %1/one --junit %1/other");
    row("after another mistake", "--archive %1/x.sqlite --json %1/x.sqlite --retry 1000");
}

void TestCliFiles::resultsAreFilesOfTheirOwn()
{
    QFETCH(const QString, options);
    const TestFiles files;
    QDir folder(files.folder());
    QVERIFY(folder.mkdir(QStringLiteral("own")) && folder.cd(QStringLiteral("own")));
    QVERIFY(QFile::link(folder.path(), folder.filePath(QStringLiteral("link"))));
    QVERIFY(
        QFile::link(folder.filePath(QStringLiteral("x.json")), folder.filePath(QStringLiteral("dangling"))));
    QFile one(folder.filePath(QStringLiteral("one")));
    QVERIFY(one.open(QIODevice::WriteOnly) && one.write("mine") == 4);
    one.close();
    QCOMPARE(::link(one.fileName().toUtf8().constData(),
                    folder.filePath(QStringLiteral("other")).toUtf8().constData()),
             0);
    const auto content
        = [&] { return folder.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot); };
    const QStringList before = content();
    Cli cli;
    const CliResult result = cli.run(QStringList{QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"),
                                                 m_files.makeFile(QStringLiteral("apart.bin"), 10)}
                                     + options.arg(folder.path()).split(u' '));
    QVERIFY2(result.exitCode == 2, result.told());
    QVERIFY2(result.err.contains("give each a file of its own"), result.told());
    QCOMPARE(content(), before);
    QCOMPARE(TestFiles::content(one.fileName()), QByteArray("mine"));
    QCOMPARE(m_server.stats(QStringLiteral("apart.bin")).requests, 0);
}

void TestCliFiles::devicesTakeAnyNumberOfResults()
{
    Cli cli;
    const CliResult result = cli.run(
        {QStringLiteral("upload"), QStringLiteral("--to"), url("/ok"), QStringLiteral("--no-archive"),
         m_files.makeFile(QStringLiteral("null.bin"), 10), QStringLiteral("--json"),
         QStringLiteral("/dev/null"), QStringLiteral("--junit"), QStringLiteral("/dev/null")});
    QVERIFY2(!result.err.contains("one file"), result.told());
}

void TestCliFiles::summaryThatCannotBeWrittenIsNoSuccess_data()
{
    QTest::addColumn<QString>("redirection");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no room") << QStringLiteral(">/dev/full") << 3;
    QTest::newRow("nobody reads it") << QStringLiteral("| true") << 0;
    QTest::newRow("thrown away") << QStringLiteral(">/dev/null") << 0;
}

void TestCliFiles::summaryThatCannotBeWrittenIsNoSuccess()
{
    QFETCH(const QString, redirection);
    QFETCH(const int, exitCode);
    const QString file = m_files.makeFile(QStringLiteral("summary.bin"), 10);
    Cli cli;
    const QString command = QStringLiteral("{ \"$0\" \"$@\"; echo \"ended with $?\" >&2; } ");
    cli.start({QStringLiteral("-c"), command + redirection, Cli::program(), QStringLiteral("upload"),
               QStringLiteral("--no-archive"), QStringLiteral("--to"),
               m_server.url(QStringLiteral("/ok")).toString(), file},
              QStringLiteral("/bin/sh"));
    const CliResult result = cli.finish();
    QVERIFY2(result.err.contains(QByteArray("ended with " + QByteArray::number(exitCode))), result.told());
    QCOMPARE(result.err.contains("cannot write to standard output: "), exitCode == 3);
}

void TestCliFiles::fullDiskKeepsTheOldResult_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("name");
    QTest::newRow("JSON") << QStringLiteral("--json") << QStringLiteral("result.json");
    QTest::newRow("report") << QStringLiteral("--report") << QStringLiteral("result.html");
}

void TestCliFiles::fullDiskKeepsTheOldResult()
{
    QFETCH(QString, option);
    QFETCH(QString, name);
    const QString result = m_files.makeText(name, "the last one");
    Cli cli;
    cli.setRoom(100);
    const CliResult told
        = cli.run({QStringLiteral("upload"), QStringLiteral("--no-archive"), QStringLiteral("--to"),
                   url("/ok"), option, result, m_files.makeFile(QStringLiteral("full.bin"), 10)});
    QVERIFY2(told.exitCode == 3, told.told());
    QVERIFY2(told.err.contains((name + QStringLiteral(" cannot be written: ")).toUtf8()), told.told());
    QFile kept(result);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("the last one"));
}

void TestCliFiles::hugeFileTakesNoMemory()
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
#ifndef TIDEMARK_SANITIZED
    QVERIFY2(huge <= 40 * MiB, qPrintable(QStringLiteral("%1 bytes").arg(huge)));
    const qint64 mayGrow = 2 * MiB;
#else
    const qint64 mayGrow = 256 * MiB; // Sanitizers hold that much of what was freed back.
#endif
    QVERIFY2(huge <= small + mayGrow, qPrintable(QStringLiteral("%1 after %2 bytes").arg(huge).arg(small)));
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_cli_files.moc"
