// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue.h"

#include "core/base/fakeclock.h"
#include "core/transfer/nativepath.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/scriptedmanager.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <sys/stat.h>
#include <unistd.h>

using base::ErrorKind;
using testing::ScriptedReply;
using transfer::UploadId;
using transfer::UploadQueue;
using transfer::UploadRecord;
using transfer::UploadState;
using namespace std::chrono_literals;

namespace {

constexpr qint64 fileSize = 1000;

transfer::UploadTarget anyTarget()
{
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost/upload"));
    return target;
}

void runEvents()
{
    // Queued calls make further ones; the tests' replies are scripted, so nothing else is under way.
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// A queue over a scripted manager, and the ordered log of what happened: "3 began", "3 ended Failed",
/// "drained".
class Bench : public QObject
{
public:
    Bench();

    UploadId addFile(const char *name);
    QList<UploadId> addFiles(int count);
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    /// The reply of the n-th attempt, from 0.
    [[nodiscard]] ScriptedReply *reply(int n) const { return manager.replies[n]; }
    [[nodiscard]] UploadState state(UploadId id) const { return queue->find(id)->state; }
    [[nodiscard]] QString states() const;
    QStringList takeLog() { return std::exchange(log, {}); }

    base::FakeClock clock;
    testing::ScriptedManager manager;
    std::unique_ptr<UploadQueue> queue;
    QStringList log;
    QHash<UploadId, int> changes;

private:
    QTemporaryDir m_dir;
    int m_files = 0;
};

Bench::Bench()
    : queue(std::make_unique<UploadQueue>(manager, clock))
{
    connect(queue.get(), &UploadQueue::added, this, [this](UploadId first, UploadId last) {
        log << QStringLiteral("added %1-%2").arg(first.value).arg(last.value);
    });
    connect(queue.get(), &UploadQueue::attemptBegan, this,
            [this](UploadId id) { log << QStringLiteral("%1 began").arg(id.value); });
    connect(queue.get(), &UploadQueue::attemptEnded, this, [this](UploadId id) {
        const char *name = QMetaEnum::fromType<UploadState>().valueToKey(static_cast<int>(state(id)));
        log << QStringLiteral("%1 ended %2").arg(id.value).arg(QLatin1String(name));
    });
    connect(queue.get(), &UploadQueue::changed, this, [this](UploadId id) { ++changes[id]; });
    connect(queue.get(), &UploadQueue::removed, this,
            [this](const QList<UploadId> &ids) { log << QStringLiteral("removed %1").arg(ids.size()); });
    connect(queue.get(), &UploadQueue::drained, this, [this] { log << QStringLiteral("drained"); });
}

UploadId Bench::addFile(const char *name)
{
    return queue->add({{path(name), {}}}).constFirst();
}

QList<UploadId> Bench::addFiles(int count)
{
    QList<UploadQueue::Item> items;
    for (int i = 0; i < count; ++i) {
        items.append({m_dir.filePath(QStringLiteral("f%1").arg(++m_files)), {}});
        if (!testing::writePattern(items.last().path, fileSize))
            qFatal("no file");
    }
    return queue->add(items);
}

// One letter per record: W S A D F C.
QString Bench::states() const
{
    QString letters;
    const QList<UploadRecord> records = queue->records();
    for (const UploadRecord &record : records)
        letters += QLatin1Char("WSADFC"[static_cast<int>(record.state)]);
    return letters;
}

QStringList lines(const char *text)
{
    return QString::fromLatin1(text).split(QStringLiteral(", "));
}

} // namespace

class TestUploadQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStartsWithoutATarget();
    void oneAfterTheOther();
    void orderedLogOfThree();
    void recordOfADoneUpload();
    void recordOfAFailedUpload();
    void refusedFiles_data();
    void refusedFiles();
    void relativePathsAndNames();
    void onlyRefusedFilesDrainToo();
    void vanishedBeforeItsTurn();
    void grownBeforeItsTurn();
    void parallelLimitUpAndDown();
    void heldStartsNothing();
    void limitIsAtLeastOne();
    void targetChangesForLaterOnes();
    void cancelInEachState();
    void cancelAllStartsNothing();
    void cancelUnknownAndFinished();
    void retryGoesToTheEnd();
    void retryLooksAgain();
    void retryAllFailedInOrder();
    void retryOnlyWhatCanBe();
    void clearFinishedKeepsTheRest();
    void hundredPerCentIsNotDone();
    void progressNeverPassesItsEnd();
    void changesAreThrottled();
    void ratesFadeInAStall();
    void slotsMayCallBack();
    void cancelFromEverySignal_data();
    void cancelFromEverySignal();
    void clearFromAttemptEnded();
    void drainedOnlyWhenTrulyIdle();
    void destroyedWhileRunning();
    void destroyedBeforeItStarts();
    void cancelAllOfTwoHundred();
    void hundredThousandFiles();
    void allVanishedDoesNotBlock();
};

void TestUploadQueue::nothingStartsWithoutATarget()
{
    Bench b;
    b.addFiles(2);
    runEvents();
    QCOMPARE(b.takeLog(), lines("added 1-2"));
    QCOMPARE(b.states(), QStringLiteral("WW"));
    b.queue->setTarget(anyTarget());
    QCOMPARE(b.takeLog(), QStringList()); // from the event loop
    runEvents();
    QCOMPARE(b.takeLog(), lines("1 began, 2 began"));
}

void TestUploadQueue::oneAfterTheOther()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(3);
    for (int i = 0; i < 3; ++i) {
        runEvents();
        QCOMPARE(b.manager.replies.size(), i + 1);
        b.reply(i)->answer(200);
    }
    runEvents();
    QCOMPARE(
        b.takeLog(),
        lines("added 1-3, 1 began, 1 ended Done, 2 began, 2 ended Done, 3 began, 3 ended Done, drained"));
}

void TestUploadQueue::orderedLogOfThree()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(3);
    runEvents();
    b.reply(0)->answer(500);
    b.reply(2)->answer(200);
    b.queue->retry(UploadId{1});
    runEvents();
    b.reply(1)->answer(413);
    b.reply(3)->answer(200);
    runEvents();
    QCOMPARE(b.takeLog(),
             lines("added 1-3, 1 began, 2 began, 1 ended Failed, 3 began, 3 ended Done, 1 began, "
                   "2 ended Failed, 1 ended Done, drained"));
    QCOMPARE(b.states(), QStringLiteral("DFD"));
    QCOMPARE(b.queue->find(UploadId{1})->attempts, 2);
}

void TestUploadQueue::recordOfADoneUpload()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    UploadRecord r = b.queue->records().constFirst();
    QCOMPARE(r.bytes, fileSize);
    QCOMPARE(r.attempts, 0);
    QCOMPARE(r.startedAtMs, 0);
    runEvents();
    r = *b.queue->find(UploadId{1});
    QCOMPARE(r.state, UploadState::Sending);
    QCOMPARE(r.attempts, 1);
    QCOMPARE(r.startedAtMs, 1'700'000'000'000);
    b.clock.advance(500ms);
    b.reply(0)->emitAllSent();
    QCOMPARE(b.state(UploadId{1}), UploadState::Answering);
    b.clock.advance(1500ms);
    b.reply(0)->answer(201, "Created", "thanks");
    r = *b.queue->find(UploadId{1});
    QCOMPARE(r.state, UploadState::Done);
    QCOMPARE(r.name, QStringLiteral("f1"));
    QCOMPARE(r.bytesSent, fileSize);
    QCOMPARE(r.bytesPerSecond, 500.0); // mean of the attempt
    QCOMPARE(r.httpStatus, 201);
    QCOMPARE(r.serverMessage, QStringLiteral("thanks"));
    QCOMPARE(r.error, base::Error{});
    QCOMPARE(r.finishedAtMs, 1'700'000'002'000);
}

void TestUploadQueue::recordOfAFailedUpload()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    b.reply(0)->answer(413, "Too Large", "at most 1 MiB");
    const UploadRecord r = *b.queue->find(UploadId{1});
    QCOMPARE(r.state, UploadState::Failed);
    QCOMPARE(r.error.kind, ErrorKind::HttpStatus);
    QCOMPARE(r.error.httpStatus, 413);
    QCOMPARE(r.httpStatus, 413);
    QCOMPARE(r.serverMessage, QStringLiteral("at most 1 MiB"));
    QVERIFY(r.finishedAtMs > 0);
}

void TestUploadQueue::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << QByteArray("missing") << ErrorKind::FileMissing;
    QTest::newRow("folder") << QByteArray(".") << ErrorKind::NotAFile;
    QTest::newRow("FIFO") << QByteArray("fifo") << ErrorKind::NotAFile;
}

void TestUploadQueue::refusedFiles()
{
    QFETCH(QByteArray, name);
    QFETCH(ErrorKind, kind);
    Bench b;
    QVERIFY(::mkfifo(QFile::encodeName(b.path("fifo")).constData(), 0600) == 0);
    b.queue->setTarget(anyTarget());
    const UploadId id = b.addFile(name.constData());
    const UploadRecord r = *b.queue->find(id); // at once
    QCOMPARE(r.state, UploadState::Failed);
    QCOMPARE(r.error.kind, kind);
    QVERIFY(!r.error.message.isEmpty());
    QCOMPARE(r.bytes, -1);
    QCOMPARE(r.attempts, 0);
    QVERIFY(r.finishedAtMs > 0);
    runEvents();
    QCOMPARE(b.takeLog(), lines("added 1-1, drained"));
    QCOMPARE(b.changes.value(id), 0);
}

void TestUploadQueue::relativePathsAndNames()
{
    Bench b;
    QVERIFY(testing::writePattern(b.path("x"), 1));
    const QString relative = QDir::current().relativeFilePath(b.path("x"));
    QVERIFY(!relative.startsWith(QLatin1Char('/')));
    b.queue->add({{relative, {}}, {b.path("x"), QStringLiteral("other") + QChar(0)}});
    const QList<UploadRecord> records = b.queue->records();
    QCOMPARE(records[0].path, b.path("x"));
    QCOMPARE(records[0].name, QStringLiteral("x"));
    QCOMPARE(records[0].bytes, 1);
    QCOMPARE(records[1].name, QStringLiteral("other\ufffd"));

    const QByteArray native = QFile::encodeName(b.path("m")) + "\xe4rz";
    QVERIFY(::mknod(native.constData(), S_IFREG | 0600, 0) == 0);
    const auto cleanUp = qScopeGuard([&] { ::unlink(native.constData()); }); // QTemporaryDir cannot name it
    b.queue->add({{transfer::fromNativePath(native), {}}, {QFile::decodeName(native), {}}});
    for (const quint64 id : {3, 4}) {
        QCOMPARE(b.queue->find(UploadId{id})->state, UploadState::Waiting);
        QCOMPARE(b.queue->find(UploadId{id})->name, QStringLiteral("m\ufffdrz"));
    }
}

void TestUploadQueue::onlyRefusedFilesDrainToo()
{
    Bench b;
    QCOMPARE(b.queue->add({}), QList<UploadId>());
    runEvents();
    QCOMPARE(b.takeLog(), QStringList());
    b.addFile("missing");
    runEvents();
    QCOMPARE(b.takeLog(), lines("added 1-1, drained"));
}

void TestUploadQueue::vanishedBeforeItsTurn()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(3);
    runEvents();
    QVERIFY(QFile::remove(b.path("f2")));
    b.reply(0)->answer(200);
    runEvents();
    // No attempt began: no request was made for it.
    QCOMPARE(b.takeLog(), lines("added 1-3, 1 began, 1 ended Done, 3 began"));
    const UploadRecord *r = b.queue->find(UploadId{2});
    QCOMPARE(r->state, UploadState::Failed);
    QCOMPARE(r->error.kind, ErrorKind::FileMissing);
    QCOMPARE(r->attempts, 0);
    QCOMPARE(b.changes.value(UploadId{2}), 1);
}

void TestUploadQueue::grownBeforeItsTurn()
{
    Bench b;
    b.addFiles(1);
    QVERIFY(testing::writePattern(b.path("f1"), 3 * fileSize));
    QCOMPARE(b.queue->totals().bytes, fileSize);
    b.queue->setTarget(anyTarget());
    runEvents();
    QCOMPARE(b.queue->totals().bytes, 3 * fileSize);
    QCOMPARE(b.queue->find(UploadId{1})->bytes, 3 * fileSize);
}

void TestUploadQueue::parallelLimitUpAndDown()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    QCOMPARE(b.queue->parallelLimit(), 2);
    b.addFiles(10);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SSWWWWWWWW"));
    b.queue->setParallelLimit(5);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SSSSSWWWWW"));
    b.queue->setParallelLimit(1);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SSSSSWWWWW")); // running ones go on
    for (int i = 0; i < 4; ++i)
        b.reply(i)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DDDDSWWWWW"));
    b.reply(4)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DDDDDSWWWW"));
}

void TestUploadQueue::heldStartsNothing()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(4);
    runEvents();
    b.queue->setHeld(true);
    b.reply(0)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DSWW")); // running ones go on
    b.queue->setParallelLimit(4);
    b.addFiles(1);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DSWWW"));
    b.queue->setHeld(false);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DSSSS"));
}

void TestUploadQueue::limitIsAtLeastOne()
{
    Bench b;
    b.queue->setParallelLimit(0);
    QCOMPARE(b.queue->parallelLimit(), 1);
    b.queue->setParallelLimit(-7);
    QCOMPARE(b.queue->parallelLimit(), 1);
}

void TestUploadQueue::targetChangesForLaterOnes()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(2);
    runEvents();
    transfer::UploadTarget other = anyTarget();
    other.endpoint.url = QUrl(QStringLiteral("http://elsewhere/"));
    b.queue->setTarget(other);
    b.reply(0)->answer(200);
    QCOMPARE(b.reply(0)->url().host(), QStringLiteral("localhost"));
    QCOMPARE(b.reply(1)->url().host(), QStringLiteral("elsewhere"));
}

void TestUploadQueue::cancelInEachState()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(4);
    runEvents();
    b.reply(1)->emitAllSent();
    QCOMPARE(b.states(), QStringLiteral("SAWW"));
    b.takeLog();
    b.queue->cancel(UploadId{3});
    b.queue->cancel(UploadId{2});
    b.queue->cancel(UploadId{1});
    QCOMPARE(b.takeLog(), lines("2 ended Cancelled, 1 ended Cancelled")); // one that waited had no attempt
    QVERIFY(b.reply(0)->wasAborted() && b.reply(1)->wasAborted());
    QCOMPARE(b.states(), QStringLiteral("CCCW"));
    runEvents();
    QCOMPARE(b.takeLog(), lines("4 began"));
    for (quint64 i = 1; i <= 3; ++i) {
        const UploadRecord *r = b.queue->find(UploadId{i});
        QCOMPARE(r->error.kind, ErrorKind::Cancelled);
        QVERIFY(r->finishedAtMs > 0);
    }
}

void TestUploadQueue::cancelAllStartsNothing()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(5);
    runEvents();
    b.takeLog();
    b.queue->cancelAll();
    QCOMPARE(b.states(), QStringLiteral("CCCCC"));
    runEvents();
    QCOMPARE(b.takeLog(), lines("1 ended Cancelled, 2 ended Cancelled, drained"));
    QCOMPARE(b.manager.replies.size(), 2);
    QCOMPARE(b.manager.liveReplies(), 0);
    const auto totals = b.queue->totals();
    QCOMPARE(totals.cancelled, 5);
    QCOMPARE(totals.running + totals.waiting, 0);
}

void TestUploadQueue::cancelUnknownAndFinished()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    b.reply(0)->answer(200);
    b.queue->cancel(UploadId{1});
    b.queue->cancel(UploadId{});
    b.queue->cancel(UploadId{999});
    b.queue->retry(UploadId{999});
    QCOMPARE(b.states(), QStringLiteral("D"));
}

void TestUploadQueue::retryGoesToTheEnd()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(3);
    runEvents();
    b.queue->cancel(UploadId{2});
    b.queue->retry(UploadId{2});
    b.reply(0)->answer(200);
    runEvents();
    b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(b.takeLog(), lines("added 1-3, 1 began, 1 ended Done, 3 began, 3 ended Done, 2 began"));
}

void TestUploadQueue::retryLooksAgain()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    const UploadId id = b.addFile("later");
    QCOMPARE(b.state(id), UploadState::Failed);
    b.queue->retry(id);
    QCOMPARE(b.state(id), UploadState::Failed); // still nothing there
    QVERIFY(testing::writePattern(b.path("later"), 2 * fileSize));
    b.queue->retry(id);
    const UploadRecord r = *b.queue->find(id);
    QCOMPARE(r.state, UploadState::Waiting);
    QCOMPARE(r.bytes, 2 * fileSize);
    QCOMPARE(r.error, base::Error{});
    QCOMPARE(r.finishedAtMs, 0);
    runEvents();
    b.reply(0)->emitAllSent();
    b.reply(0)->answer(500, "Oops", "broken");
    b.queue->retry(id);
    const UploadRecord again = *b.queue->find(id);
    QCOMPARE(again.httpStatus, 0); // nothing of the last attempt is left but that it was
    QCOMPARE(again.serverMessage, QString());
    QCOMPARE(again.bytesSent, 0);
    QCOMPARE(again.attempts, 1);
    runEvents();
    b.reply(1)->answer(200);
    QCOMPARE(b.queue->find(id)->attempts, 2);
    QCOMPARE(b.state(id), UploadState::Done);
}

void TestUploadQueue::retryAllFailedInOrder()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(4);
    runEvents();
    b.reply(3)->answer(500);
    b.reply(0)->answer(500);
    b.reply(1)->answer(200);
    b.queue->cancel(UploadId{3});
    runEvents();
    b.takeLog();
    b.queue->retryAllFailed();
    QCOMPARE(b.states(), QStringLiteral("WDCW"));
    runEvents();
    QCOMPARE(b.takeLog(), lines("1 began, 4 began"));
}

void TestUploadQueue::retryOnlyWhatCanBe()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(3);
    runEvents();
    b.reply(0)->answer(200);
    runEvents();
    b.reply(1)->emitAllSent();
    b.queue->setParallelLimit(1);
    b.addFiles(1);
    QCOMPARE(b.states(), QStringLiteral("DASW"));
    for (quint64 i = 1; i <= 4; ++i)
        b.queue->retry(UploadId{i});
    QCOMPARE(b.states(), QStringLiteral("DASW"));
}

void TestUploadQueue::clearFinishedKeepsTheRest()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(3);
    b.addFiles(5);
    runEvents();
    b.reply(0)->answer(200);
    b.reply(2)->answer(500);
    b.queue->cancel(UploadId{5});
    runEvents();
    b.takeLog();
    QCOMPARE(b.states(), QStringLiteral("DSFSC"));
    b.queue->clearFinished();
    QCOMPARE(b.takeLog(), lines("removed 3"));
    QCOMPARE(b.states(), QStringLiteral("SS"));
    QCOMPARE(b.queue->size(), 2);
    QVERIFY(!b.queue->find(UploadId{1}));
    b.queue->clearFinished();
    QCOMPARE(b.takeLog(), QStringList());
    b.reply(1)->answer(200);
    b.reply(3)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DD"));
    QCOMPARE(b.takeLog(), lines("2 ended Done, 4 ended Done, drained"));
    QCOMPARE(b.addFiles(1).constFirst(), UploadId{6}); // ids are never used twice
}

void TestUploadQueue::hundredPerCentIsNotDone()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    b.reply(0)->emitAllSent();
    const UploadRecord *r = b.queue->find(UploadId{1});
    QCOMPARE(r->bytesSent, r->bytes);
    QCOMPARE(r->state, UploadState::Answering);
    b.clock.advance(1h);
    runEvents();
    QCOMPARE(b.state(UploadId{1}), UploadState::Answering);
    QCOMPARE(b.queue->totals().running, 1);
    QVERIFY(!b.log.contains(QStringLiteral("drained")));
    b.reply(0)->answer(500);
    QCOMPARE(b.state(UploadId{1}), UploadState::Failed);
}

void TestUploadQueue::progressNeverPassesItsEnd()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(3);
    b.addFiles(6);
    runEvents();
    qint64 lastDone = 0;
    QHash<UploadId, qint64> last;
    const auto check = [&] {
        const auto totals = b.queue->totals();
        QVERIFY(totals.bytesDone >= lastDone && totals.bytesDone <= totals.bytes);
        lastDone = totals.bytesDone;
        const QList<UploadRecord> records = b.queue->records();
        for (const UploadRecord &r : records) {
            QVERIFY(r.bytesSent >= last.value(r.id) && r.bytesSent <= r.bytes);
            last[r.id] = r.bytesSent;
        }
    };
    QRandomGenerator random(1);
    for (int done = 0; done < 6; ++done) {
        for (int i = 0; i < 50; ++i) {
            b.clock.advance(50ms);
            if (ScriptedReply *reply = b.manager.replies[random.bounded(done, b.manager.replies.size())])
                reply->emitProgress(random.bounded(reply->bodySize() + 1));
            check();
        }
        b.reply(done)->answer(done % 2 ? 500 : 200);
        runEvents();
        check();
    }
    QCOMPARE(b.queue->totals().bytesDone, b.queue->totals().bytes);
}

void TestUploadQueue::changesAreThrottled()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    const UploadId id{1};
    const int before = b.changes[id];
    const qint64 start = b.reply(0)->bodySize() - fileSize;
    for (int i = 0; i < 900; ++i) {
        b.clock.advance(1ms);
        b.reply(0)->emitProgress(start + i);
    }
    QVERIFY2(b.changes[id] - before <= 10 && b.changes[id] - before >= 7,
             qPrintable(QString::number(b.changes[id])));
    QVERIFY(b.queue->find(id)->bytesSent > 800); // what is read is never old
}

void TestUploadQueue::ratesFadeInAStall()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    QVERIFY(testing::writePattern(b.path("big"), 1'000'000));
    const UploadId id = b.addFile("big");
    runEvents();
    for (int i = 1; i <= 20; ++i) {
        b.clock.advance(100ms);
        b.reply(0)->emitProgress(i * 10'000);
    }
    const double moving = b.queue->find(id)->bytesPerSecond;
    QVERIFY(moving > 90'000 && moving < 110'000);
    QVERIFY(b.queue->totals().bytesPerSecond > 90'000);
    const int before = b.changes[id];
    b.clock.advance(10s);
    QVERIFY(b.queue->find(id)->bytesPerSecond < moving / 5);
    QVERIFY(b.queue->totals().bytesPerSecond < moving / 5);
    QVERIFY(b.changes[id] - before >= 10);
    QVERIFY(b.changes[id] - before <= 20);
    b.reply(0)->answer(500);
    const int end = b.changes[id];
    b.clock.advance(10s); // nothing ticks any more
    QCOMPARE(b.changes[id], end);
    QCOMPARE(b.queue->totals().bytesPerSecond, 0.0);
}

void TestUploadQueue::slotsMayCallBack()
{
    // A slot that retries whatever failed, adds a file per success and plays with the limit.
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    int additions = 0;
    connect(b.queue.get(), &UploadQueue::attemptEnded, this, [&](UploadId id) {
        const UploadRecord r = *b.queue->find(id);
        if (r.state == UploadState::Failed && r.attempts < 3)
            b.queue->retry(id);
        if (r.state == UploadState::Done && ++additions <= 2)
            b.addFiles(1);
        b.queue->setParallelLimit(1 + additions % 2);
    });
    b.addFiles(2);
    runEvents();
    for (int i = 0; i < b.manager.replies.size(); ++i) {
        b.reply(i)->answer(i < 4 ? 500 : 200);
        runEvents();
    }
    QCOMPARE(b.states(), QStringLiteral("DDDD"));
    QCOMPARE(b.queue->find(UploadId{1})->attempts, 3);
    QCOMPARE(b.takeLog().count(QStringLiteral("drained")), 1);
}

void TestUploadQueue::cancelFromEverySignal_data()
{
    QTest::addColumn<QString>("signal");
    for (const char *name : {"added", "began", "changed", "ended"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestUploadQueue::cancelFromEverySignal()
{
    QFETCH(QString, signal);
    Bench b;
    UploadQueue *queue = b.queue.get();
    const auto cancelAllIf = [&](const char *name) {
        if (signal == QLatin1String(name))
            queue->cancelAll();
    };
    connect(queue, &UploadQueue::added, this, [&] { cancelAllIf("added"); });
    connect(queue, &UploadQueue::attemptBegan, this, [&] { cancelAllIf("began"); });
    connect(queue, &UploadQueue::changed, this, [&] { cancelAllIf("changed"); });
    connect(queue, &UploadQueue::attemptEnded, this, [&] { cancelAllIf("ended"); });
    queue->setTarget(anyTarget());
    queue->setParallelLimit(3);
    b.addFiles(10);
    runEvents();
    if (signal == QLatin1String("ended"))
        b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(b.states().count(QLatin1Char('C')), signal == QLatin1String("ended") ? 9 : 10);
    QCOMPARE(b.log.count(QStringLiteral("drained")), 1);
    QCOMPARE(b.log.last(), QStringLiteral("drained"));
    QCOMPARE(b.manager.liveReplies(), 0);
}

void TestUploadQueue::clearFromAttemptEnded()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    connect(b.queue.get(), &UploadQueue::attemptEnded, b.queue.get(), [&] { b.queue->clearFinished(); });
    b.addFiles(2);
    runEvents();
    const int before = b.changes[UploadId{1}];
    b.reply(0)->answer(200);
    QCOMPARE(b.changes[UploadId{1}], before); // it is gone, and `removed` said so
    b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(b.queue->size(), 0);
    QCOMPARE(b.log.last(), QStringLiteral("drained"));
}

void TestUploadQueue::drainedOnlyWhenTrulyIdle()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    b.reply(0)->answer(200);
    b.addFiles(1); // before the event loop turns
    runEvents();
    QVERIFY(!b.log.contains(QStringLiteral("drained")));
    b.reply(1)->answer(200);
    runEvents();
    b.queue->clearFinished();
    runEvents();
    QCOMPARE(b.log.count(QStringLiteral("drained")), 1);
}

void TestUploadQueue::destroyedWhileRunning()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(3);
    b.addFiles(5);
    runEvents();
    b.reply(0)->emitAllSent();
    b.takeLog();
    b.changes.clear();
    b.queue.reset();
    QVERIFY(b.reply(0)->wasAborted() && b.reply(2)->wasAborted());
    runEvents();
    b.clock.advance(1h);
    QCOMPARE(b.takeLog(), QStringList());
    QVERIFY(b.changes.isEmpty());
    QCOMPARE(b.manager.liveReplies(), 0);
}

void TestUploadQueue::destroyedBeforeItStarts()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(2);
    b.queue.reset();
    runEvents();
    QCOMPARE(b.manager.replies.size(), 0);
}

void TestUploadQueue::cancelAllOfTwoHundred()
{
    Bench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(200);
    b.addFiles(1200);
    runEvents();
    QCOMPARE(b.queue->totals().running, 200);
    const std::clock_t begin = std::clock();
    b.queue->cancelAll();
    runEvents();
    QVERIFY(std::clock() - begin < 2 * CLOCKS_PER_SEC); // some milliseconds where nothing is instrumented
    QCOMPARE(b.queue->totals().cancelled, 1200);
    QCOMPARE(b.manager.liveReplies(), 0);
}

void TestUploadQueue::hundredThousandFiles()
{
    constexpr int count = 100'000;
    Bench b;
    QVERIFY(testing::writePattern(b.path("one"), 10));
    const QList<UploadQueue::Item> items(count, {b.path("one"), {}});
    const std::clock_t begin = std::clock();
    const QList<UploadId> ids = b.queue->add(items);
    const auto cpuMs = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    qInfo("adding %d files took %ld ms of CPU", count, cpuMs);
    QCOMPARE(ids.size(), count);
    QCOMPARE(ids.last().value, count);
    QCOMPARE(b.takeLog(), lines("added 1-100000"));
    QVERIFY(cpuMs < 5000); // far below 1 s where nothing is instrumented; quadratic work would not come near
    QCOMPARE(b.queue->totals().bytes, 10 * count);
    QCOMPARE(b.queue->find(ids[77'777])->id, ids[77'777]);
    QCOMPARE(b.queue->records().size(), count);
    for (int i = 0; i < count; ++i)
        Q_UNUSED(b.queue->totals()) // O(running): a queue that walked its records would not come back
    b.queue->cancelAll();
    QCOMPARE(b.queue->totals().cancelled, count);
    b.queue->clearFinished();
    QCOMPARE(b.queue->size(), 0);
}

void TestUploadQueue::allVanishedDoesNotBlock()
{
    Bench b;
    const QList<UploadId> ids = b.addFiles(1000);
    for (int i = 1; i <= 1000; ++i)
        QVERIFY(QFile::remove(b.path(qPrintable(QStringLiteral("f%1").arg(i)))));
    b.queue->setTarget(anyTarget());
    QCoreApplication::sendPostedEvents(); // may run more than one turn, but ends
    for (int i = 0; i < 10; ++i)
        runEvents();
    QCOMPARE(b.queue->totals().failed, ids.size());
    QCOMPARE(b.log.last(), QStringLiteral("drained"));
}

QTEST_GUILESS_MAIN(TestUploadQueue)
#include "tst_uploadqueue.moc"
