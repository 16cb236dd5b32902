// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/archivetest.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace std::chrono_literals;
using session::ArchivePlan;
using session::RestoredQueue;
using session::Session;
using transfer::UploadId;
using transfer::UploadState;

/// A session with an archive: what comes back when it ends, in whichever way, and begins anew.
class TestRestore final : public testing::ArchiveTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateComesBack();
    void suddenEndLosesNothingTold();
    void waitingOnesGoOnAtTheSameServer();
    void anotherServerGetsNothingUnasked();
    void whatIsNewGoesToWhicheverServerComes();
    void anotherQueryGetsNothingUnasked();
    void anotherServerBeforeTheArchiveIsOpen();
    void pauseComesBack();
    void clearedOnesStayAway();
    void pathsWaitForTheArchive();
    void whatWasNotFoundYetIsMissed();
    void aNewRunBeginsEmpty();
    void knownFilesAreSkipped();
    void filesAreKnownHoweverTheyAreSpelt_data();
    void filesAreKnownHoweverTheyAreSpelt();
    void filesOfAnOlderArchiveAreKnown();
    void secondInstanceKeepsInMemory();
    void damagedArchiveIsTold();
    void archiveThatFailsLater();
    void answersAreKnownAlthoughTheArchiveFailed();
    void goesOnUnkeptWhenAsked();
    void snapshotIsNeverAheadOfTheArchive();
    void destroyedWhileOpening();
};

void TestRestore::everyStateComesBack()
{
    const RestoredQueue none = open(plan());
    QCOMPARE(none.files, 0);
    setTarget();
    m_session->setParallelLimit(3);
    add(makeFiles(7));
    awaitPosts(3);
    answer(0); // 1 Done, 4 begins
    answer(0, 413); // 2 Failed, 5 begins
    awaitPosts(3);
    m_session->cancel({UploadId{3}}); // 6 begins
    m_session->pause({UploadId{7}});
    awaitPosts(3);
    QCOMPARE(states(), QStringLiteral("DFCSSSP"));
    const auto before = m_session->snapshot({})->uploads;
    const RestoredQueue back = restart(plan());
    QCOMPARE(states(), QStringLiteral("DFCIIIP"));
    QCOMPARE(back.files, 7);
    QCOMPARE(back.interrupted, 3);
    QCOMPARE(back.paused, 1);
    QCOMPARE(back.waiting, 0);
    QCOMPARE(back.server, QStringLiteral("http://127.0.0.1:1/upload"));
    QCOMPARE(m_rows.size(), 7);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_session->snapshot({})->uploads[i], before[i]);
    setTarget();
    pass(1h);
    QCOMPARE(posts().size(), 0); // nothing of it begins by itself
    m_session->retryInterrupted();
    awaitPosts(3);
}

void TestRestore::suddenEndLosesNothingTold()
{
    open(plan());
    setTarget();
    m_session->setParallelLimit(2);
    add(makeFiles(5));
    awaitPosts(2);
    settle();
    answer(0);
    QCOMPARE(m_session->snapshot({})->totals.done, 1); // told
    QTRY_COMPARE(posts().size(), 2); // 3 begins, of which the archive hears only when time goes on
    const RestoredQueue back = restartAfterKill();
    QCOMPARE(states(), QStringLiteral("DIIWW"));
    QCOMPARE(back.interrupted, 2);
    QCOMPARE(back.waiting, 2);
}

void TestRestore::waitingOnesGoOnAtTheSameServer()
{
    open(plan());
    setTarget(QStringLiteral("http://user:hush@127.0.0.1:1/upload?token=one"));
    m_session->setPaused(true);
    add(makeFiles(2));
    restart(plan());
    m_session->setPaused(false);
    pass(1s);
    QCOMPARE(posts().size(), 0); // not before there is a server
    QSignalSpy heldBack(m_session.get(), &Session::uploadsHeldBack);
    setTarget(QStringLiteral("http://127.0.0.1:1/upload?token=two")); // the same one
    awaitPosts(2);
    QCOMPARE(heldBack.size(), 0);
}

void TestRestore::anotherServerGetsNothingUnasked()
{
    open(plan());
    setTarget();
    m_session->setPaused(true);
    add(makeFiles(2));
    restart(plan());
    m_session->setPaused(false);
    QSignalSpy heldBack(m_session.get(), &Session::uploadsHeldBack);
    setTarget(QStringLiteral("http://127.0.0.1:2/upload"));
    pass(1s);
    QCOMPARE(posts().size(), 0);
    QCOMPARE(states(), QStringLiteral("PP"));
    QCOMPARE(heldBack.size(), 1);
    QCOMPARE(heldBack.first().first().toLongLong(), 2);
    QCOMPARE(heldBack.first().last().toString(), QStringLiteral("http://127.0.0.1:1/upload"));
    setTarget(QStringLiteral("http://127.0.0.1:3/upload")); // the question was asked once
    QCOMPARE(heldBack.size(), 1);
    m_session->resumePaused();
    awaitPosts(2);
    QCOMPARE(posts().first()->url().port(), 3);
}

void TestRestore::whatIsNewGoesToWhicheverServerComes()
{
    open(plan());
    setTarget();
    m_session->setPaused(true);
    add(makeFiles(2));
    restart(plan());
    m_session->setPaused(false);
    QSignalSpy heldBack(m_session.get(), &Session::uploadsHeldBack);
    add(makeFiles(1)); // as the window does with files that it is started with
    setTarget(QStringLiteral("http://127.0.0.1:2/upload"));
    awaitPosts(1);
    QCOMPARE(heldBack.size(), 1);
    QCOMPARE(heldBack.first().first().toLongLong(), 2);
    QVERIFY2(states().startsWith(QLatin1String("PP")), qPrintable(states()));
}

void TestRestore::anotherQueryGetsNothingUnasked()
{
    const QString one = QStringLiteral("http://127.0.0.1:1/upload?album=one");
    open(plan());
    setTarget(one);
    m_session->setPaused(true);
    add(makeFiles(2));
    restart(plan()); // with what it was told before it was open, and …
    setTarget(one);
    settle();
    restart(plan()); // … after that
    QSignalSpy heldBack(m_session.get(), &Session::uploadsHeldBack);
    setTarget(one);
    QCOMPARE(heldBack.size(), 0);
    restart(plan());
    QSignalSpy heldBackThen(m_session.get(), &Session::uploadsHeldBack);
    setTarget(QStringLiteral("http://127.0.0.1:1/upload?album=two"));
    QCOMPARE(heldBackThen.size(), 1);
    QCOMPARE(heldBackThen.first().last().toString(), QStringLiteral("http://127.0.0.1:1/upload"));
    QCOMPARE(states(), QStringLiteral("PP"));
}

void TestRestore::anotherServerBeforeTheArchiveIsOpen()
{
    open(plan());
    setTarget();
    m_session->setPaused(true);
    add(makeFiles(2));
    m_session->setPaused(false);
    m_session->setPaused(true);
    m_session.reset();
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    connectLog();
    QSignalSpy heldBack(m_session.get(), &Session::uploadsHeldBack);
    QSignalSpy restored(m_session.get(), &Session::restored);
    m_session->keepIn(plan());
    setTarget(QStringLiteral("http://127.0.0.1:2/upload"));
    QTRY_COMPARE(restored.size(), 1);
    QCOMPARE(heldBack.size(), 1);
    m_session->setPaused(false);
    pass(1s);
    QCOMPARE(posts().size(), 0);
    QCOMPARE(states(), QStringLiteral("PP"));
}

void TestRestore::pauseComesBack()
{
    open(plan());
    m_session->setPaused(true);
    settle();
    m_session.reset();
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    connectLog();
    QSignalSpy paused(m_session.get(), &Session::pausedChanged);
    open(plan());
    QCOMPARE(paused.size(), 1);
    QCOMPARE(paused.first().first().toBool(), true);
    setTarget();
    add(makeFiles(1));
    pass(1s);
    QCOMPARE(posts().size(), 0);
}

void TestRestore::clearedOnesStayAway()
{
    open(plan());
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(3));
    awaitPosts(1);
    answer(0);
    awaitPosts(1);
    settle();
    m_session->clearFinished();
    const RestoredQueue back = restart(plan());
    QCOMPARE(back.files, 2);
    QCOMPARE(states(), QStringLiteral("IW"));
    QCOMPARE(m_rows.keys(), (QList{UploadId{2}, UploadId{3}}));
    add(makeFiles(1));
    QTRY_COMPARE((pass(100ms), m_rows.lastKey()), UploadId{4});
}

void TestRestore::pathsWaitForTheArchive()
{
    open(plan());
    add(makeFiles(1));
    m_session.reset();
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    connectLog();
    m_session->keepIn(plan());
    m_session->addPaths(makeFiles(2)); // at once
    QTRY_COMPARE(states(), QStringLiteral("WWW"));
    QCOMPARE(m_session->snapshot({})->uploads.last().id, UploadId{3});
}

void TestRestore::whatWasNotFoundYetIsMissed()
{
    QVERIFY(!open(plan()).isPartial);
    const QStringList files = makeFiles(2);
    m_session->addPaths(files); // ends before anybody has looked
    const RestoredQueue broken = restart(plan());
    QCOMPARE(broken.files, 0);
    QVERIFY(broken.isPartial);
    add(files);
    settle();
    const RestoredQueue whole = restart(plan());
    QCOMPARE(whole.files, 2);
    QVERIFY(!whole.isPartial);
    m_session->addPaths(files);
    QVERIFY(m_session->breakOffWalk());
    QVERIFY(!m_session->breakOffWalk());
    QVERIFY(restart(plan()).isPartial);
    m_session->addPaths(files);
    m_session->cancelWalk(); // by a person, who knows
    QVERIFY(!restart(plan()).isPartial);
}

void TestRestore::aNewRunBeginsEmpty()
{
    open(plan());
    setTarget();
    m_session->setPaused(true);
    add(makeFiles(3));
    const RestoredQueue back = restart(plan(false));
    QCOMPARE(back.files, 0);
    QCOMPARE(states(), QString());
    QCOMPARE(back.elsewhere,
             (QList<session::UnfinishedUploads>{{QStringLiteral("http://127.0.0.1:1/upload"), 3}}));
    QCOMPARE(restart(plan()).files, 3); // nothing is lost
}

void TestRestore::knownFilesAreSkipped()
{
    ArchivePlan archive = plan();
    archive.skipsKnown = true;
    open(archive);
    // The files are made now, and what is sent was sent later than that.
    m_clock->jumpWall(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch() + 10'000
                                                - base::toUnixMs(m_clock->wallNow())));
    setTarget();
    m_session->setParallelLimit(3);
    const QStringList files = makeFiles(4);
    add(files);
    awaitPosts(3);
    answer(0);
    answer(0);
    awaitPosts(2);
    settle();
    restart(archive);
    QCOMPARE(states(), QStringLiteral("DDII"));
    QFile changed(files[1]);
    QVERIFY(changed.open(QIODevice::Append) && changed.write("more") == 4);
    changed.close();
    QFile touched(files[0]); // of the same size
    QVERIFY(
        touched.open(QIODevice::ReadWrite)
        && touched.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
    touched.close();
    m_session->addPaths(files);
    QTRY_COMPARE(states(), QStringLiteral("DDIIWW"));
    QCOMPARE(m_session->snapshot({})->uploads.last().path, files[1]);
    restart(archive);
    changed.remove(); // the first two are in the queue, whatever became of them
    m_session->addPaths(files);
    pass(1s);
    QCOMPARE(states(), QStringLiteral("DDIIWW"));
}

void TestRestore::filesAreKnownHoweverTheyAreSpelt()
{
    ArchivePlan archive = plan();
    archive.skipsKnown = true;
    open(archive);
    m_clock->jumpWall(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch() + 10'000
                                                - base::toUnixMs(m_clock->wallNow())));
    setTarget();
    const QStringList files = makeFiles(2);
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("d")));
    add({files[0]});
    awaitPosts(1);
    answer(0);
    settle();
    QFETCH(const QString, kept);
    QFETCH(const QString, given);
    m_session.reset();
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("spelt"));
        db.setDatabaseName(archive.path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        query.prepare(QStringLiteral("UPDATE uploads SET path = ?"));
        query.addBindValue((m_dir->path() + kept).toUtf8());
        QVERIFY(query.exec() && query.numRowsAffected() == 1);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("spelt"));
    restart(archive);
    m_session->addPaths({m_dir->path() + given, files[1]});
    QTRY_COMPARE(states(), QStringLiteral("DW"));
    QCOMPARE(m_session->snapshot({})->uploads.last().path, files[1]);
}

void TestRestore::filesAreKnownHoweverTheyAreSpelt_data()
{
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("given");
    QTest::newRow("given otherwise") << QStringLiteral("/file-0") << QStringLiteral("//d/.././file-0/");
    QTest::newRow("kept otherwise") << QStringLiteral("/./file-0") << QStringLiteral("/file-0");
    QTest::newRow("kept by way of another") << QStringLiteral("/d/../file-0") << QStringLiteral("/file-0");
}

void TestRestore::filesOfAnOlderArchiveAreKnown()
{
    ArchivePlan archive = plan();
    archive.skipsKnown = true;
    open(archive);
    m_clock->jumpWall(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch() + 10'000
                                                - base::toUnixMs(m_clock->wallNow())));
    setTarget();
    const QStringList files = makeFiles(1);
    add(files);
    awaitPosts(1);
    answer(0);
    settle();
    m_session.reset();
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("older"));
        db.setDatabaseName(archive.path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(QStringLiteral("UPDATE uploads SET inode = 0, modifiedNs = 0")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("older"));
    restart(archive); // sent in ten seconds from now: its inode was changed before
    m_session->addPaths(files);
    pass(1s);
    QCOMPARE(states(), QStringLiteral("D"));
}

void TestRestore::secondInstanceKeepsInMemory()
{
    open(plan());
    Session second(*m_manager, *m_clock);
    QSignalSpy failed(&second, &Session::archiveFailed);
    second.keepIn(plan());
    second.addPaths(makeFiles(1));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<base::Error>().kind, base::ErrorKind::InUse);
    QTRY_COMPARE(second.snapshot({})->uploads.size(), 1); // it works all the same
    add(makeFiles(2));
    QCOMPARE(restart(plan()).files, 2); // and nothing of it came into the first one's archive
}

void TestRestore::damagedArchiveIsTold()
{
    QFile file(plan().path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database at all") > 0);
    file.close();
    const RestoredQueue back = open(plan());
    QVERIFY2(QFile::exists(back.setAside), qPrintable(back.setAside));
}

/// While it lives, the archive cannot be written.
class Unwritable final
{
    Q_DISABLE_COPY_MOVE(Unwritable)

public:
    explicit Unwritable(const QString &path)
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name());
        db.setDatabaseName(path);
        db.open();
        run(QStringLiteral("ALTER TABLE uploads RENAME TO elsewhere"));
    }
    ~Unwritable()
    {
        run(QStringLiteral("ALTER TABLE elsewhere RENAME TO uploads"));
        QSqlDatabase::removeDatabase(name());
    }

private:
    static QString name() { return QStringLiteral("another program"); }
    static void run(const QString &statement)
    {
        QSqlQuery query(QSqlDatabase::database(name()));
        if (!query.exec(statement))
            QTest::qFail(qPrintable(statement), __FILE__, __LINE__);
    }
};

void TestRestore::archiveThatFailsLater()
{
    open(plan());
    setTarget();
    m_session->setParallelLimit(2);
    const QStringList files = makeFiles(7);
    add(files.first(2));
    awaitPosts(2);
    QSignalSpy failed(m_session.get(), &Session::archiveFailed);
    QSignalSpy recovered(m_session.get(), &Session::archiveRecovered);
    {
        const Unwritable archive(plan().path);
        add(files.sliced(2));
        pass(300ms);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
        QCOMPARE(failed.first().first().value<base::Error>().kind, base::ErrorKind::WriteFailed);
        answer(0);
        answer(0);
        for (int i = 0; i < 5; ++i) { // what runs comes to its end, and nothing else begins
            pass(2s);
            QTest::qWait(0);
        }
        QCOMPARE(posts().size(), 0);
        const session::UnkeptUploads unkept = m_session->flushArchive();
        QCOMPARE(unkept.reason.kind, base::ErrorKind::WriteFailed);
        QCOMPARE(unkept.doneUnnoted, 0);
        QCOMPARE(m_session->snapshot({})->totals.done, 2);
        QCOMPARE(recovered.size(), 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT((pass(2s), recovered.size() == 1), 30'000);
    QCOMPARE(failed.size(), 1); // once, however often it was tried
    awaitPosts(2);
    QCOMPARE(restart(plan()).files, 7);
    QCOMPARE(states(), QStringLiteral("DDIIWWW"));
}

void TestRestore::answersAreKnownAlthoughTheArchiveFailed()
{
    open(plan());
    setTarget();
    m_session->setParallelLimit(2);
    add(makeFiles(4));
    awaitPosts(2);
    settle();
    QSignalSpy failed(m_session.get(), &Session::archiveFailed);
    const Unwritable archive(plan().path);
    answer(0);
    QTRY_COMPARE_WITH_TIMEOUT((pass(300ms), failed.size()), 1, 30'000);
    answer(0);
    const ArchivePlan before = plan();
    ArchivePlan after = before;
    after.path = m_dir->filePath(QStringLiteral("killed.sqlite"));
    for (const char *part : {"", "-wal", "-begun"})
        QFile::copy(before.path + QLatin1StringView(part), after.path + QLatin1StringView(part));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("mended"));
        db.setDatabaseName(after.path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(QStringLiteral("ALTER TABLE elsewhere RENAME TO uploads")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("mended"));
    restart(after);
    QCOMPARE(states(), QStringLiteral("DDIW")); // the third one began before anybody knew
}

void TestRestore::goesOnUnkeptWhenAsked()
{
    open(plan());
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(3));
    awaitPosts(1);
    QSignalSpy failed(m_session.get(), &Session::archiveFailed);
    QSignalSpy recovered(m_session.get(), &Session::archiveRecovered);
    {
        const Unwritable archive(plan().path);
        answer(0);
        QTRY_COMPARE_WITH_TIMEOUT((pass(300ms), failed.size()), 1, 30'000);
        m_session->goOnUnkept();
        awaitPosts(1); // the second one
        answer(0);
        awaitPosts(1);
    }
    QTRY_VERIFY_WITH_TIMEOUT((pass(2s), recovered.size() == 1), 30'000);
    restart(plan());
    QCOMPARE(states(), QStringLiteral("DDI"));
}

void TestRestore::snapshotIsNeverAheadOfTheArchive()
{
    open(plan());
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(50));
    for (int i = 0; i < 50; ++i) {
        awaitPosts(1);
        answer(0);
    }
    QCOMPARE(m_session->snapshot({})->totals.done, 50); // no time passes between this and the end
    restartAfterKill();
    QCOMPARE(states(), QString(50, QLatin1Char('D')));
}

void TestRestore::destroyedWhileOpening()
{
    QSignalSpy restored(m_session.get(), &Session::restored);
    m_session->keepIn(plan());
    m_session.reset();
    QTest::qWait(0);
    QCOMPARE(restored.size(), 0);
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    connectLog();
    QCOMPARE(open(plan()).files, 0); // the lock was given back
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
