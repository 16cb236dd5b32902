// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/nativepath.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/queuebench.h"

#include <QRandomGenerator>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using base::ErrorKind;
using testing::anyTarget;
using testing::logOf;
using testing::QueueBench;
using testing::runEvents;
using testing::ScriptedReply;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;
using namespace std::chrono_literals;

/// What a row says of its file, its progress and its end.
class TestUploadQueueRecords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordOfADoneUpload();
    void recordOfAFailedUpload();
    void refusedFiles_data();
    void refusedFiles();
    void relativePathsAndNames();
    void onlyRefusedFilesDrainToo();
    void vanishedBeforeItsTurn();
    void grownBeforeItsTurn();
    void retryLooksAgain();
    void hundredPerCentIsNotDone();
    void progressNeverPassesItsEnd();
    void changesAreThrottled();
    void ratesFadeInAStall();
};

void TestUploadQueueRecords::recordOfADoneUpload()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    UploadRecord r = b.queue->records().constFirst();
    QCOMPARE(r.bytes, QueueBench::fileSize);
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
    QCOMPARE(r.bytesSent, QueueBench::fileSize);
    QCOMPARE(r.bytesPerSecond, 500.0); // mean of the attempt
    QCOMPARE(r.httpStatus, 201);
    QCOMPARE(r.serverMessage, QStringLiteral("thanks"));
    QCOMPARE(r.error, base::Error{});
    QCOMPARE(r.finishedAtMs, 1'700'000'002'000);
}

void TestUploadQueueRecords::recordOfAFailedUpload()
{
    QueueBench b;
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

void TestUploadQueueRecords::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << QByteArray("missing") << ErrorKind::FileMissing;
    QTest::newRow("folder") << QByteArray(".") << ErrorKind::NotAFile;
    QTest::newRow("FIFO") << QByteArray("fifo") << ErrorKind::NotAFile;
}

void TestUploadQueueRecords::refusedFiles()
{
    QFETCH(QByteArray, name);
    QFETCH(ErrorKind, kind);
    QueueBench b;
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
    QCOMPARE(b.takeLog(), logOf("added 1-1, drained"));
    QCOMPARE(b.changes.value(id), 0);
}

void TestUploadQueueRecords::relativePathsAndNames()
{
    QueueBench b;
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

void TestUploadQueueRecords::onlyRefusedFilesDrainToo()
{
    QueueBench b;
    QCOMPARE(b.queue->add({}), QList<UploadId>());
    runEvents();
    QCOMPARE(b.takeLog(), QStringList());
    b.addFile("missing");
    runEvents();
    QCOMPARE(b.takeLog(), logOf("added 1-1, drained"));
}

void TestUploadQueueRecords::vanishedBeforeItsTurn()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.queue->setParallelLimit(1);
    b.addFiles(3);
    runEvents();
    QVERIFY(QFile::remove(b.path("f2")));
    b.reply(0)->answer(200);
    runEvents();
    // No attempt began: no request was made for it.
    QCOMPARE(b.takeLog(), logOf("added 1-3, 1 began, 1 ended Done, 3 began"));
    const UploadRecord *r = b.queue->find(UploadId{2});
    QCOMPARE(r->state, UploadState::Failed);
    QCOMPARE(r->error.kind, ErrorKind::FileMissing);
    QCOMPARE(r->attempts, 0);
    QCOMPARE(b.changes.value(UploadId{2}), 1);
}

void TestUploadQueueRecords::grownBeforeItsTurn()
{
    QueueBench b;
    b.addFiles(1);
    QVERIFY(testing::writePattern(b.path("f1"), 3 * QueueBench::fileSize));
    QCOMPARE(b.queue->totals().bytes, QueueBench::fileSize);
    b.queue->setTarget(anyTarget());
    runEvents();
    QCOMPARE(b.queue->totals().bytes, 3 * QueueBench::fileSize);
    QCOMPARE(b.queue->find(UploadId{1})->bytes, 3 * QueueBench::fileSize);
}

void TestUploadQueueRecords::retryLooksAgain()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    const UploadId id = b.addFile("later");
    QCOMPARE(b.state(id), UploadState::Failed);
    b.queue->retry(id);
    QCOMPARE(b.state(id), UploadState::Failed); // still nothing there
    QVERIFY(testing::writePattern(b.path("later"), 2 * QueueBench::fileSize));
    b.queue->retry(id);
    const UploadRecord r = *b.queue->find(id);
    QCOMPARE(r.state, UploadState::Waiting);
    QCOMPARE(r.bytes, 2 * QueueBench::fileSize);
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

void TestUploadQueueRecords::hundredPerCentIsNotDone()
{
    QueueBench b;
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

void TestUploadQueueRecords::progressNeverPassesItsEnd()
{
    QueueBench b;
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

void TestUploadQueueRecords::changesAreThrottled()
{
    QueueBench b;
    b.queue->setTarget(anyTarget());
    b.addFiles(1);
    runEvents();
    const UploadId id{1};
    const int before = b.changes[id];
    const qint64 start = b.reply(0)->bodySize() - QueueBench::fileSize;
    for (int i = 0; i < 900; ++i) {
        b.clock.advance(1ms);
        b.reply(0)->emitProgress(start + i);
    }
    QVERIFY2(b.changes[id] - before <= 10 && b.changes[id] - before >= 7,
             qPrintable(QString::number(b.changes[id])));
    QVERIFY(b.queue->find(id)->bytesSent > 800); // what is read is never old
}

void TestUploadQueueRecords::ratesFadeInAStall()
{
    QueueBench b;
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

QTEST_GUILESS_MAIN(TestUploadQueueRecords)
#include "tst_uploadqueue_records.moc"
