// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadjob.h"
#include "core/transfer/uploadqueue.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/sinkserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using testing::SinkServer;
using transfer::UploadId;
using transfer::UploadJob;
using transfer::UploadQueue;
using transfer::UploadState;

namespace {

constexpr int patience = 60'000;

transfer::UploadTarget targetOf(const SinkServer &server)
{
    transfer::UploadTarget target;
    target.endpoint.url = server.url();
    return target;
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

/// Job and queue over libcurl against a real server.
class TestUploadWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerComesAfterTheLastByte();
    void textOfARefusal();
    void endlessAnswers_data();
    void endlessAnswers();
    void nobodyListens();
    void cancelClosesTheConnection();
    void queueKeepsItsLimit();
    void queueSendsEveryByte();
    void hugeFileInConstantMemory();

private:
    UploadJob::Outcome upload(const SinkServer &server, const QString &path);
    QTemporaryDir m_dir;
};

UploadJob::Outcome TestUploadWire::upload(const SinkServer &server, const QString &path)
{
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadJob job(manager, clock);
    std::optional<UploadJob::Outcome> outcome;
    connect(&job, &UploadJob::finished, this, [&](const UploadJob::Outcome &o) { outcome = o; });
    job.start(targetOf(server), path);
    QSignalSpy(&job, &UploadJob::finished).wait(patience);
    return outcome.value_or(UploadJob::Outcome());
}

void TestUploadWire::answerComesAfterTheLastByte()
{
    const QString path = m_dir.filePath(QStringLiteral("small"));
    QVERIFY(testing::writePattern(path, 100'000));
    SinkServer server;
    server.holdAnswer = true;
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    queue.setTarget(targetOf(server));
    const UploadId id = queue.add({{path, {}}}).constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state, UploadState::Answering, patience);
    QCOMPARE(queue.find(id)->bytesSent, 100'000);
    QCOMPARE(queue.totals().bytesDone, queue.totals().bytes);
    QCOMPARE(queue.totals().done, 0);
    server.release();
    QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state, UploadState::Done, patience);
    QCOMPARE(queue.find(id)->serverMessage, QStringLiteral("stored"));
}

void TestUploadWire::textOfARefusal()
{
    const QString path = m_dir.filePath(QStringLiteral("refused"));
    QVERIFY(testing::writePattern(path, 100'000));
    SinkServer server;
    server.answer
        = "HTTP/1.1 413 Request Entity Too Large\r\nContent-Type: text/html\r\nContent-Length: 54\r\n\r\n"
          "<html><title>413 Request Entity Too Large</title></htm";
    const UploadJob::Outcome outcome = upload(server, path);
    QCOMPARE(outcome.error.kind, ErrorKind::HttpStatus);
    QCOMPARE(outcome.httpStatus, 413);
    QCOMPARE(outcome.serverMessage, QStringLiteral("413 Request Entity Too Large"));
    QCOMPARE(outcome.error.message, QStringLiteral("the server answered 413 Request Entity Too Large"));
    QVERIFY(server.lastHead().contains("Content-Type: multipart/form-data; boundary=tidemark"));
    QVERIFY(!server.lastHead().toLower().contains("transfer-encoding"));
}

void TestUploadWire::endlessAnswers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << ErrorKind::None;
    QTest::newRow("507") << QByteArray("HTTP/1.1 507 Full\r\n\r\n") << ErrorKind::HttpStatus;
}

void TestUploadWire::endlessAnswers()
{
    QFETCH(QByteArray, head);
    const QString path = m_dir.filePath(QStringLiteral("endless"));
    QVERIFY(testing::writePattern(path, 1000));
    SinkServer server;
    server.answer = head;
    server.answerForEver = true;
    const UploadJob::Outcome outcome = upload(server, path);
    QTEST(outcome.error.kind, "kind");
    QVERIFY(outcome.serverMessage.startsWith(QStringLiteral("xxx")));
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
}

void TestUploadWire::nobodyListens()
{
    const QString path = m_dir.filePath(QStringLiteral("any"));
    QVERIFY(testing::writePattern(path, 1000));
    transfer::UploadTarget target;
    {
        const SinkServer gone;
        target = targetOf(gone);
    }
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    bool isDrained = false;
    connect(&queue, &UploadQueue::drained, this, [&] { isDrained = true; });
    queue.setTarget(target);
    const UploadId id = queue.add({{path, {}}}).constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(isDrained, patience);
    QCOMPARE(queue.find(id)->state, UploadState::Failed);
    QCOMPARE(queue.find(id)->error.kind, ErrorKind::ConnectionRefused);
    QCOMPARE(queue.find(id)->attempts, 1);
}

void TestUploadWire::cancelClosesTheConnection()
{
    const QString path = m_dir.filePath(QStringLiteral("cancelled"));
    QVERIFY(testing::writePattern(path, 16 * 1024 * 1024));
    SinkServer server;
    server.holdReadingAfter = 1000;
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    queue.setTarget(targetOf(server));
    const UploadId id = queue.add({{path, {}}}).constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(server.isHolding(), patience);
    queue.cancel(id);
    QCOMPARE(queue.find(id)->state, UploadState::Cancelled);
    QVERIFY(queue.find(id)->bytesSent < queue.find(id)->bytes);
    server.release();
    QTRY_COMPARE_WITH_TIMEOUT(server.open(), 0, patience);
    QCOMPARE(server.answered(), 0);
}

void TestUploadWire::queueKeepsItsLimit()
{
    QList<UploadQueue::Item> items;
    for (int i = 0; i < 40; ++i) {
        items.append({m_dir.filePath(QStringLiteral("limit%1").arg(i)), {}});
        QVERIFY(testing::writePattern(items.last().path, 20'000 + i));
    }
    SinkServer server;
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    bool isDrained = false;
    connect(&queue, &UploadQueue::drained, this, [&] { isDrained = true; });
    queue.setParallelLimit(5);
    queue.setTarget(targetOf(server));
    queue.add(items);
    QTRY_VERIFY_WITH_TIMEOUT(isDrained, patience);
    QCOMPARE(queue.totals().done, 40);
    QCOMPARE(server.requests(), 40); // nothing was sent twice
    QVERIFY2(server.mostAtOnce() <= 5, qPrintable(QString::number(server.mostAtOnce())));
    QVERIFY2(server.connections() <= 5, qPrintable(QString::number(server.connections()))); // kept alive
}

void TestUploadWire::queueSendsEveryByte()
{
    const QList<qint64> sizes{0, 1, 100, 16'383, 16'384, 16'385, 65'536, 524'288, 524'289, 3'000'001};
    QList<UploadQueue::Item> items;
    for (const qint64 size : sizes) {
        items.append({m_dir.filePath(QStringLiteral("exact%1").arg(size)), {}});
        QVERIFY(testing::writePattern(items.last().path, size));
    }
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        testing::PatternCheck check(sizes[i]);
        SinkServer server;
        server.onBody = [&check](QByteArrayView data) { check.take(data); };
        const UploadJob::Outcome outcome = upload(server, items[i].path);
        QCOMPARE(outcome.error, base::Error{});
        QCOMPARE(check.fileBytes(), sizes[i]);
        QCOMPARE(check.foreignBytes(), 0);
        QVERIFY(check.trailer().startsWith("\r\n--tidemark") && check.trailer().endsWith("--\r\n"));
    }
}

void TestUploadWire::hugeFileInConstantMemory()
{
    const QString path = m_dir.filePath(QStringLiteral("sparse"));
    constexpr qint64 size = 1024LL * 1024 * 1024;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
    file.close();
    SinkServer server;
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    queue.setTarget(targetOf(server));
    qint64 atFirst = 0;
    qint64 most = 0;
    const UploadId id = queue.add({{path, {}}}).constFirst();
    connect(&queue, &UploadQueue::changed, this, [&] {
        const qint64 now = residentBytes();
        if (queue.find(id)->bytesSent > 0 && atFirst == 0)
            atFirst = now;
        most = std::max(most, now);
    });
    QVERIFY(QSignalSpy(&queue, &UploadQueue::drained).wait(2 * patience));
    QCOMPARE(queue.find(id)->state, UploadState::Done);
    QCOMPARE(queue.find(id)->bytesSent, size);
    QVERIFY(atFirst > 0);
    QVERIFY2(most - atFirst < 8 * 1024 * 1024, qPrintable(QString::number(most - atFirst)));
}

QTEST_GUILESS_MAIN(TestUploadWire)
#include "tst_uploadwire.moc"
