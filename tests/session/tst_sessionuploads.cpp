// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/sessiontest.h"

#include <QTest>

using namespace std::chrono_literals;
using session::Session;
using transfer::UploadId;

/// The rows of the uploads, in batches, and the one word at their end.
class TestSessionUploads final : public testing::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void uploadsRunToTheirEnd();
    void waitsForATarget();
    void batchesAreSpacedAndLoseNothing();
    void batchesAreBounded();
    void drainedComesAfterTheLastBatch();
    void drainedWithoutAnyUpload();
    void drainedOnlyWhenNothingIsToCome();
    void notAFileBecomesAFailedRow_data();
    void notAFileBecomesAFailedRow();
    void cancelOneAndAll();
    void cancelAllForgetsWhatIsNotFoundYet();
    void retryOneAndAll();
    void clearFinishedSaysWhichRowsWent();
    void setTargetWhileRunning();
    void parallelLimitWhileRunning();
};

void TestSessionUploads::uploadsRunToTheirEnd()
{
    setTarget();
    m_session->setParallelLimit(2);
    add(makeFiles(3));
    QCOMPARE(log(), QStringLiteral("[1 Sending, 2 Sending, 3 Waiting]"));
    m_log.clear();
    answer(0);
    answer(0, 413);
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[1 Done, 2 Failed, 3 Sending]"));
    QCOMPARE(m_rows[UploadId{2}].httpStatus, 413);
    QCOMPARE(m_rows[UploadId{2}].serverMessage, QStringLiteral("the server's words"));
    m_log.clear();
    pass(20ms);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[3 Done] drained"));
    pass(10s);
    QCOMPARE(log(), QStringLiteral("[3 Done] drained"));
}

void TestSessionUploads::waitsForATarget()
{
    add(makeFiles(1));
    pass(1s);
    QCOMPARE(log(), QStringLiteral("[1 Waiting]"));
    setTarget();
    QTRY_COMPARE(posts().size(), 1);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[1 Waiting] [1 Done] drained"));
}

void TestSessionUploads::batchesAreSpacedAndLoseNothing()
{
    setTarget();
    m_session->setParallelLimit(1);
    const int files = 30;
    add(makeFiles(files));
    int batches = 0;
    connect(m_session.get(), &Session::uploadsChanged, this, [&] { ++batches; });
    // One upload every 10 ms, each with several changes: ten times fewer batches.
    for (int i = 0; i < files - 1; ++i) {
        answer(0);
        QTRY_COMPARE(m_manager->replies.size(), i + 2);
        pass(10ms);
    }
    QVERIFY2(batches >= 2 && batches <= 4, qPrintable(QString::number(batches)));
    answer(0);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    const auto snapshot = m_session->snapshot({});
    QCOMPARE(m_rows.values(), snapshot->uploads);
    QCOMPARE(snapshot->totals.done, files);
}

void TestSessionUploads::batchesAreBounded()
{
    QStringList missing;
    for (int i = 0; i < 30'000; ++i)
        missing << QStringLiteral("/nonexistent/") + QString::number(i);
    add(missing);
    QTRY_VERIFY_WITH_TIMEOUT((pass(100ms), m_log.constLast() == QLatin1StringView("drained")), 30'000);
    QCOMPARE(m_rows.size(), 30'000);
    QVERIFY(m_largestBatch <= 12'500);
    QCOMPARE(m_log.count(QStringLiteral("drained")), 1);
    const auto snapshot = m_session->snapshot({});
    QCOMPARE(m_rows.values(), snapshot->uploads);
    for (int i = 0; i < missing.size(); ++i)
        QCOMPARE(snapshot->uploads[i].path, missing[i]);
    m_log.clear();
    pass(10s);
    QCOMPARE(log(), QString());

    // All of them change at once: still bounded, still all of them, 100 ms apart.
    m_session->retryAllFailed();
    QTRY_COMPARE(m_log.size(), 1);
    m_clock->advance(99ms);
    QCOMPARE(log(), QStringLiteral("[12500 rows]"));
    m_clock->advance(1ms);
    QCOMPARE(log(), QStringLiteral("[12500 rows] [12500 rows]"));
    m_clock->advance(100ms);
    QCOMPARE(log(), QStringLiteral("[12500 rows] [12500 rows] [5000 rows] drained"));
}

void TestSessionUploads::drainedComesAfterTheLastBatch()
{
    setTarget();
    add(makeFiles(1));
    m_log.clear();
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[1 Done] drained"));
    m_log.clear();
    m_session->retryAllFailed(); // None failed: nothing to say.
    pass(1s);
    QCOMPARE(log(), QString());
    add(makeFiles(1));
    QTRY_COMPARE(posts().size(), 1);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[2 Sending] [2 Done] drained"));
}

void TestSessionUploads::drainedWithoutAnyUpload()
{
    m_session->addPaths({m_dir->path()});
    QTRY_COMPARE(log(), QStringLiteral("[] drained"));
    m_session->addPaths({});
    QTRY_COMPARE(log(), QStringLiteral("[] drained [] drained"));
}

void TestSessionUploads::drainedOnlyWhenNothingIsToCome()
{
    setTarget();
    const QStringList files = makeFiles(2);
    add(files.first(1));
    m_session->addPaths({QStringLiteral("/nonexistent")});
    QTRY_COMPARE(m_session->snapshot({})->uploads.size(), 2);
    pass(1s);
    QVERIFY(!m_log.contains(QStringLiteral("drained")));
    answer(0);
    m_session->addPaths(files.sliced(1)); // The queue is empty now, but more is to come.
    QTRY_COMPARE(posts().size(), 1);
    pass(1s);
    QVERIFY(!m_log.contains(QStringLiteral("drained")));
    answer(0);
    QTRY_COMPARE(m_log.count(QStringLiteral("drained")), 1);
    QCOMPARE(m_log.constLast(), QStringLiteral("drained"));
}

void TestSessionUploads::notAFileBecomesAFailedRow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<base::ErrorKind>("kind");

    QTest::newRow("missing") << QStringLiteral("/nonexistent") << base::ErrorKind::FileMissing;
    QTest::newRow("a device") << QStringLiteral("/dev/null") << base::ErrorKind::NotAFile;
    QTest::newRow("empty") << QString() << base::ErrorKind::FileMissing;
}

void TestSessionUploads::notAFileBecomesAFailedRow()
{
    QFETCH(QString, path);
    QFETCH(base::ErrorKind, kind);
    setTarget();
    add({path});
    QCOMPARE(log(), QStringLiteral("[1 Failed] drained"));
    QCOMPARE(m_rows[UploadId{1}].error.kind, kind);
    QCOMPARE(m_rows[UploadId{1}].path, path);
}

void TestSessionUploads::cancelOneAndAll()
{
    setTarget();
    m_session->setParallelLimit(2);
    add(makeFiles(4));
    m_log.clear();
    m_session->cancel({UploadId{1}, UploadId{3}, UploadId{99}});
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[1 Cancelled, 3 Cancelled, 4 Sending]"));
    m_session->cancelAll();
    QTRY_COMPARE(log(),
                 QStringLiteral("[1 Cancelled, 3 Cancelled, 4 Sending] [2 Cancelled, 4 Cancelled] drained"));
}

void TestSessionUploads::cancelAllForgetsWhatIsNotFoundYet()
{
    setTarget();
    m_session->addPaths(makeFiles(3));
    m_session->cancelAll();
    QCOMPARE(log(), QString());
    pass(0ms);
    QCOMPARE(log(), QStringLiteral("[] drained"));
    pass(1s);
    QCOMPARE(log(), QStringLiteral("[] drained"));
    QVERIFY(posts().isEmpty());
}

void TestSessionUploads::retryOneAndAll()
{
    setTarget();
    add(makeFiles(3));
    for (int i = 0; i < 3; ++i)
        answer(0, 500);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    m_log.clear();
    m_session->retry({UploadId{2}, UploadId{99}});
    QTRY_COMPARE(posts().size(), 1);
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[2 Sending]"));
    answer(0);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    m_log.clear();
    m_session->retryAllFailed();
    QTRY_COMPARE(posts().size(), 2);
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[1 Sending, 3 Sending]"));
    answer(0);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[1 Sending, 3 Sending] [1 Done, 3 Done] drained"));
    QCOMPARE(m_rows[UploadId{1}].attempts, 2);
}

void TestSessionUploads::clearFinishedSaysWhichRowsWent()
{
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(2) + QStringList{QStringLiteral("/nonexistent")});
    answer(0);
    QTRY_COMPARE(m_manager->replies.size(), 2);
    pass(100ms);
    m_log.clear();
    QList<transfer::UploadRecord> cleared;
    connect(m_session.get(), &session::Session::uploadsCleared, this,
            [&](const QList<transfer::UploadRecord> &records) {
                QVERIFY(log().isEmpty()); // before they are gone
                cleared = records;
            });
    m_session->clearFinished();
    QCOMPARE(cleared.size(), 1); // of the file that is not there no upload had begun
    QCOMPARE(cleared.constFirst().id.value, 1U);
    QCOMPARE(cleared.constFirst().state, transfer::UploadState::Done);
    QCOMPARE(log(), QStringLiteral("- 1 3"));
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("- 1 3 []")); // The totals differ.
    QCOMPARE(m_session->snapshot({})->uploads.size(), 1);
}

void TestSessionUploads::setTargetWhileRunning()
{
    setTarget(QStringLiteral("http://127.0.0.1:1/first"));
    m_session->setParallelLimit(1);
    add(makeFiles(2));
    setTarget(QStringLiteral("http://127.0.0.1:1/second"));
    QCOMPARE(posts().size(), 1);
    QCOMPARE(posts()[0]->url().path(), QStringLiteral("/first"));
    answer(0);
    QTRY_COMPARE(posts().size(), 1);
    QCOMPARE(posts()[0]->url().path(), QStringLiteral("/second"));
    QCOMPARE(m_session->snapshot({})->server, QUrl(QStringLiteral("http://127.0.0.1:1/second")));
}

void TestSessionUploads::parallelLimitWhileRunning()
{
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(5));
    QCOMPARE(posts().size(), 1);
    m_session->setParallelLimit(3);
    QTRY_COMPARE(posts().size(), 3);
    m_session->setParallelLimit(0); // Means 1.
    answer(0);
    answer(0);
    pass(0ms);
    QCOMPARE(m_manager->replies.size(), 3);
    answer(0);
    QTRY_COMPARE(m_manager->replies.size(), 4);
}

QTEST_GUILESS_MAIN(TestSessionUploads)
#include "tst_sessionuploads.moc"
