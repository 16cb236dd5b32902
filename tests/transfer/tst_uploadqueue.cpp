// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/queuebench.h"

#include <QTest>

using base::ErrorKind;
using testing::anyTarget;
using testing::logOf;
using testing::QueueBench;
using testing::runEvents;
using transfer::UploadId;
using transfer::UploadRecord;

/// What starts, ends and starts anew, and in which order. Its rows are tested in tst_uploadqueue_records.
class TestUploadQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStartsWithoutATarget();
    void oneAfterTheOther();
    void orderedLogOfThree();
    void parallelLimitUpAndDown();
    void rateLimitIsOfThoseUnderWay();
    void heldStartsNothing();
    void limitIsAtLeastOne();
    void targetChangesForLaterOnes();
    void cancelInEachState();
    void cancelAllStartsNothing();
    void cancelUnknownAndFinished();
    void retryGoesToTheEnd();
    void retryAllFailedInOrder();
    void retryOnlyWhatCanBe();
    void clearFinishedKeepsTheRest();
    void drainedOnlyWhenTrulyIdle();
};

void TestUploadQueue::nothingStartsWithoutATarget()
{
    QueueBench b;
    b.addFiles(2);
    runEvents();
    QCOMPARE(b.takeLog(), logOf("added 1-2"));
    QCOMPARE(b.states(), QStringLiteral("WW"));
    b.queue->setTarget(anyTarget());
    QCOMPARE(b.takeLog(), QStringList()); // from the event loop
    runEvents();
    QCOMPARE(b.takeLog(), logOf("1 began, 2 began"));
}

void TestUploadQueue::oneAfterTheOther()
{
    QueueBench b;
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
        logOf("added 1-3, 1 began, 1 ended Done, 2 began, 2 ended Done, 3 began, 3 ended Done, drained"));
}

void TestUploadQueue::orderedLogOfThree()
{
    QueueBench b;
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
             logOf("added 1-3, 1 began, 2 began, 1 ended Failed, 3 began, 3 ended Done, 1 began, "
                   "2 ended Failed, 1 ended Done, drained"));
    QCOMPARE(b.states(), QStringLiteral("DFD"));
    QCOMPARE(b.queue->find(UploadId{1})->attempts, 2);
}

void TestUploadQueue::parallelLimitUpAndDown()
{
    QueueBench b;
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

void TestUploadQueue::rateLimitIsOfThoseUnderWay()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    b.queue->setRateLimit({.bytesPerSecond = 10, .burst = 100});
    QVERIFY(!b.reply(0)->readBody());
    QCOMPARE(b.reply(0)->body().size(), 100);
    b.queue->setRateLimit({});
    QVERIFY(b.reply(0)->readBody());
}

void TestUploadQueue::heldStartsNothing()
{
    QueueBench b;
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
    QueueBench b;
    b.queue->setParallelLimit(0);
    QCOMPARE(b.queue->parallelLimit(), 1);
    b.queue->setParallelLimit(-7);
    QCOMPARE(b.queue->parallelLimit(), 1);
}

void TestUploadQueue::targetChangesForLaterOnes()
{
    QueueBench b;
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
    QueueBench b;
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
    QCOMPARE(b.takeLog(), logOf("2 ended Cancelled, 1 ended Cancelled")); // one that waited had no attempt
    QVERIFY(b.reply(0)->wasAborted() && b.reply(1)->wasAborted());
    QCOMPARE(b.states(), QStringLiteral("CCCW"));
    runEvents();
    QCOMPARE(b.takeLog(), logOf("4 began"));
    for (quint64 i = 1; i <= 3; ++i) {
        const UploadRecord *r = b.queue->find(UploadId{i});
        QCOMPARE(r->error.kind, ErrorKind::Cancelled);
        QVERIFY(r->finishedAtMs > 0);
    }
}

void TestUploadQueue::cancelAllStartsNothing()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(2);
    b.addFiles(5);
    runEvents();
    b.takeLog();
    b.queue->cancelAll();
    QCOMPARE(b.states(), QStringLiteral("CCCCC"));
    runEvents();
    QCOMPARE(b.takeLog(), logOf("1 ended Cancelled, 2 ended Cancelled, drained"));
    QCOMPARE(b.manager.replies.size(), 2);
    QCOMPARE(b.manager.liveReplies(), 0);
    const auto totals = b.queue->totals();
    QCOMPARE(totals.cancelled, 5);
    QCOMPARE(totals.running + totals.waiting, 0);
}

void TestUploadQueue::cancelUnknownAndFinished()
{
    QueueBench b;
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
    QueueBench b;
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
    QCOMPARE(b.takeLog(), logOf("added 1-3, 1 began, 1 ended Done, 3 began, 3 ended Done, 2 began"));
}

void TestUploadQueue::retryAllFailedInOrder()
{
    QueueBench b;
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
    QCOMPARE(b.takeLog(), logOf("1 began, 4 began"));
}

void TestUploadQueue::retryOnlyWhatCanBe()
{
    QueueBench b;
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
    QueueBench b;
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
    QCOMPARE(b.takeLog(), logOf("removed 3"));
    QCOMPARE(b.states(), QStringLiteral("SS"));
    QCOMPARE(b.queue->size(), 2);
    QVERIFY(!b.queue->find(UploadId{1}));
    b.queue->clearFinished();
    QCOMPARE(b.takeLog(), QStringList());
    b.reply(1)->answer(200);
    b.reply(3)->answer(200);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("DD"));
    QCOMPARE(b.takeLog(), logOf("2 ended Done, 4 ended Done, drained"));
    QCOMPARE(b.addFiles(1).constFirst(), UploadId{6}); // ids are never used twice
}

void TestUploadQueue::drainedOnlyWhenTrulyIdle()
{
    QueueBench b;
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

QTEST_GUILESS_MAIN(TestUploadQueue)
#include "tst_uploadqueue.moc"
