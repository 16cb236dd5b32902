// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/queuerun.h"

#include <QTest>

using namespace std::chrono_literals;
using transfer::QueueRun;
using transfer::QueueTotals;
using Change = QueueRun::Change;

namespace {

constexpr base::Steady start{};

QueueTotals files(qint64 waiting, qint64 running, qint64 done, qint64 failed = 0)
{
    QueueTotals totals;
    totals.waiting = waiting;
    totals.running = running;
    totals.done = done;
    totals.failed = failed;
    totals.files = waiting + running + done + failed;
    totals.bytes = totals.files * 100;
    totals.bytesDone = done * 100;
    return totals;
}

} // namespace

class TestQueueRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheFirstThatRuns()
    {
        QueueRun run;
        QCOMPARE(run.update(files(3, 0, 0), start), Change::None); // there may be no server yet
        QVERIFY(!run.isOn());
        QCOMPARE(run.update(files(2, 1, 0), start + 60s), Change::Began);
        QVERIFY(run.isOn());
        QCOMPARE(run.update(files(0, 1, 2), start + 70s), Change::None);
        QCOMPARE(run.share(), 2.0 / 3);
        QCOMPARE(run.update(files(0, 0, 2, 1), start + 75s), Change::Ended);
        QVERIFY(!run.isOn());
        QVERIFY(run.length() == 15s);
        QCOMPARE(run.done(), 2);
        QCOMPARE(run.failed(), 1);
        QCOMPARE(run.bytes(), 200);
    }

    void waitingForTheNextAttemptIsNoEnd()
    {
        QueueRun run;
        run.update(files(0, 1, 0), start);
        QCOMPARE(run.update(files(1, 0, 0), start + 1s), Change::None);
        QVERIFY(run.isOn());
        QCOMPARE(run.update(files(0, 0, 1), start + 2s), Change::Ended);
    }

    void earlierUploadsDoNotCount()
    {
        QueueRun run;
        run.update(files(0, 0, 1000, 5), start);
        QCOMPARE(run.update(files(3, 1, 1000, 5), start), Change::Began);
        QCOMPARE(run.share(), 0.0);
        run.update(files(1, 1, 1002, 5), start + 1s);
        // Of the five that failed earlier the bytes are still to be had; they do not run, but may.
        QVERIFY(run.share() > 0.2 && run.share() < 0.6);
        run.update(files(0, 0, 1003, 6), start + 2s);
        QCOMPARE(run.done(), 3);
        QCOMPARE(run.failed(), 1);
    }

    void clearedRowsDoNotMakeItNegative()
    {
        QueueRun run;
        run.update(files(0, 0, 1000), start);
        run.update(files(3, 1, 1000), start);
        run.update(files(3, 1, 0), start + 1s); // the finished ones were cleared away
        QCOMPARE(run.share(), 0.0);
        run.update(files(0, 0, 4), start + 2s);
        QCOMPARE(run.done(), 4);
        QCOMPARE(run.share(), 1.0);
    }

    void emptyFilesCountAsFiles()
    {
        QueueRun run;
        QueueTotals totals = files(1, 1, 2);
        totals.bytes = totals.bytesDone = 0;
        run.update(totals, start);
        QCOMPARE(run.share(), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestQueueRun)
#include "tst_queuerun.moc"
