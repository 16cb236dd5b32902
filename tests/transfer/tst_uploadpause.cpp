// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/queuebench.h"

#include <QSignalSpy>
#include <QTest>

using base::ErrorKind;
using testing::anyTarget;
using testing::logOf;
using testing::QueueBench;
using testing::runEvents;
using transfer::UploadId;
using transfer::UploadQueue;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord recordIn(quint64 id, UploadState state, ErrorKind kind = ErrorKind::None)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.path = QStringLiteral("/nowhere/%1").arg(id);
    record.name = QString::number(id);
    record.bytes = 10;
    record.state = state;
    record.error.kind = kind;
    return record;
}

} // namespace

/// What is put off by the user, and what comes back from an earlier queue.
class TestUploadPause final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausedQueueLetsRunningOnesEnd();
    void pausedQueueIsTold();
    void pauseIsNotTheHold();
    void waitingOneIsLeftOut();
    void sendingOneBeginsAgain();
    void answeringOneIsLeftAlone();
    void pauseOfWhatIsOver();
    void pausedOneWaitsNoRetry();
    void drainedWhileSomeArePaused();
    void pausedOneIsCancelled();
    void brokenOffGoesOnWhereItWas_data();
    void brokenOffGoesOnWhereItWas();
    void resumeOfAllThatIsNotDone();
    void restoresIdsOrderAndStates();
    void restoredOnesGoOn();
    void interruptedOnesOnlyByHand();
};

void TestUploadPause::pausedQueueLetsRunningOnesEnd()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(4);
    runEvents();
    b.queue->setPaused(true);
    b.reply(0)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DSWW"));
    b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DDWW"));
    QVERIFY(!b.log.contains(QStringLiteral("drained"))); // there is more to come
    b.queue->setPaused(false);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DDSS"));
}

void TestUploadPause::pausedQueueIsTold()
{
    QueueBench b;
    QSignalSpy spy(b.queue.get(), &UploadQueue::pausedChanged);
    QVERIFY(!b.queue->isPaused());
    b.queue->setPaused(true);
    b.queue->setPaused(true);
    QVERIFY(b.queue->isPaused());
    b.queue->setPaused(false);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.first().first().toBool(), true);
    QCOMPARE(spy.last().first().toBool(), false);
}

void TestUploadPause::pauseIsNotTheHold()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    b.queue->setPaused(true);
    b.queue->setHeld(true);
    b.queue->setPaused(false);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("W"));
    b.queue->setPaused(true);
    b.queue->setHeld(false);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("W"));
    b.queue->setPaused(false);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("S"));
}

void TestUploadPause::waitingOneIsLeftOut()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(3);
    runEvents();
    b.queue->pause(UploadId{2});
    b.reply(0)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DPS"));
    QCOMPARE(b.queue->totals().paused, 1);
    b.queue->resume(UploadId{2});
    QCOMPARE(b.states(), QStringLiteral("DWS"));
    b.reply(1)->answer(200);
    runEvents();
    b.reply(2)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DDD"));
    QCOMPARE(b.queue->find(UploadId{2})->attempts, 1);
}

void TestUploadPause::sendingOneBeginsAgain()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(2);
    runEvents();
    b.reply(0)->emitProgress(b.reply(0)->bodySize() - 100);
    QVERIFY(b.queue->find(UploadId{1})->bytesSent > 0);
    b.takeLog();
    b.queue->pause(UploadId{1});
    QCOMPARE(b.takeLog(), logOf("1 ended Paused"));
    QVERIFY(b.reply(0)->wasAborted());
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("PS"));
    const UploadRecord *paused = b.queue->find(UploadId{1});
    QCOMPARE(paused->bytesSent, 0);
    QCOMPARE(paused->error.kind, ErrorKind::None);
    QCOMPARE(b.queue->totals().bytesDone, 0);

    b.queue->resume(UploadId{1});
    b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SD"));
    QVERIFY(b.reply(2)->readBody()); // all of it
    b.reply(2)->answer(200);
    runEvents();
    QCOMPARE(b.queue->find(UploadId{1})->attempts, 2);
    QCOMPARE(b.states(), QStringLiteral("DD"));
}

void TestUploadPause::answeringOneIsLeftAlone()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    b.reply(0)->emitAllSent();
    QCOMPARE(b.states(), QStringLiteral("A"));
    b.queue->pause(UploadId{1});
    QCOMPARE(b.states(), QStringLiteral("A"));
    b.reply(0)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("D"));
    QCOMPARE(b.manager.replies.size(), 1);
}

void TestUploadPause::pauseOfWhatIsOver()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(2);
    runEvents();
    b.reply(0)->answer(200);
    b.reply(1)->answer(413);
    runEvents();
    b.takeLog();
    for (const quint64 id : {1, 2, 7}) {
        b.queue->pause(UploadId{id});
        b.queue->resume(UploadId{id});
    }
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DF"));
    QCOMPARE(b.takeLog(), QStringList());
}

void TestUploadPause::pausedOneWaitsNoRetry()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setRetryPolicy({.attempts = 3});
    b.addFiles(10); // so that the budget allows one more
    b.queue->setParallelLimit(10);
    runEvents();
    b.reply(0)->answer(500);
    runEvents();
    QCOMPARE(b.state(UploadId{1}), UploadState::Waiting);
    QVERIFY(b.queue->find(UploadId{1})->retryAtMs > 0);
    b.queue->pause(UploadId{1});
    QCOMPARE(b.queue->find(UploadId{1})->retryAtMs, 0);
    b.clock.advance(std::chrono::minutes(2));
    runEvents();
    QCOMPARE(b.state(UploadId{1}), UploadState::Paused);
    QCOMPARE(b.manager.replies.size(), 10);
    b.queue->resume(UploadId{1});
    runEvents();
    QCOMPARE(b.state(UploadId{1}), UploadState::Sending); // at once
}

void TestUploadPause::drainedWhileSomeArePaused()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(2);
    runEvents();
    b.queue->pause(UploadId{2});
    b.reply(0)->answer(200);
    runEvents();
    QCOMPARE(b.log.count(QStringLiteral("drained")), 1);
    b.queue->resume(UploadId{2});
    runEvents();
    b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(b.log.count(QStringLiteral("drained")), 2);
}

void TestUploadPause::pausedOneIsCancelled()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(3);
    b.queue->setPaused(true);
    b.queue->pause(UploadId{1});
    b.queue->pause(UploadId{2});
    b.queue->clearFinished();
    QCOMPARE(b.states(), QStringLiteral("PPW"));
    b.queue->cancel(UploadId{1});
    QCOMPARE(b.states(), QStringLiteral("CPW"));
    b.queue->cancelAll();
    QCOMPARE(b.states(), QStringLiteral("CCC"));
}

void TestUploadPause::brokenOffGoesOnWhereItWas_data()
{
    QTest::addColumn<bool>("isWaiting");
    QTest::addColumn<bool>("isForGood");
    QTest::newRow("sent") << false << false;
    QTest::newRow("sent, for good") << false << true;
    QTest::newRow("between two attempts") << true << false;
    QTest::newRow("between two attempts, for good") << true << true;
}

void TestUploadPause::brokenOffGoesOnWhereItWas()
{
    QFETCH(const bool, isWaiting);
    QFETCH(const bool, isForGood);
    QueueBench b;
    transfer::UploadTarget target = anyTarget();
    target.method = transfer::UploadMethod::Tus;
    b.queue->setTarget(target);
    b.queue->setRetryPolicy({.attempts = 2});
    b.addFiles(1);
    runEvents();
    b.reply(0)->giveHeader("Tus-Extension", "creation,termination");
    b.reply(0)->answer(204); // OPTIONS
    b.reply(1)->giveHeader("Location", "/files/1");
    b.reply(1)->answer(201);
    if (isWaiting)
        b.reply(2)->answer(503); // PATCH
    QCOMPARE(b.states(), isWaiting ? QStringLiteral("W") : QStringLiteral("S"));
    QSignalSpy drained(b.queue.get(), &transfer::UploadQueue::drained);
    if (isForGood)
        b.queue->cancelAll();
    else
        b.queue->breakOffAll();
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("C"));
    if (isForGood) { // who ends the program then must not break the word off
        QCOMPARE(drained.size(), 0);
        QCOMPARE(b.reply(3)->operation(), QNetworkAccessManager::DeleteOperation);
        b.reply(3)->answer(204);
        runEvents();
    }
    QCOMPARE(drained.size(), 1);
    const UploadRecord record = *b.queue->find(UploadId{1});
    QCOMPARE(record.error.kind, ErrorKind::Cancelled);
    QCOMPARE(record.resume.url.isEmpty(), isForGood);
    QCOMPARE(b.manager.replies.size(), isForGood ? 4 : 3);
    b.queue->resumeAll();
    runEvents();
    QCOMPARE(b.manager.replies.last()->url().path(),
             isForGood ? target.endpoint.url.path() : QStringLiteral("/files/1"));
}

void TestUploadPause::resumeOfAllThatIsNotDone()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(4);
    b.addFiles(4);
    runEvents();
    b.reply(0)->answer(500);
    b.reply(1)->answer(200);
    b.queue->cancel(UploadId{3});
    b.queue->pause(UploadId{4});
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("FDCP"));
    b.takeLog();
    b.queue->resumeAll();
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SDSS"));
    QCOMPARE(b.takeLog(), logOf("1 began, 3 began, 4 began"));
}

void TestUploadPause::restoresIdsOrderAndStates()
{
    QueueBench b;
    QSignalSpy added(b.queue.get(), &UploadQueue::added);
    const QList<UploadRecord> records{recordIn(3, UploadState::Done),
                                      recordIn(5, UploadState::Failed, ErrorKind::Interrupted),
                                      recordIn(6, UploadState::Waiting), recordIn(9, UploadState::Paused)};
    b.queue->restore(records);
    QCOMPARE(b.queue->records(), records);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first().first().value<UploadId>(), UploadId{3});
    QCOMPARE(added.first().last().value<UploadId>(), UploadId{9});
    QCOMPARE(b.addFiles(1).constFirst(), UploadId{10}); // no id a second time
    const transfer::QueueTotals totals = b.queue->totals();
    QCOMPARE(totals.interrupted, 1);
    QCOMPARE(totals.failed, 1);
    QCOMPARE(totals.paused, 1);
    QCOMPARE(totals.bytesDone, 20);
}

void TestUploadPause::restoredOnesGoOn()
{
    QueueBench b;
    b.queue->restore({recordIn(1, UploadState::Waiting)});
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("W")); // no target yet
    b.queue->setTarget(anyTarget());
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("F")); // as any other whose file is gone
    QCOMPARE(b.queue->find(UploadId{1})->error.kind, ErrorKind::FileMissing);
    QCOMPARE(b.log.last(), QStringLiteral("drained"));
}

void TestUploadPause::interruptedOnesOnlyByHand()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setRetryPolicy({.attempts = 3});
    const UploadId id = b.addFiles(1).constFirst(); // a file that is there
    const QString path = b.queue->find(id)->path;
    UploadQueue second(b.manager, b.clock);
    UploadRecord interrupted = recordIn(1, UploadState::Failed, ErrorKind::Interrupted);
    interrupted.path = path;
    UploadRecord failed = interrupted;
    failed.id = UploadId{2};
    failed.error.kind = ErrorKind::HttpStatus;
    second.restore({interrupted, failed});
    second.setRetryPolicy({.attempts = 3});
    second.setTarget(anyTarget());
    runEvents();
    b.clock.advance(std::chrono::minutes(10));
    runEvents();
    QCOMPARE(second.find(UploadId{1})->state, UploadState::Failed);
    second.retryInterrupted();
    runEvents();
    QCOMPARE(second.find(UploadId{1})->state, UploadState::Sending);
    QCOMPARE(second.find(UploadId{2})->state, UploadState::Failed);
    QCOMPARE(second.totals().interrupted, 0);
}

QTEST_GUILESS_MAIN(TestUploadPause)
#include "tst_uploadpause.moc"
