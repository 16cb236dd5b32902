// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/attemptjournal.h"
#include "tests/transfer/queuebench.h"

#include <QTest>

#include <functional>

using testing::anyTarget;
using testing::logOf;
using testing::QueueBench;
using testing::runEvents;
using transfer::UploadId;

namespace {

/// "begins 3/1": the first attempt at the third upload.
class WrittenJournal final : public transfer::AttemptJournal
{
public:
    bool begins(UploadId id, int attempt) override
    {
        if (isFull) {
            if (meanwhile)
                meanwhile(id);
            return false;
        }
        lines << QStringLiteral("begins %1/%2").arg(id.value).arg(attempt);
        return true;
    }
    bool answered(UploadId id, int httpStatus, qint64) override
    {
        lines << QStringLiteral("answered %1/%2").arg(id.value).arg(httpStatus);
        return true;
    }
    void forget() override { lines << QStringLiteral("forget"); }

    QStringList lines;
    bool isFull = false;
    std::function<void(UploadId)>
        meanwhile; ///< While it is full: what somebody does while an attempt is being noted.
};

} // namespace

/// What a queue's journal hears, and what becomes of uploads that it cannot note.
class TestUploadJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journalHearsOfEveryAttempt();
    void journalForgetsOnlyWhenNothingIsUnderWay();
    void nothingBeginsThatCannotBeNoted();
    void whatIsStoppedWhileItIsNotedIsNotLost();
};

void TestUploadJournal::journalHearsOfEveryAttempt()
{
    QueueBench b;
    WrittenJournal journal;
    b.queue->setJournal(&journal);
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(2);
    runEvents();
    QCOMPARE(journal.lines, logOf("begins 1/1"));
    b.reply(0)->answer(413);
    runEvents();
    b.queue->retry(UploadId{1});
    b.reply(1)->answer(200);
    runEvents();
    QCOMPARE(journal.lines, logOf("begins 1/1, begins 2/1, answered 2/200, begins 1/2"));
    b.queue->setJournal(nullptr);
}

void TestUploadJournal::journalForgetsOnlyWhenNothingIsUnderWay()
{
    QueueBench b;
    WrittenJournal journal;
    b.queue->setJournal(&journal);
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(2);
    runEvents();
    b.queue->settleJournal();
    QVERIFY(!journal.lines.contains(QStringLiteral("forget")));
    b.queue->setPaused(true);
    b.reply(0)->answer(200);
    runEvents();
    b.queue->settleJournal();
    QCOMPARE(journal.lines, logOf("begins 1/1, answered 1/200, forget"));
    b.queue->setJournal(nullptr);
}

void TestUploadJournal::nothingBeginsThatCannotBeNoted()
{
    QueueBench b;
    WrittenJournal journal;
    journal.isFull = true;
    b.queue->setJournal(&journal);
    b.queue->setTarget(anyTarget());
    b.addFiles(3);
    runEvents();
    QCOMPARE(b.queue->totals().waiting, 3);
    QVERIFY(!b.queue->isUnderWay());
    journal.isFull = false;
    b.queue->setKept(UploadId{3}); // somebody looks again
    runEvents();
    QCOMPARE(journal.lines, logOf("begins 1/1, begins 2/1, begins 3/1"));
    QCOMPARE(b.queue->totals().running, 3);
    b.queue->setJournal(nullptr);
}

void TestUploadJournal::whatIsStoppedWhileItIsNotedIsNotLost()
{
    WrittenJournal journal;
    QueueBench b;
    b.queue->setJournal(&journal);
    b.queue->setTarget(anyTarget());
    journal.isFull = true;
    journal.meanwhile = [&b](UploadId id) { b.queue->pause(id); };
    b.addFiles(1);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("W")); // a lane had it, and could not begin
    journal.isFull = false;
    b.queue->setParallelLimit(2); // looks again
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("S"));

    journal.isFull = true;
    journal.meanwhile = [&b](UploadId id) { b.queue->cancel(id); };
    b.addFiles(1);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SC"));
    journal.isFull = false;
    b.queue->setParallelLimit(3);
    runEvents();
    QCOMPARE(b.states(), QStringLiteral("SC"));
    QCOMPARE(b.manager.replies.size(), 1);
    b.queue->setJournal(nullptr);
}

QTEST_GUILESS_MAIN(TestUploadJournal)
#include "tst_uploadjournal.moc"
