// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace support;

namespace {

QStringList statesOf(const QJsonObject &run)
{
    QStringList states;
    const QJsonArray uploads = run[QStringLiteral("uploads")].toArray();
    for (const QJsonValue &upload : uploads)
        states << upload[QStringLiteral("state")].toString();
    return states;
}

} // namespace

/// `tidemark-cli upload` with its archive: what --resume goes on with, and what is said when it cannot.
class TestCliResume final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultyServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_files = std::make_unique<TestFiles>();
    }

    void sameCommandAgainSendsNothing();
    void anotherSpellingSendsNothing();
    void changedAndNewFilesAreSent();
    void replacedFilesAreSent_data();
    void replacedFilesAreSent();
    void interruptedRunGoesOnWithoutNames();
    void failedOnesAreSentAgain();
    void withoutResumeEverythingIsSent();
    void everyServerHasItsOwn();
    void everyQueryHasItsOwn();
    void everyFormHasItsOwn();
    void sameAddressIsToldApart();
    void anotherUploadKeepsTheInterruptedOne();
    void forgetsOnlyWhenAsked();
    void fullDiskSendsNothingTwice();
    void nothingIsSentThatCannotBeKept();
    void damagedWalIsSetAside();
    void nothingToResume();
    void archiveInUse();
    void emptiedArchiveIsTold();
    void damagedArchiveIsSetAside();
    void newerArchiveIsRefused();
    void noArchiveLeavesNothing();
    void noSecretIsWritten();

private:
    [[nodiscard]] QStringList upload(const QStringList &more, const char *path = "/ok") const
    {
        return QStringList{QStringLiteral("upload"),
                           QStringLiteral("--to"),
                           m_server->url(QLatin1StringView(path)).toString(),
                           QStringLiteral("--archive"),
                           archive(),
                           QStringLiteral("--json"),
                           QStringLiteral("-")}
        + more;
    }
    [[nodiscard]] QString archive() const { return m_files->path(QStringLiteral("archive.sqlite")); }
    [[nodiscard]] int requests(const QByteArray &name) const
    {
        return m_server->stats(QString::fromLatin1(name)).requests;
    }

    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TestFiles> m_files;
};

void TestCliResume::sameCommandAgainSendsNothing()
{
    const QStringList command
        = upload({QStringLiteral("--resume"), m_files->makeFile(QStringLiteral("f/a.bin"), 1'000),
                  m_files->makeFile(QStringLiteral("f/b.bin"), 2'000)});
    Cli cli;
    for (int i = 0; i < 3; ++i) {
        const CliResult result = cli.run(command);
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(statesOf(result.json()), (QStringList{QStringLiteral("done"), QStringLiteral("done")}));
        QCOMPARE(result.json()[QStringLiteral("totals")][QStringLiteral("ok")].toInt(), 2);
    }
    QCOMPARE(requests("a.bin"), 1);
    QCOMPARE(requests("b.bin"), 1);
}

void TestCliResume::anotherSpellingSendsNothing()
{
    m_files->makeFile(QStringLiteral("x/a.bin"), 1'000);
    const QString folder = m_files->path(QStringLiteral("x"));
    Cli cli;
    cli.setFolder(folder);
    CliResult result = cli.run(
        upload({QStringLiteral("a.bin"), QStringLiteral("../x/a.bin"), folder + QStringLiteral("//a.bin")}));
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(statesOf(result.json()), QStringList{QStringLiteral("done")});
    for (const QString &spelt : {QStringLiteral("a.bin"), QStringLiteral("./a.bin"), QStringLiteral("a.bin/"),
                                 QStringLiteral("."), QStringLiteral("../x"), QStringLiteral("../x/"), folder,
                                 QString(folder + QStringLiteral("/./a.bin"))}) {
        result = cli.run(upload({QStringLiteral("--resume"), spelt}));
        QVERIFY2(result.exitCode == 0, result.told());
        QVERIFY2(requests("a.bin") == 1, qPrintable(spelt));
    }
}

void TestCliResume::changedAndNewFilesAreSent()
{
    m_files->makeFile(QStringLiteral("f/a.bin"), 1'000);
    m_files->makeFile(QStringLiteral("f/b.bin"), 1'000);
    const QStringList command = upload({QStringLiteral("--resume"), m_files->path(QStringLiteral("f"))});
    Cli cli;
    QCOMPARE(cli.run(command).exitCode, 0);
    m_files->makeFile(QStringLiteral("f/b.bin"), 1'000, 9); // the same size, later
    m_files->makeFile(QStringLiteral("f/c.bin"), 1'000);
    const CliResult result = cli.run(command);
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(requests("a.bin"), 1);
    QCOMPARE(requests("b.bin"), 2);
    QCOMPARE(requests("c.bin"), 1);
}

void TestCliResume::replacedFilesAreSent_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("requests");
    QTest::newRow("an older one moved there") << QStringLiteral("touch -d 2001-01-01 new; mv new a.bin") << 2;
    QTest::newRow("one of the same time moved there")
        << QStringLiteral("touch -r a.bin new; mv new a.bin") << 2;
    QTest::newRow("an older one copied there")
        << QStringLiteral("touch -d 2001-01-01 new; cp -p new a.bin") << 2;
    QTest::newRow("nothing but another mode, link and time of access")
        << QStringLiteral("chmod 600 a.bin; ln a.bin link; touch -a -d 2001-01-01 a.bin") << 1;
}

void TestCliResume::replacedFilesAreSent()
{
    QFETCH(const QString, how);
    QFETCH(const int, requests);
    const QStringList command
        = upload({QStringLiteral("--resume"), m_files->makeFile(QStringLiteral("f/a.bin"), 1'000)});
    m_files->makeFile(QStringLiteral("f/new"), 1'000, 9);
    Cli cli;
    QCOMPARE(cli.run(command).exitCode, 0);
    QProcess shell;
    shell.setWorkingDirectory(m_files->path(QStringLiteral("f")));
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), how});
    QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
    const CliResult result = cli.run(command);
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(this->requests("a.bin"), requests);
}

void TestCliResume::interruptedRunGoesOnWithoutNames()
{
    QStringList files;
    for (int i = 0; i < 30; ++i)
        files << m_files->makeFile(QStringLiteral("f/%1.bin").arg(i), 1'000);
    Cli cli;
    cli.start(upload(files, "/delay?ms=200"));
    QVERIFY(comesTrue([this] { return m_server->stats().requests > 12; }));
    cli.send(SIGINT);
    const CliResult first = cli.finish();
    QCOMPARE(first.exitCode, 130);
    const QStringList before = statesOf(first.json());
    QVERIFY2(before.contains(QStringLiteral("cancelled")) && before.contains(QStringLiteral("done")),
             first.told());

    const CliResult second = cli.run(upload({QStringLiteral("--resume")}, "/delay?ms=200"));
    QVERIFY2(second.exitCode == 0, second.told());
    const QJsonObject run = second.json();
    QCOMPARE(statesOf(run), QStringList(30, QStringLiteral("done")));
    for (int i = 0; i < 30; ++i) {
        if (before[i] == QLatin1StringView("done"))
            QCOMPARE(m_server->stats(QStringLiteral("%1.bin").arg(i)).requests, 1);
    }
}

void TestCliResume::failedOnesAreSentAgain()
{
    const QStringList more{QStringLiteral("--resume"), QStringLiteral("--retry"), QStringLiteral("0"),
                           m_files->makeFile(QStringLiteral("a.bin"), 10)};
    Cli cli;
    const CliResult first = cli.run(upload(more, "/flaky?times=1&code=500&id=x"));
    QVERIFY2(first.exitCode == 1, first.told());
    const CliResult second = cli.run(upload(more, "/flaky?times=1&code=500&id=x"));
    QVERIFY2(second.exitCode == 0, second.told());
    QCOMPARE(second.json()[QStringLiteral("uploads")][0][QStringLiteral("attempts")].toInt(), 2);
}

void TestCliResume::withoutResumeEverythingIsSent()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    Cli cli;
    for (int i = 1; i <= 2; ++i) {
        const CliResult result = cli.run(upload({file}));
        QVERIFY2(result.exitCode == 0 && result.err.isEmpty(), result.told());
        QCOMPARE(requests("a.bin"), i);
    }
}

void TestCliResume::everyServerHasItsOwn()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    const QString other = m_files->makeFile(QStringLiteral("b.bin"), 10);
    Cli cli;
    for (int i = 0; i < 2; ++i) { // two scripts, each with a server of its own, share an archive
        QCOMPARE(cli.run(upload({QStringLiteral("--resume"), file})).exitCode, 0);
        QCOMPARE(cli.run(upload({QStringLiteral("--resume"), other}, "/pattern")).exitCode, 0);
    }
    QCOMPARE(requests("a.bin"), 1);
    QCOMPARE(requests("b.bin"), 1);
}

void TestCliResume::everyQueryHasItsOwn()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    const QStringList resume{QStringLiteral("--resume"), file};
    Cli cli;
    QCOMPARE(cli.run(upload({file}, "/delay?header=X-Album:one&token-ms=1")).exitCode, 0);
    for (int i = 0; i < 2; ++i) { // of each once
        const CliResult other = cli.run(upload(resume, "/delay?header=X-Album:two&token-ms=1"));
        QVERIFY2(other.exitCode == 0, other.told());
        QCOMPARE(requests("a.bin"), 2);
        QCOMPARE(cli.run(upload(resume, "/delay?header=X-Album:one&token-ms=2")).exitCode,
                 0); // to the same place
        QCOMPARE(requests("a.bin"), 2);
    }
    for (const char *part : {"", "-wal"}) {
        QFile kept(archive() + QLatin1StringView(part));
        if (kept.open(QIODevice::ReadOnly)) {
            const QByteArray content = kept.readAll();
            QVERIFY(!content.contains("X-Album") && !content.contains("token-ms"));
        }
    }
}

void TestCliResume::everyFormHasItsOwn()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    const QList<QStringList> destinations{{},
                                          {QStringLiteral("--form"), QStringLiteral("album=one")},
                                          {QStringLiteral("--form"), QStringLiteral("album=two")},
                                          {QStringLiteral("--field"), QStringLiteral("picture")}};
    Cli cli;
    for (int i = 0; i < 2; ++i) {
        for (const QStringList &options : destinations) {
            const CliResult result = cli.run(upload(options + QStringList{QStringLiteral("--resume"), file}));
            QVERIFY2(result.exitCode == 0, result.told());
        }
    }
    QCOMPARE(requests("a.bin"), static_cast<int>(destinations.size()));
}

void TestCliResume::sameAddressIsToldApart()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    const QStringList once{QStringLiteral("--retry"), QStringLiteral("0")};
    Cli cli;
    QCOMPARE(cli.run(upload(once + QStringList{file}, "/status?code=500&header=X-Album:one")).exitCode, 1);
    const CliResult none
        = cli.run(upload({QStringLiteral("--resume")}, "/status?code=200&header=X-Album:two"));
    QVERIFY2(none.exitCode == 3, none.told());
    QVERIFY2(none.err.contains("/status with another query, method or form (1 file)"), none.told());
    const CliResult other
        = cli.run(upload({QStringLiteral("--resume"), file}, "/status?code=200&header=X-Album:two"));
    QVERIFY2(other.exitCode == 0, other.told());
    QVERIFY2(other.err.contains("/status with another query, method or form is not done and stays"),
             other.told());
    const CliResult same = cli.run(upload(once + QStringList{file}, "/status?code=500&header=X-Album:one"));
    QVERIFY2(same.exitCode == 1 && !same.err.contains("another query"), same.told());
    const CliResult forgotten = cli.run(
        upload({QStringLiteral("--forget"), file}, "/status")); // without a query: all that went there
    QVERIFY2(forgotten.err.contains("2 files") && forgotten.err.contains("forgotten"), forgotten.told());
}

void TestCliResume::anotherUploadKeepsTheInterruptedOne()
{
    QStringList files;
    for (int i = 0; i < 20; ++i)
        files << m_files->makeFile(QStringLiteral("f/%1.bin").arg(i), 1'000);
    Cli cli;
    cli.start(upload(files, "/delay?ms=200"));
    QVERIFY(comesTrue([this] { return m_server->stats().requests > 8; }));
    cli.send(SIGKILL);
    cli.finish();

    const CliResult other = cli.run(upload({m_files->makeFile(QStringLiteral("other.bin"), 10)}));
    QVERIFY2(other.exitCode == 0, other.told());
    QCOMPARE(other.json()[QStringLiteral("totals")][QStringLiteral("files")].toInt(), 1);
    QVERIFY2(other.err.contains("/delay are not done and stay in the archive"), other.told());
    const CliResult elsewhere = cli.run(upload({QStringLiteral("--resume")}, "/pattern"));
    QVERIFY2(elsewhere.exitCode == 3, elsewhere.told());
    QVERIFY2(elsewhere.err.contains("/pattern; name files") && elsewhere.err.contains("/delay ("),
             elsewhere.told());

    const CliResult resumed = cli.run(upload({QStringLiteral("--resume")}, "/delay?ms=200"));
    QVERIFY2(resumed.exitCode == 0, resumed.told());
    QCOMPARE(statesOf(resumed.json()), QStringList(20, QStringLiteral("done")));
    QCOMPARE(requests("other.bin"), 1);
    const CliResult last = cli.run(upload({m_files->makeFile(QStringLiteral("last.bin"), 10)}));
    QVERIFY2(last.exitCode == 0 && last.err.isEmpty(), last.told());
}

void TestCliResume::forgetsOnlyWhenAsked()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    Cli cli;
    QCOMPARE(
        cli.run(upload({QStringLiteral("--retry"), QStringLiteral("0"), file}, "/status?code=500")).exitCode,
        1);
    const QString next = m_files->makeFile(QStringLiteral("b.bin"), 10);
    const CliResult kept = cli.run(upload({next}));
    QVERIFY2(kept.err.contains("1 file of earlier uploads to "), kept.told());
    const CliResult forgotten
        = cli.run(upload({QStringLiteral("--retry"), QStringLiteral("0"), QStringLiteral("--forget"), next},
                         "/status?code=500"));
    QVERIFY2(forgotten.err.contains("forgotten"), forgotten.told());
    const CliResult rest = cli.run(upload(
        {QStringLiteral("--retry"), QStringLiteral("0"), QStringLiteral("--resume")}, "/status?code=500"));
    QCOMPARE(rest.json()[QStringLiteral("totals")][QStringLiteral("files")].toInt(), 1);
    QCOMPARE(requests("a.bin"), 1);
    const CliResult both = cli.run(upload({QStringLiteral("--forget"), QStringLiteral("--resume")}));
    QVERIFY2(both.exitCode == 2, both.told());
}

void TestCliResume::fullDiskSendsNothingTwice()
{
    for (int i = 0; i < 400; ++i)
        m_files->makeFile(QStringLiteral("f/%1.bin").arg(i), 100);
    const QStringList command
        = upload({QStringLiteral("--resume"), m_files->path(QStringLiteral("f"))}, "/delay?ms=20");
    const auto sent = [this] {
        int requests = 0;
        for (int i = 0; i < 400; ++i)
            requests += this->requests(QByteArray::number(i) + ".bin");
        return requests;
    };
    Cli cli;
    cli.start(command);
    QVERIFY(comesTrue([&] { return m_server->stats().requests > 40; }));
    cli.setRoom(40'000); // less than the archive has already
    const CliResult full = cli.finish();
    QVERIFY2(full.exitCode == 3, full.told());
    QVERIFY2(full.err.contains("the archive cannot be written")
                 && full.err.contains("What was uploaded is noted"),
             full.told());
    QCOMPARE(full.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("write-failed"));
    QVERIFY2(sent() < 400, full.told());
    cli.setRoom(0);
    const CliResult rest = cli.run(command);
    QVERIFY2(rest.exitCode == 0, rest.told());
    QCOMPARE(sent(), 400);
}

void TestCliResume::nothingIsSentThatCannotBeKept()
{
    for (int i = 0; i < 2'000; ++i)
        m_files->makeFile(QStringLiteral("f/%1.bin").arg(i), 100);
    Cli cli;
    cli.setRoom(80'000); // for an archive, but not for so many files
    const CliResult full = cli.run(upload({m_files->path(QStringLiteral("f"))}));
    QVERIFY2(full.exitCode == 3, full.told());
    QVERIFY2(full.err.contains("2,000 files were not uploaded"), full.told());
    QVERIFY2(full.err.contains("of that it does not know 2,000 files: name them again"), full.told());
    QCOMPARE(requests("0.bin"), 0);
}

void TestCliResume::damagedWalIsSetAside()
{
    const QStringList command
        = upload({QStringLiteral("--resume"), m_files->makeFile(QStringLiteral("a.bin"), 10)},
                 "/delay?token-ms=60000");
    Cli cli;
    cli.start(command);
    QVERIFY(comesTrue([this] { return requests("a.bin") == 1; }));
    cli.send(SIGKILL);
    cli.finish();
    QFile wal(archive() + QStringLiteral("-wal"));
    QVERIFY(wal.open(QIODevice::ReadWrite) && wal.size() > 0 && wal.seek(8) && wal.write("XXXXXXXX") == 8);
    wal.close();
    const CliResult result = cli.run(upload({QStringLiteral("--resume")}, "/delay?token-ms=0"));
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("archive.sqlite.damaged-"), result.told());
    QCOMPARE(QDir(m_files->folder()).entryList({QStringLiteral("*.damaged-*-wal")}).size(), 1);
}

void TestCliResume::nothingToResume()
{
    Cli cli;
    const CliResult result = cli.run(upload({QStringLiteral("--resume")}));
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("holds no upload"), result.told());
    QCOMPARE(result.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("not-found"));
}

void TestCliResume::archiveInUse()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    Cli first;
    first.start(upload({file}, "/delay?token-ms=60000"));
    QVERIFY(comesTrue([this] { return requests("a.bin") == 1; }));
    Cli second;
    const CliResult named = second.run(upload({m_files->makeFile(QStringLiteral("b.bin"), 10)}));
    QVERIFY2(named.exitCode == 3, named.told());
    QVERIFY2(
        named.err.contains(QByteArray("another tidemark-cli (process " + QByteArray::number(first.pid()))),
        named.told());
    QCOMPARE(requests("b.bin"), 0);

    // Nobody asked for the default one: the upload matters more.
    Cli holder;
    holder.start({QStringLiteral("upload"), QStringLiteral("--to"),
                  m_server->url(QStringLiteral("/delay?ms=60000")).toString(),
                  m_files->makeFile(QStringLiteral("c.bin"), 10)});
    QVERIFY(comesTrue([this] { return requests("c.bin") == 1; }));
    Cli other;
    other.setEnvironment(QStringLiteral("XDG_DATA_HOME"), holder.home() + QStringLiteral("/data"));
    const CliResult unnamed = other.run({QStringLiteral("upload"), QStringLiteral("--to"),
                                         m_server->url(QStringLiteral("/ok")).toString(),
                                         m_files->makeFile(QStringLiteral("d.bin"), 10)});
    QVERIFY2(unnamed.exitCode == 0, unnamed.told());
    QVERIFY2(unnamed.err.contains("could not be resumed"), unnamed.told());
    QCOMPARE(requests("d.bin"), 1);
    for (Cli *cli : {&first, &holder}) {
        cli->send(SIGKILL);
        cli->finish();
    }
    // The lock dies with its owner, however that ends; and what was under way is sent again when asked for.
    const CliResult after = second.run(upload({QStringLiteral("--resume")}, "/delay?token-ms=0"));
    QVERIFY2(after.exitCode == 0, after.told());
    QCOMPARE(requests("a.bin"), 2);
}

void TestCliResume::emptiedArchiveIsTold()
{
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    Cli cli;
    CliResult result = cli.run(upload({file}));
    QVERIFY2(result.exitCode == 0 && !result.err.contains("empty file"), result.told());
    QVERIFY(QFile::resize(archive(), 0));
    result = cli.run(upload({QStringLiteral("--resume"), file}));
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.err.contains("archive.sqlite was an empty file"), result.told());
    result = cli.run(upload({QStringLiteral("--resume"), file}));
    QVERIFY2(result.exitCode == 0 && !result.err.contains("empty file"), result.told());
    QCOMPARE(requests("a.bin"), 2);
}

void TestCliResume::damagedArchiveIsSetAside()
{
    QFile broken(archive());
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no database") > 0);
    broken.close();
    Cli cli;
    const CliResult result = cli.run(upload({m_files->makeFile(QStringLiteral("a.bin"), 10)}));
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.err.contains("archive.sqlite.damaged-"), result.told());
    QCOMPARE(QDir(m_files->folder()).entryList({QStringLiteral("*.damaged-*")}).size(), 1);
}

void TestCliResume::newerArchiveIsRefused()
{
    Cli cli;
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    QCOMPARE(cli.run(upload({file})).exitCode, 0);
    QFile newer(archive()); // the version is at offset 60 (sqlite.org/fileformat2.html, 1.3)
    QVERIFY(newer.open(QIODevice::ReadWrite) && newer.seek(60) && newer.write("\x00\x00\x00\x63", 4) == 4);
    newer.close();
    const CliResult result = cli.run(upload({file}));
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(result.err.contains("version 99"), result.told());
    QCOMPARE(requests("a.bin"), 1);
}

void TestCliResume::noArchiveLeavesNothing()
{
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("upload"), QStringLiteral("--no-archive"), QStringLiteral("--no-history"),
                   QStringLiteral("--to"), m_server->url(QStringLiteral("/ok")).toString(),
                   m_files->makeFile(QStringLiteral("a.bin"), 10)});
    QVERIFY2(result.exitCode == 0, result.told());
    QDirIterator found(cli.home(), {QStringLiteral("*.sqlite*")}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(!found.hasNext());
}

void TestCliResume::noSecretIsWritten()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("hush-password"));
    const QString file = m_files->makeFile(QStringLiteral("a.bin"), 10);
    const CliResult result = cli.run(
        upload({QStringLiteral("--user"), QStringLiteral("me"), QStringLiteral("--header"),
                QStringLiteral("X-Api-Key: hush-header"), QStringLiteral("--form"),
                QStringLiteral("key=hush-field"), QStringLiteral("--retry"), QStringLiteral("0"), file},
               "/status?code=500&text=no"));
    QVERIFY2(result.exitCode == 1, result.told());
    int looked = 0;
    for (const QString &folder : {cli.home(), m_files->folder()}) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile written(files.next());
            QVERIFY(written.open(QIODevice::ReadOnly));
            QVERIFY2(!written.readAll().contains("hush"), qPrintable(written.fileName()));
            ++looked;
        }
    }
    QVERIFY(looked >= 3); // the archive, the history, the file itself
}

QTEST_GUILESS_MAIN(TestCliResume)
#include "tst_cli_resume.moc"
