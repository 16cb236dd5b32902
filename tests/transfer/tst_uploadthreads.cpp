// SPDX-License-Identifier: GPL-3.0-or-later
// An UploadQueue with further threads against a real server. What holds with one thread has to hold with four.
#include "core/net/curlaccessmanager.h"
#include "core/transfer/attemptjournal.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/faultyserver.h"
#include "tests/transfer/pattern.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace transfer;

namespace {

constexpr int furtherThreads = 3;

qsizetype threadsOfThis()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

/// Which uploads the lanes say that the server has.
class AnswerJournal final : public AttemptJournal
{
public:
    bool begins(UploadId, int) override { return true; }
    bool answered(UploadId id, int, qint64) override
    {
        const std::scoped_lock lock(m_mutex);
        m_ids.insert(id);
        return true;
    }
    void forget() override { }
    [[nodiscard]] QSet<UploadId> ids() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_ids;
    }

private:
    mutable std::mutex m_mutex;
    QSet<UploadId> m_ids;
};

} // namespace

class TestUploadThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_threadsBefore = threadsOfThis(); }
    void init()
    {
        m_server = std::make_unique<support::FaultyServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_queue = std::make_unique<UploadQueue>(m_manager, m_clock);
        m_queue->setThreads(furtherThreads);
        m_drained = std::make_unique<QSignalSpy>(m_queue.get(), &UploadQueue::drained);
    }
    void cleanup()
    {
        m_drained.reset();
        m_queue.reset();
        m_server.reset();
        QTRY_COMPARE(threadsOfThis(), m_threadsBefore); // joined ones leave /proc a moment later
    }

    void everyFileArrivesOnce()
    {
        QList<std::pair<bool, UploadId>> attempts; // true: began
        connect(m_queue.get(), &UploadQueue::attemptBegan, this, [&](UploadId id) {
            attempts.append({true, id});
        });
        connect(m_queue.get(), &UploadQueue::attemptEnded, this, [&](UploadId id) {
            attempts.append({false, id});
        });
        m_queue->setParallelLimit(6);
        upload(QStringLiteral("/ok?id=a"), 300);
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(threadsOfThis(), m_threadsBefore + furtherThreads);
        for (const UploadRecord &record : m_queue->records()) {
            QCOMPARE(record.state, UploadState::Done);
            QCOMPARE(record.httpStatus, 201);
            QCOMPARE(record.bytesSent, record.bytes);
            QCOMPARE(record.attempts, 1);
            QVERIFY(record.finishedAtMs >= record.startedAtMs && record.startedAtMs > 0);
            const qsizetype began = attempts.indexOf({true, record.id}),
                            ended = attempts.indexOf({false, record.id});
            QVERIFY2(began >= 0 && began < ended, "told in order");
        }
        QCOMPARE(attempts.size(), 600);
        const support::UploadStats seen = m_server->stats(QStringLiteral("a"));
        QCOMPARE(seen.complete, 300);
        QCOMPARE(seen.requests, 300);
        QCOMPARE(seen.fileBytes, 300 * m_fileBytes);
        QVERIFY(m_server->stats().peak <= 6);
        QCOMPARE(m_drained->size(), 1);
    }

    void oneUploadNeedsNoFurtherThread()
    {
        upload(QStringLiteral("/ok?id=a"), 1);
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(threadsOfThis(), m_threadsBefore);
    }

    void limitGoesUpAndDown()
    {
        m_queue->setParallelLimit(2);
        upload(QStringLiteral("/never?id=a"), 20);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).complete, 2);
        QTRY_COMPARE(m_queue->totals().running, 2);
        m_queue->setParallelLimit(7);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).complete, 7);
        QTRY_COMPARE(m_queue->totals().running, 7);
        m_queue->setParallelLimit(1); // what runs goes on
        setTarget(QStringLiteral("/ok?id=b"));
        for (const UploadRecord &record : m_queue->records()) {
            if (isRunning(record.state))
                m_queue->cancel(record.id);
        }
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(m_queue->totals().done, 13);
        QCOMPARE(m_queue->totals().cancelled, 7);
        QCOMPARE(m_server->stats(QStringLiteral("b")).complete, 13);
    }

    void whatWasAnsweredIsNotCancelled_data()
    {
        QTest::addColumn<bool>("isForGood");
        QTest::newRow("cancelled") << true;
        QTest::newRow("broken off") << false;
    }

    // Lanes tell in batches: what they have read of the server, but not told, is not to be sent again.
    void whatWasAnsweredIsNotCancelled()
    {
        QFETCH(const bool, isForGood);
        AnswerJournal journal;
        m_queue->setJournal(&journal);
        int ended = 0;
        connect(m_queue.get(), &UploadQueue::attemptEnded, this, [&] {
            if (++ended != 50)
                return;
            if (isForGood)
                m_queue->cancelAll();
            else
                m_queue->breakOffAll();
        });
        m_queue->setParallelLimit(8);
        upload(QStringLiteral("/ok?id=a"), 400);
        QVERIFY(m_drained->wait(60'000));
        QSet<UploadId> done;
        for (const UploadRecord &record : m_queue->records()) {
            if (record.state == UploadState::Done) {
                QVERIFY(record.attempts == 1 && record.httpStatus == 201 && record.startedAtMs > 0);
                done.insert(record.id);
            }
        }
        QVERIFY2(done.size() >= 49 && done.size() < 400, qPrintable(QString::number(done.size())));
        QCOMPARE(done, journal.ids());
        QCOMPARE(m_queue->totals().cancelled, 400 - done.size());
        m_queue->setJournal(nullptr);
    }

    void cancelAllLeavesNothing()
    {
        m_queue->setParallelLimit(8);
        upload(QStringLiteral("/never?id=a"), 100);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).complete, 8);
        m_queue->cancelAll();
        QCOMPARE(m_queue->totals().cancelled, 100); // at once
        QVERIFY(m_drained->wait(60'000));
        QTRY_COMPARE(m_server->stats().open, 0);
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 8);
    }

    // What the lane still tells of the attempt that was cancelled must not be taken for the new one's.
    void cancelledAndRetriedAtOnce()
    {
        m_queue->setParallelLimit(8);
        const QList<UploadId> ids = upload(QStringLiteral("/never?id=a"), 8);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).complete, 8);
        setTarget(QStringLiteral("/ok?id=b"));
        for (const UploadId id : ids) {
            m_queue->cancel(id);
            m_queue->retry(id);
        }
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(m_queue->totals().done, 8);
        QCOMPARE(m_server->stats(QStringLiteral("b")).complete, 8);
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 8);
    }

    void cancelledBeforeItsLaneHasTold()
    {
        m_queue->setParallelLimit(40);
        const QList<UploadId> ids = upload(QStringLiteral("/never?id=a"), 40);
        while (m_server->stats(QStringLiteral("a")).requests == 0) // begun by a lane, perhaps not told
            QCoreApplication::processEvents();
        m_queue->cancelAll();
        QCOMPARE(m_queue->totals().cancelled, 40);
        QTRY_COMPARE(m_server->stats().open, 0);
        QCOMPARE(m_queue->totals().cancelled, 40);
        m_queue->clearFinished();
        QCOMPARE(m_queue->size(), 0);
    }

    // Its lane waits to be told to go on, and what it tells itself is nobody's any more.
    void strainWhileCancelledHoldsNothingUp()
    {
        m_queue->setParallelLimit(4);
        const QList<UploadId> ids = upload(QStringLiteral("/status?code=503&id=a"), 200);
        while (m_queue->totals().failed < 20 && m_drained->isEmpty()) {
            for (const UploadId id : ids) {
                if (isRunning(m_queue->find(id)->state))
                    m_queue->cancel(id);
            }
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_drained->size(), 1, 60'000);
        QCOMPARE(m_queue->totals().failed + m_queue->totals().cancelled, 200);
    }

    void vanishedFilesFail()
    {
        const QList<UploadId> ids = upload(QStringLiteral("/ok?id=a"), 40);
        for (int i = 0; i < 40; i += 2)
            QVERIFY(QFile::remove(m_queue->find(ids[i])->path));
        QVERIFY(m_drained->wait(60'000));
        for (int i = 0; i < 40; ++i) {
            const UploadRecord &record = *m_queue->find(ids[i]);
            QCOMPARE(record.state, i % 2 ? UploadState::Done : UploadState::Failed);
            QCOMPARE(record.error.kind, i % 2 ? base::ErrorKind::None : base::ErrorKind::FileMissing);
            QCOMPARE(record.attempts, i % 2);
        }
    }

    void deadServerFailsEachOnce()
    {
        m_server->stop();
        upload(QStringLiteral("/ok?id=a"), 40);
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(m_queue->totals().failed, 40);
        for (const UploadRecord &record : m_queue->records())
            QCOMPARE(record.error.kind, base::ErrorKind::ConnectionRefused);
    }

    void heldStartsNothing()
    {
        m_queue->setHeld(true);
        upload(QStringLiteral("/ok?id=a"), 10);
        QTest::qWait(50);
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 0);
        m_queue->setHeld(false);
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(m_queue->totals().done, 10);
    }

    // With that rate they would take weeks.
    void rateLimitIsLiftedInEveryLane()
    {
        m_queue->setParallelLimit(6);
        m_queue->setRateLimit({.bytesPerSecond = 1, .burst = 30'000});
        upload(QStringLiteral("/ok?id=a"), 24);
        QTRY_VERIFY(m_queue->totals().done >= 1 && m_queue->totals().running == 6);
        for (int i = 0; i < 50; ++i) // whoever begins to wait meanwhile hears of it, too
            m_queue->setRateLimit({.bytesPerSecond = 1 + i % 3, .burst = 100});
        QTest::qWait(50);
        QVERIFY(m_queue->totals().done < 24);
        m_queue->setRateLimit({});
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(m_queue->totals().done, 24);
        QCOMPARE(m_server->stats(QStringLiteral("a")).fileBytes, 24 * m_fileBytes);
    }

    void destroyedWhileRunning()
    {
        m_queue->setParallelLimit(8);
        upload(QStringLiteral("/never?id=a"), 20);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).complete, 8);
        m_queue.reset();
        QTRY_COMPARE(threadsOfThis(), m_threadsBefore);
        QTRY_COMPARE(m_server->stats().open, 0);
    }

private:
    QList<UploadId> upload(const QString &path, int files)
    {
        setTarget(path);
        QList<UploadQueue::Item> items;
        for (int i = 0; i < files; ++i) {
            items.append({m_folder.filePath(QStringLiteral("f%1").arg(i)), {}});
            if (!testing::writePattern(items.last().path, m_fileBytes))
                qFatal("no file");
        }
        return m_queue->add(items);
    }
    void setTarget(const QString &path)
    {
        UploadTarget target;
        target.endpoint.url = m_server->url(path);
        m_queue->setTarget(target);
    }

    const qint64 m_fileBytes = 10'000;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    net::CurlAccessManager m_manager;
    std::unique_ptr<support::FaultyServer> m_server;
    std::unique_ptr<UploadQueue> m_queue;
    std::unique_ptr<QSignalSpy> m_drained;
    qsizetype m_threadsBefore = 0;
};

QTEST_GUILESS_MAIN(TestUploadThreads)
#include "tst_uploadthreads.moc"
