// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/pattern.h"
#include "tests/transfer/queuebench.h"

#include <QTest>

#include <ctime>

using testing::anyTarget;
using testing::logOf;
using testing::QueueBench;
using testing::runEvents;
using transfer::UploadId;
using transfer::UploadQueue;
using transfer::UploadRecord;
using transfer::UploadState;
using namespace std::chrono_literals;

/// Calls from within its signals, destruction while uploads run, and very many files.
class TestUploadQueueLifetime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsMayCallBack();
    void cancelFromEverySignal_data();
    void cancelFromEverySignal();
    void clearFromAttemptEnded();
    void destroyedWhileRunning();
    void destroyedBeforeItStarts();
    void cancelAllOfTwoHundred();
    void hundredThousandFiles();
    void allVanishedDoesNotBlock();
};

void TestUploadQueueLifetime::slotsMayCallBack()
{
    // A slot that retries whatever failed, adds a file per success and plays with the limit.
    QueueBench b;
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

void TestUploadQueueLifetime::cancelFromEverySignal_data()
{
    QTest::addColumn<QString>("signal");
    for (const char *name : {"added", "began", "changed", "ended"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestUploadQueueLifetime::cancelFromEverySignal()
{
    QFETCH(QString, signal);
    QueueBench b;
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

void TestUploadQueueLifetime::clearFromAttemptEnded()
{
    QueueBench b;
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

void TestUploadQueueLifetime::destroyedWhileRunning()
{
    QueueBench b;
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

void TestUploadQueueLifetime::destroyedBeforeItStarts()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(2);
    b.queue.reset();
    runEvents();
    QCOMPARE(b.manager.replies.size(), 0);
}

void TestUploadQueueLifetime::cancelAllOfTwoHundred()
{
    QueueBench b;
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

void TestUploadQueueLifetime::hundredThousandFiles()
{
    constexpr int count = 100'000;
    QueueBench b;
    QVERIFY(testing::writePattern(b.path("one"), 10));
    const QList<UploadQueue::Item> items(count, {b.path("one"), {}});
    const std::clock_t begin = std::clock();
    const QList<UploadId> ids = b.queue->add(items);
    const auto cpuMs = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    qInfo("adding %d files took %ld ms of CPU", count, cpuMs);
    QCOMPARE(ids.size(), count);
    QCOMPARE(ids.last().value, count);
    QCOMPARE(b.takeLog(), logOf("added 1-100000"));
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

void TestUploadQueueLifetime::allVanishedDoesNotBlock()
{
    QueueBench b;
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

QTEST_GUILESS_MAIN(TestUploadQueueLifetime)
#include "tst_uploadqueue_lifetime.moc"
