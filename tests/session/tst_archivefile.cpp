// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivefile.h"
#include "core/session/archiverows.h"
#include "core/session/archiveschema.h"
#include "core/session/database.h"
#include "core/transfer/nativepath.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using base::ErrorKind;
using session::ArchivedRun;
using session::ArchiveFile;
using session::BegunLog;
using session::RunChanges;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

const QString command = QStringLiteral("session");

UploadRecord recordIn(quint64 id, UploadState state, int attempts = 0)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.path = QStringLiteral("/data/%1").arg(id);
    record.name = QString::number(id);
    record.bytes = 100;
    record.state = state;
    record.attempts = attempts;
    return record;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

/// Statements on the file as any program could make them; the first value of the last one.
QVariant sql(const QString &path, const QStringList &statements)
{
    QVariant value;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot open");
        for (const QString &statement : statements) {
            QSqlQuery query(db);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(statement));
            value = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return value;
}

} // namespace

/// The file: what it keeps, and what becomes of one that is damaged, newer, foreign, in use or full.
class TestArchiveFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("deep/er/archive.sqlite"));
    }

    void newFileIsSound();
    void othersHaveNoRights_data();
    void othersHaveNoRights();
    void keepsEveryField();
    void newestWinsAndRemovedIsGone();
    void eachCommandHasItsOwn();
    void whatIsNotDoneStays();
    void queuesOfOneServerBecomeOne();
    void fingerprintsKeepQueuesApart();
    void olderArchiveCountsAsPlain();
    void doneQueuesGoInTheEnd();
    void forgetsWhenAsked();
    void allOrNothing();
    void underWayBecomesInterrupted();
    void begunButUntoldBecomesInterrupted();
    void tornLogIsNotBelieved();
    void damagedIsSetAside_data();
    void damagedIsSetAside();
    void twiceDamagedIsKeptTwice();
    void foreignIsRefused_data();
    void foreignIsRefused();
    void newerIsLeftAlone();
    void lostWalIsNoticed_data();
    void lostWalIsNoticed();
    void answeredUnwrittenIsDone();
    void begunUnkeptIsInterrupted();
    void emptyFileIsTold();
    void folderThatCannotBe();
    void fullDisk();
    void migratesStepByStep();
    void keepsNoSecret();

private:
    /// Opens the file and writes these to a new run of it, then closes it.
    void keep(const QList<UploadRecord> &records) { keepFor({}, records); }
    void keepFor(const QString &server, const QList<UploadRecord> &records);
    [[nodiscard]] ArchivedRun kept();

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestArchiveFile::keepFor(const QString &server, const QList<UploadRecord> &records)
{
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
    const auto run = file.beginRun(command, 1'000, server);
    QVERIFY(run.ok());
    RunChanges changes;
    changes.uploads = records;
    QVERIFY(file.write(run->id, changes).ok());
}

ArchivedRun TestArchiveFile::kept()
{
    ArchiveFile file;
    const auto opened = file.open(m_path);
    if (!opened)
        qWarning("%s", qPrintable(opened.error().message));
    auto run = opened ? file.takeUp(command) : ArchivedRun();
    return run ? *run : ArchivedRun();
}

void TestArchiveFile::newFileIsSound()
{
    {
        ArchiveFile file;
        const auto opened = file.open(m_path);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(*opened, QString()); // nothing was set aside
        const auto run = file.takeUp(command);
        QVERIFY(run.ok());
        QCOMPARE(run->id, 0);
        QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA journal_mode")}).toString(), QStringLiteral("wal"));
    }
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA user_version")}).toLongLong(),
             static_cast<qint64>(session::schema::migrations().size()));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA application_id")}).toInt(), session::schema::applicationId);
    QVERIFY(!QFile::exists(m_path + QStringLiteral("-lock")));
}

void TestArchiveFile::othersHaveNoRights_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("new") << QByteArray();
    QTest::newRow("made by an older version") << QByteArray("archive");
    QTest::newRow("damaged") << QByteArray("no archive");
}

void TestArchiveFile::othersHaveNoRights()
{
    QFETCH(const QByteArray, before);
    const QString folder = QFileInfo(m_path).path();
    const auto others = [&] {
        QStringList open;
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files) {
            const bool isOpen = file.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
            if (isOpen && !file.fileName().endsWith(QLatin1StringView("-lock")))
                open << file.fileName();
        }
        return open;
    };
    if (!before.isEmpty()) {
        keep({recordIn(1, UploadState::Waiting)});
        if (before != "archive")
            put(m_path, before);
        put(m_path + QStringLiteral("-begun"), {});
        for (const char *part : {"", "-begun"})
            QVERIFY(QFile::setPermissions(m_path + QLatin1StringView(part),
                                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup
                                              | QFile::ReadOther));
        QCOMPARE(others().size(), 2);
    }
    const mode_t mask = ::umask(0);
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.beginRun(command, 1'000);
        QVERIFY(file.keepLog(run->id, {}).ok());
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Waiting)};
        QVERIFY(file.write(run->id, changes).ok());
        for (const char *part : {"", "-wal", "-shm", "-begun"})
            QVERIFY2(QFile::exists(m_path + QLatin1StringView(part)), part);
        QCOMPARE(others(), QStringList());
    }
    ::umask(mask);
    QCOMPARE(others(), QStringList());
}

void TestArchiveFile::keepsEveryField()
{
    using Microseconds = net::PhaseTimings::Microseconds;
    UploadRecord full;
    full.id = UploadId{7};
    full.path = transfer::fromNativePath("/data/\xff\xfe no text, \xc3\xa4 text"); // a name need not be UTF-8
    full.name = QStringLiteral("näme \U0001F30A.bin");
    full.key = QUuid::createUuid();
    full.sha256 = QByteArray("\x00\xff", 2) + QByteArray(30, 'x');
    full.bytes = 5'000'000'000;
    full.bytesSent = 4'000'000'000;
    full.bytesPerSecond = 123.5;
    full.state = UploadState::Failed;
    full.attempts = 3;
    full.httpStatus = 507;
    full.serverMessage = QStringLiteral("no “room”\nleft");
    full.error = {ErrorKind::HttpStatus, QStringLiteral("the server answered 507"), 507, full.serverMessage};
    full.timings = {Microseconds(1), Microseconds(2), Microseconds(3),
                    Microseconds(4), Microseconds(5), Microseconds(6)};
    full.relativePath = QStringLiteral("földer/näme.bin");
    full.server = QStringLiteral("https://h:8443");
    full.queuedAtMs = 1'700'000'000'000;
    full.startedAtMs = 1'700'000'000'001;
    full.finishedAtMs = 1'700'000'000'002;
    full.modifiedNs = 1'700'000'000'123'456'789;
    full.inode = 0xfedcba9876543210;
    UploadRecord empty;
    empty.id = UploadId{8};
    keep({full, empty, recordIn(9, UploadState::Paused)});
    const ArchivedRun run = kept();
    QCOMPARE(run.uploads.size(), 3);
    QCOMPARE(run.uploads[0], full);
    QCOMPARE(transfer::toNativePath(run.uploads[0].path), transfer::toNativePath(full.path));
    QCOMPARE(run.uploads[1], empty);
    QCOMPARE(run.uploads[2].state, UploadState::Paused);

    // What is there is changed, in another way than what is new is written.
    UploadRecord before;
    before.id = full.id;
    before.path = QStringLiteral("older versions kept relative ones");
    before.key = full.key;
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        RunChanges changes;
        changes.uploads = {before};
        QVERIFY(file.write(run.id, changes).ok());
        changes.uploads = {full};
        QVERIFY(file.write(run.id, changes).ok());
    }
    QCOMPARE(kept().uploads[0], full);
}

void TestArchiveFile::newestWinsAndRemovedIsGone()
{
    keep({recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Waiting)});
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.takeUp(command);
        RunChanges changes;
        changes.uploads = {recordIn(2, UploadState::Done, 1), recordIn(3, UploadState::Waiting)};
        changes.removed = {UploadId{1}, UploadId{77}};
        changes.server = QStringLiteral("http://host/upload");
        changes.isPaused = true;
        QVERIFY(file.write(run->id, changes).ok());
    }
    const ArchivedRun run = kept();
    QCOMPARE(run.uploads, (QList{recordIn(2, UploadState::Done, 1), recordIn(3, UploadState::Waiting)}));
    QCOMPARE(run.server, QStringLiteral("http://host/upload"));
    QVERIFY(run.isPaused);
}

void TestArchiveFile::eachCommandHasItsOwn()
{
    keep({recordIn(1, UploadState::Done)});
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto other = file.beginRun(QStringLiteral("upload"), 2'000);
        QVERIFY(other.ok());
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Waiting)};
        QVERIFY(file.write(other->id, changes).ok());
    }
    QCOMPARE(kept().uploads, QList{recordIn(1, UploadState::Done)});
}

void TestArchiveFile::whatIsNotDoneStays()
{
    keepFor(QStringLiteral("http://a/"),
            {recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Done),
             recordIn(3, UploadState::Sending), recordIn(4, UploadState::Paused),
             recordIn(5, UploadState::Cancelled)});
    keepFor(QStringLiteral("http://b/"), {recordIn(1, UploadState::Failed)});
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
    const auto run = file.beginRun(command, 2'000, QStringLiteral("http://c/"));
    QVERIFY(run.ok());
    QVERIFY(run->uploads.isEmpty());
    const auto unfinished = file.unfinished(command, run->id);
    QVERIFY(unfinished.ok());
    QCOMPARE(*unfinished,
             (QList<session::UnfinishedUploads>{{QStringLiteral("http://b/"), 1},
                                                {QStringLiteral("http://a/"), 4}}));
    const auto back = file.takeUp(command, QStringLiteral("http://a/"));
    QVERIFY(back.ok());
    QCOMPARE(back->uploads.size(), 5);
    QCOMPARE(file.unfinished(command, back->id)->size(), 1);
    QCOMPARE(file.takeUp(command, QStringLiteral("http://nowhere/"))->id, 0);
}

void TestArchiveFile::queuesOfOneServerBecomeOne()
{
    const QString server = QStringLiteral("http://a/");
    const auto at = [](quint64 id, const char *path, UploadState state) {
        UploadRecord record = recordIn(id, state);
        record.path = record.name = QLatin1StringView(path);
        return record;
    };
    keepFor(server,
            {at(1, "/old", UploadState::Waiting), at(2, "/both", UploadState::Waiting),
             at(40, "/sent", UploadState::Done)});
    keepFor(QStringLiteral("http://b/"), {at(1, "/both", UploadState::Waiting)});
    keepFor(server, {at(7, "/both", UploadState::Done), at(90, "/new", UploadState::Waiting)});
    for (int i = 0; i < 2; ++i) { // and so it stays
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.takeUp(command, server);
        QVERIFY(run.ok());
        QCOMPARE(run->uploads,
                 (QList{at(1, "/old", UploadState::Waiting), at(2, "/sent", UploadState::Done),
                        at(3, "/both", UploadState::Done), at(4, "/new", UploadState::Waiting)}));
        QCOMPARE(sql(m_path, {QStringLiteral("SELECT count(*) FROM runs")}).toInt(), 2);
        QCOMPARE(sql(m_path, {QStringLiteral("SELECT count(*) FROM uploads")}).toInt(), 5);
    }
}

void TestArchiveFile::fingerprintsKeepQueuesApart()
{
    const QString server = QStringLiteral("http://a/");
    for (const QByteArray &fingerprint : {QByteArray(), QByteArray("one"), QByteArray("two")}) {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.beginRun(command, 1'000, server, fingerprint);
        QVERIFY(run.ok());
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Done)};
        QVERIFY(file.write(run->id, changes).ok());
    }
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
    const auto one = file.takeUp(command, server, "one");
    QVERIFY(one.ok());
    QCOMPARE(one->fingerprint, "one");
    QCOMPARE(one->uploads.size(), 2);
    QCOMPARE(file.takeUp(command, server, "three")->id, 0);
    QCOMPARE(*file.unfinished(command, one->id), (QList{session::UnfinishedUploads{server, 2, true}}));
    RunChanges moved;
    moved.server = server;
    moved.fingerprint = "three";
    QVERIFY(file.write(one->id, moved).ok());
    QCOMPARE(file.takeUp(command, server, "three")->id, one->id);
    QCOMPARE(*file.forget(command, server, "two"), 1);
    QCOMPARE(file.takeUp(command, server, "two")->id, 0);
    QCOMPARE(*file.forget(command, server), 2); // whatever went there
    QCOMPARE(file.takeUp(command, server, "three")->id, 0);
}

void TestArchiveFile::olderArchiveCountsAsPlain()
{
    const QString server = QStringLiteral("http://a/");
    QDir().mkpath(QFileInfo(m_path).path());
    {
        session::Database db;
        QVERIFY(db.open(m_path).ok());
        QVERIFY(db.run("PRAGMA application_id = " + QByteArray::number(session::schema::applicationId)).ok());
        QVERIFY(session::schema::migrate(db, session::schema::migrations().first(2)).ok());
        QVERIFY(db.run("INSERT INTO runs VALUES (1, 'session', 'http://a/', 0, 5)").ok());
    }
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
    QCOMPARE(file.salt().size(), 16);
    QCOMPARE(file.takeUp(command, server)->id, 1);
    QCOMPARE(file.takeUp(command, server, "one")->id, 0);
}

void TestArchiveFile::doneQueuesGoInTheEnd()
{
    const qint64 day = 24 * 3600 * 1000LL;
    UploadRecord done = recordIn(1, UploadState::Done);
    done.finishedAtMs = 10 * day;
    const auto left = [this] { return sql(m_path, {QStringLiteral("SELECT count(*) FROM runs")}).toInt(); };
    const auto begin = [this](const char *server, qint64 nowMs) {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        QVERIFY(file.beginRun(command, nowMs, QLatin1StringView(server)).ok());
    };
    keepFor(QStringLiteral("http://a/"), {done});
    begin("http://b/", 39 * day); // whoever goes on with the other one sends nothing twice
    QCOMPARE(left(), 2);
    begin("http://b/", 39 * day); // of the same one nothing is to be known
    QCOMPARE(left(), 2);
    begin("http://b/", 41 * day);
    QCOMPARE(left(), 1);
}

void TestArchiveFile::forgetsWhenAsked()
{
    keepFor(QStringLiteral("http://a/"), {recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Done)});
    keepFor(QStringLiteral("http://b/"), {recordIn(1, UploadState::Waiting)});
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
    const auto forgotten = file.forget(command, QStringLiteral("http://a/"));
    QVERIFY(forgotten.ok());
    QCOMPARE(*forgotten, 1);
    QCOMPARE(sql(m_path, {QStringLiteral("SELECT count(*) FROM uploads")}).toInt(), 1);
}

void TestArchiveFile::allOrNothing()
{
    keep({recordIn(1, UploadState::Waiting)});
    // Whatever makes one row of a batch fail.
    sql(m_path,
        {QStringLiteral("CREATE TRIGGER no BEFORE INSERT ON uploads WHEN NEW.id = 3 BEGIN SELECT "
                        "RAISE(ABORT, 'no row 3'); END")});
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.takeUp(command);
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Done), recordIn(2, UploadState::Done),
                           recordIn(3, UploadState::Done)};
        const auto written = file.write(run->id, changes);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::WriteFailed);
        QVERIFY(written.error().message.contains(QStringLiteral("no row 3")));
        changes.uploads.removeLast();
        QVERIFY(file.write(run->id, changes).ok()); // and it can go on
    }
    QCOMPARE(kept().uploads, (QList{recordIn(1, UploadState::Done), recordIn(2, UploadState::Done)}));
}

void TestArchiveFile::underWayBecomesInterrupted()
{
    keep({recordIn(1, UploadState::Sending, 1), recordIn(2, UploadState::Answering, 2),
          recordIn(3, UploadState::Waiting), recordIn(4, UploadState::Done, 1)});
    const ArchivedRun run = kept();
    QVERIFY(run.uploads[0].isInterrupted());
    QVERIFY(run.uploads[1].isInterrupted());
    QVERIFY(!run.uploads[0].error.message.isEmpty());
    QCOMPARE(run.uploads[1].attempts, 2);
    QCOMPARE(run.uploads[2].state, UploadState::Waiting);
    QCOMPARE(run.uploads[3].state, UploadState::Done);
}

void TestArchiveFile::begunButUntoldBecomesInterrupted()
{
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.beginRun(command, 1'000);
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Waiting, 1),
                           recordIn(3, UploadState::Waiting), recordIn(4, UploadState::Done, 1),
                           recordIn(5, UploadState::Waiting)};
        QVERIFY(file.write(run->id, changes).ok());
        QVERIFY(file.keepLog(run->id, {}).ok());
        BegunLog &log = file.log();
        QVERIFY(log.begins(UploadId{5}, 1));
        log.forget(); // all of that is known
        QVERIFY(log.begins(UploadId{1}, 1)); // the archive does not know of it
        QVERIFY(log.begins(UploadId{2}, 1)); // it does: that attempt failed, and another one is to come
        QVERIFY(log.begins(UploadId{4}, 1)); // and that one ended
    }
    const ArchivedRun run = kept();
    QVERIFY(run.uploads[0].isInterrupted());
    QCOMPARE(run.uploads[0].attempts, 1);
    QCOMPARE(run.uploads[1].state, UploadState::Waiting);
    QCOMPARE(run.uploads[2].state, UploadState::Waiting);
    QCOMPARE(run.uploads[3].state, UploadState::Done);
    QCOMPARE(run.uploads[4].state, UploadState::Waiting);
}

void TestArchiveFile::tornLogIsNotBelieved()
{
    keep({recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Waiting)});
    const qint64 run = kept().id;
    const QString path = m_path + QStringLiteral("-begun");
    {
        BegunLog log;
        QVERIFY(log.open(path, run, 0, {}).ok());
        QVERIFY(log.begins(UploadId{1}, 1));
        QVERIFY(log.begins(UploadId{2}, 1));
    }
    QByteArray content = contentOf(path);
    QCOMPARE(content.size(), 72); // the number of commits, and these
    QCOMPARE(BegunLog::read(path).begun.size(), size_t(2));
    content[24 + 8] = 2; // another id, the check of the first
    put(path, content.left(64)); // and the second one torn
    QCOMPARE(BegunLog::read(path).begun.size(), size_t(0));
    const ArchivedRun back = kept();
    QCOMPARE(back.uploads[0].state, UploadState::Waiting);
    QCOMPARE(back.uploads[1].state, UploadState::Waiting);
}

void TestArchiveFile::damagedIsSetAside_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::newRow("its first bytes") << 0 << 64;
    QTest::newRow("its schema") << 100 << 1'000;
    QTest::newRow("its pages") << 4'096 << 20'000;
    QTest::newRow("all of it") << 0 << 1'000'000;
}

void TestArchiveFile::damagedIsSetAside()
{
    QFETCH(int, at);
    QFETCH(int, length);
    QList<UploadRecord> records;
    for (quint64 id = 1; id <= 500; ++id)
        records << recordIn(id, UploadState::Done);
    keep(records);
    QByteArray content = contentOf(m_path);
    QVERIFY(content.size() > 30'000);
    for (qsizetype i = at; i < std::min<qsizetype>(content.size(), at + length); ++i)
        content[i] = static_cast<char>(i * 37 + 11);
    put(m_path, content);

    ArchiveFile file;
    const auto opened = file.open(m_path);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
    QVERIFY2(opened->startsWith(m_path + QStringLiteral(".damaged-")), qPrintable(*opened));
    QCOMPARE(contentOf(*opened), content); // every byte of it
    const auto run = file.takeUp(command);
    QVERIFY(run.ok());
    QCOMPARE(run->id, 0); // a new one
    QVERIFY(file.beginRun(command, 1).ok());
}

void TestArchiveFile::twiceDamagedIsKeptTwice()
{
    for (int i = 0; i < 3; ++i) {
        QDir().mkpath(QFileInfo(m_path).path());
        put(m_path, QByteArray("no database, ") + QByteArray::number(i));
        ArchiveFile file;
        const auto opened = file.open(m_path);
        QVERIFY(opened.ok());
        QVERIFY(contentOf(*opened).endsWith(QByteArray::number(i)));
    }
    const QStringList aside = QDir(QFileInfo(m_path).path()).entryList({QStringLiteral("*.damaged-*")});
    QCOMPARE(aside.size(), 3);
}

void TestArchiveFile::foreignIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDatabase");
    QTest::newRow("a picture") << QStringLiteral("cat.jpg") << false;
    QTest::newRow("a database") << QStringLiteral("places.sqlite") << true;
}

void TestArchiveFile::foreignIsRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, isDatabase);
    const QString path = m_dir->filePath(name);
    if (isDatabase)
        sql(path, {QStringLiteral("CREATE TABLE places (url TEXT)")});
    else
        put(path, "\xff\xd8\xff\xe0 a cat");
    const QByteArray before = contentOf(path);
    {
        ArchiveFile file;
        const auto opened = file.open(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotAFile);
        QVERIFY2(opened.error().message.contains(name), qPrintable(opened.error().message));
    }
    QCOMPARE(contentOf(path), before);
    QCOMPARE(m_dir->isValid() && QDir(m_dir->path()).entryList(QDir::Files).size() == 1, true);
}

void TestArchiveFile::newerIsLeftAlone()
{
    keep({recordIn(1, UploadState::Sending)});
    sql(m_path, {QStringLiteral("PRAGMA user_version = 99"), QStringLiteral("CREATE TABLE more (x)")});
    const QByteArray before = contentOf(m_path);
    {
        ArchiveFile file;
        const auto opened = file.open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NewerVersion);
        QVERIFY2(opened.error().message.contains(QStringLiteral("99")), qPrintable(opened.error().message));
    }
    QCOMPARE(contentOf(m_path), before);
}

// As after SIGKILL: what the kernel has of the files, while they are still in use.
void TestArchiveFile::lostWalIsNoticed_data()
{
    QTest::addColumn<int>("at"); // of eight bytes that change; -1: none
    QTest::addColumn<int>("size"); // of the file; -1: as it is
    QTest::addColumn<bool>("isLost");
    QTest::newRow("whole") << -1 << -1 << false;
    QTest::newRow("its header") << 8 << -1 << true;
    QTest::newRow("its middle") << 32 + 24 + 2'000 << -1 << true;
    QTest::newRow("its end is missing") << -1 << 20'000 << true;
    QTest::newRow("empty") << -1 << 0 << true;
}

void TestArchiveFile::lostWalIsNoticed()
{
    QFETCH(int, at);
    QFETCH(int, size);
    QFETCH(bool, isLost);
    const QString killed = m_dir->filePath(QStringLiteral("killed.sqlite"));
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.beginRun(command, 1'000);
        QVERIFY(file.keepLog(run->id, {}).ok());
        RunChanges changes;
        for (quint64 id = 1; id <= 100; ++id)
            changes.uploads << recordIn(id, UploadState::Waiting);
        QVERIFY(file.write(run->id, changes).ok());
        for (quint64 id = 1; id <= 20; ++id) {
            changes.uploads = {recordIn(id, UploadState::Done, 1)};
            QVERIFY(file.write(run->id, changes).ok());
        }
        for (const char *part : {"", "-wal", "-begun"})
            QVERIFY(QFile::copy(m_path + QLatin1StringView(part), killed + QLatin1StringView(part)));
    }
    QByteArray wal = contentOf(killed + QStringLiteral("-wal"));
    QVERIFY(wal.size() > 60'000);
    if (at >= 0)
        wal.replace(at, 8, "XXXXXXXX");
    put(killed + QStringLiteral("-wal"), size < 0 ? wal : wal.left(size));
    ArchiveFile file;
    const auto opened = file.open(killed);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(!opened->isEmpty(), isLost);
    const auto run = file.takeUp(command);
    QVERIFY(run.ok());
    QCOMPARE(run->uploads.size(), isLost ? 0 : 100);
    if (isLost) {
        QVERIFY(QFile::exists(*opened + QStringLiteral("-begun")));
        QCOMPARE(contentOf(*opened + QStringLiteral("-wal")).size(), size < 0 ? wal.size() : qsizetype(size));
    }
}

void TestArchiveFile::answeredUnwrittenIsDone()
{
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.beginRun(command, 1'000);
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Waiting)};
        QVERIFY(file.write(run->id, changes).ok());
        QVERIFY(file.keepLog(run->id, {}).ok());
        QVERIFY(file.log().begins(UploadId{1}, 1));
        QVERIFY(file.log().begins(UploadId{2}, 1));
        QVERIFY(file.log().answered(UploadId{1}, 201, 1'700'000'000'123));
        QVERIFY(
            !file.log().answered(UploadId{quint64(1) << 32}, 201, 1)); // there is no room for such a number
    }
    const ArchivedRun run = kept();
    QCOMPARE(run.uploads[0].state, UploadState::Done);
    QCOMPARE(run.uploads[0].error, base::Error());
    QCOMPARE(run.uploads[0].httpStatus, 201);
    QCOMPARE(run.uploads[0].startedAtMs, 1'700'000'000'123);
    QCOMPARE(run.uploads[0].attempts, 1);
    QCOMPARE(run.uploads[0].bytesSent, run.uploads[0].bytes);
    QVERIFY(run.uploads[1].isInterrupted());
}

void TestArchiveFile::begunUnkeptIsInterrupted()
{
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        const auto run = file.beginRun(command, 1'000);
        RunChanges changes;
        changes.uploads = {recordIn(1, UploadState::Waiting), recordIn(2, UploadState::Done),
                           recordIn(3, UploadState::Paused)};
        QVERIFY(file.write(run->id, changes).ok());
        QVERIFY(file.keepLog(run->id, {}).ok());
        file.log().setUnkept();
    }
    const ArchivedRun run = kept();
    QVERIFY(run.uploads[0].isInterrupted());
    QCOMPARE(run.uploads[1].state, UploadState::Done);
    QCOMPARE(run.uploads[2].state, UploadState::Paused);
}

void TestArchiveFile::emptyFileIsTold()
{
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        QVERIFY(!file.wasEmptyFile()); // it is made here
    }
    {
        ArchiveFile file;
        QVERIFY(file.open(m_path).ok());
        QVERIFY(!file.wasEmptyFile());
    }
    put(m_path, {});
    ArchiveFile file;
    const auto opened = file.open(m_path);
    QVERIFY(opened.ok() && opened->isEmpty());
    QVERIFY(file.wasEmptyFile());
}

void TestArchiveFile::folderThatCannotBe()
{
    put(m_dir->filePath(QStringLiteral("file")), "x");
    ArchiveFile file;
    const auto opened = file.open(m_dir->filePath(QStringLiteral("file/archive.sqlite")));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::WriteFailed);
}

void TestArchiveFile::fullDisk()
{
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
    const auto run = file.beginRun(command, 1);
    QVERIFY(run.ok());
    // No file of this process may grow beyond that: the nearest to a full disk that needs no other one.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit limit = before;
    limit.rlim_cur = 200'000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    RunChanges changes;
    for (quint64 id = 1; id <= 5'000; ++id)
        changes.uploads << recordIn(id, UploadState::Waiting);
    const auto written = file.write(run->id, changes);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::WriteFailed);
    QVERIFY(file.write(run->id, changes).ok()); // there is room again
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
    QCOMPARE(sql(m_path, {QStringLiteral("SELECT count(*) FROM uploads")}).toInt(), 5'000);
}

void TestArchiveFile::migratesStepByStep()
{
    static constexpr std::array one{"CREATE TABLE a (x)", "INSERT INTO a VALUES (1)"};
    static constexpr std::array two{"ALTER TABLE a ADD COLUMN y DEFAULT 2"};
    static constexpr std::array bad{"INSERT INTO a VALUES (3, 3)", "NO SQL"};
    using session::schema::Migration;
    const QString path = m_dir->filePath(QStringLiteral("steps.sqlite"));
    {
        session::Database db;
        QVERIFY(db.open(path).ok());
        const std::array first{Migration(one)};
        QVERIFY(session::schema::migrate(db, first).ok());
        QVERIFY(session::schema::migrate(db, first).ok()); // nothing is left to do
        const std::array all{Migration(one), Migration(two), Migration(bad)};
        const auto failed = session::schema::migrate(db, all);
        QVERIFY(!failed);
    }
    QCOMPARE(sql(path, {QStringLiteral("PRAGMA user_version")}).toInt(),
             2); // the whole second, nothing of the third
    QCOMPARE(sql(path, {QStringLiteral("SELECT count(*) FROM a")}).toInt(), 1);
    QCOMPARE(sql(path, {QStringLiteral("SELECT y FROM a")}).toInt(), 2);
}

void TestArchiveFile::keepsNoSecret()
{
    QCOMPARE(session::addressKept(QUrl(QStringLiteral("https://me:hush@host:8443/up/load?sig=hush#hush"))),
             QStringLiteral("https://host:8443/up/load"));
    UploadRecord record = recordIn(1, UploadState::Failed);
    const QString telling = QStringLiteral("see https://me:hush@host/x?token=hush&page=2");
    record.serverMessage = telling;
    record.error = {ErrorKind::RedirectRefused, telling, 302, telling};
    keep({record});
    QVERIFY(!contentOf(m_path).contains("hush"));
    QVERIFY(kept().uploads[0].serverMessage.contains(QStringLiteral("page=2")));
}

QTEST_GUILESS_MAIN(TestArchiveFile)
#include "tst_archivefile.moc"
