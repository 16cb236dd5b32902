// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadjob.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/sinkserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using base::ErrorKind;
using testing::PatternCheck;
using testing::SinkServer;
using transfer::UploadJob;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 fileSize = 32 * mebibyte;
// What the server has read when the file changes. The kernel's buffers take some megabytes more.
constexpr qint64 seenByThen = 2 * mebibyte;

} // namespace

/// A file that changes while a real server is receiving it. Every byte that arrives is compared with the
/// file's.
class TestChangingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shrinks_data();
    void shrinks();
    void grows_data() { engines(); }
    void grows();
    void rewrittenInPlace_data() { engines(); }
    void rewrittenInPlace();
    void replaced();
    void deleted();
    void unchanged();

private:
    static void engines();
    /// Uploads over `engine` until the server has `seenByThen`, calls `change`, lets the server go on.
    void uploadAnd(const std::function<void()> &change);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<PatternCheck> m_check;
    std::unique_ptr<SinkServer> m_server;
    std::optional<UploadJob::Outcome> m_outcome;
};

void TestChangingFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("file.bin"));
    QVERIFY(testing::writePattern(m_path, fileSize));
    m_server.reset(); // its threads use the check
    m_check = std::make_unique<PatternCheck>(fileSize);
    m_server = std::make_unique<SinkServer>();
    m_server->holdReadingAfter = seenByThen;
    m_server->onBody = [this](QByteArrayView data) { m_check->take(data); };
    m_outcome.reset();
}

void TestChangingFile::engines()
{
    QTest::addColumn<bool>("isCurl");
    QTest::newRow("libcurl") << true;
    QTest::newRow("Qt's own engine") << false;
}

void TestChangingFile::uploadAnd(const std::function<void()> &change)
{
    std::unique_ptr<QNetworkAccessManager> manager = std::make_unique<net::CurlAccessManager>();
    const bool isCurl = !QTest::currentDataTag() || QByteArray(QTest::currentDataTag()).startsWith("libcurl");
    if (!isCurl)
        manager = std::make_unique<QNetworkAccessManager>();
    base::SystemClock clock;
    transfer::UploadTarget target;
    target.endpoint.url = m_server->url();
    UploadJob job(*manager, clock);
    qint64 lastSent = 0;
    bool isMonotonic = true;
    connect(&job, &UploadJob::progressed, this, [&](qint64 sent) {
        isMonotonic = isMonotonic && sent > lastSent && sent <= fileSize;
        lastSent = sent;
    });
    connect(&job, &UploadJob::finished, this,
            [&](const UploadJob::Outcome &outcome) { m_outcome = outcome; });
    job.start(target, m_path);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->isHolding(), 30'000);
    QVERIFY(!m_outcome);
    change();
    m_server->release();
    // An event loop of its own: QTRY_ sleeps between its turns, and Qt's engine wants a turn for every 16 KiB.
    QSignalSpy spy(&job, &UploadJob::finished);
    QVERIFY(m_outcome || spy.wait(60'000));
    QVERIFY(isMonotonic);
    manager.reset(); // closes the connections, so that the server comes to its end
    QTRY_COMPARE_WITH_TIMEOUT(m_server->open(), 0, 30'000);
    QCOMPARE(m_check->foreignBytes(), 0);
}

void TestChangingFile::shrinks_data()
{
    QTest::addColumn<qint64>("newSize");
    QTest::newRow("libcurl, to 24 MiB") << 24 * mebibyte;
    QTest::newRow("libcurl, to an odd size") << qint64(33'000'000);
    QTest::newRow("libcurl, to less than was sent") << 1 * mebibyte;
    QTest::newRow("libcurl, to nothing") << qint64(0);
    QTest::newRow("Qt's own engine, to 20 MiB") << 20 * mebibyte;
    QTest::newRow("Qt's own engine, to an odd size") << qint64(33'000'000);
}

void TestChangingFile::shrinks()
{
    QFETCH(qint64, newSize);
    uploadAnd([&] { QVERIFY(QFile::resize(m_path, newSize)); });
    QVERIFY(m_outcome);
    QCOMPARE(m_outcome->error.kind, ErrorKind::FileChanged);
    QCOMPARE(m_outcome->error.message, QStringLiteral("the file shrank while it was being sent"));
    QCOMPARE(m_outcome->httpStatus, 0);
    QCOMPARE(m_server->requests(), 1);
    QCOMPARE(m_server->answered(), 0);
    // What arrived is the file's beginning and nothing behind it.
    QVERIFY(m_check->fileBytes() >= seenByThen - mebibyte);
    QVERIFY(m_check->fileBytes() < fileSize);
    QVERIFY(newSize < seenByThen || m_check->fileBytes() <= newSize);
    QCOMPARE(m_check->trailer(), QByteArray());
}

void TestChangingFile::grows()
{
    uploadAnd([&] {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append));
        QVERIFY(file.write(QByteArray(3 * mebibyte, 'X')) == 3 * mebibyte);
    });
    QVERIFY(m_outcome);
    QCOMPARE(m_outcome->error.kind, ErrorKind::FileChanged);
    QCOMPARE(m_outcome->error.message, QStringLiteral("the file grew while it was being sent"));
    QCOMPARE(m_outcome->httpStatus, 200);
    // The server got a whole and well-formed message with the file as it was.
    QCOMPARE(m_server->answered(), 1);
    QCOMPARE(m_check->fileBytes(), fileSize);
    QVERIFY(m_check->trailer().startsWith("\r\n--") && m_check->trailer().endsWith("--\r\n"));
}

void TestChangingFile::rewrittenInPlace()
{
    uploadAnd([&] {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(fileSize - 1));
        QVERIFY(file.write(testing::pattern(fileSize - 1, 1)) == 1); // the same byte: only the time tells
    });
    QVERIFY(m_outcome);
    QCOMPARE(m_outcome->error.kind, ErrorKind::FileChanged);
    QCOMPARE(m_outcome->error.message, QStringLiteral("the file was written to while it was being sent"));
    QCOMPARE(m_outcome->httpStatus, 200);
}

void TestChangingFile::replaced()
{
    uploadAnd([&] {
        const QString other = m_dir->filePath(QStringLiteral("other"));
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(fileSize));
        QVERIFY(::rename(QFile::encodeName(other).constData(), QFile::encodeName(m_path).constData()) == 0);
    });
    QVERIFY(m_outcome);
    QCOMPARE(m_outcome->error.kind, ErrorKind::FileChanged);
    QCOMPARE(m_outcome->error.message, QStringLiteral("the file was replaced while it was being sent"));
    QCOMPARE(m_check->fileBytes(), fileSize); // all of the old one
}

void TestChangingFile::deleted()
{
    uploadAnd([&] { QVERIFY(QFile::remove(m_path)); });
    QVERIFY(m_outcome);
    QCOMPARE(m_outcome->error.kind, ErrorKind::None);
    QCOMPARE(m_check->fileBytes(), fileSize);
}

void TestChangingFile::unchanged()
{
    uploadAnd([] {});
    QVERIFY(m_outcome);
    QCOMPARE(m_outcome->error, base::Error{});
    QCOMPARE(m_outcome->httpStatus, 200);
    QCOMPARE(m_outcome->serverMessage, QStringLiteral("stored"));
    QCOMPARE(m_outcome->bytesSent, fileSize);
    QCOMPARE(m_check->fileBytes(), fileSize);
    QVERIFY(m_outcome->timings.sent > m_outcome->timings.connect);
    QVERIFY(m_outcome->timings.total >= m_outcome->timings.firstByte);
}

QTEST_GUILESS_MAIN(TestChangingFile)
#include "tst_changingfile.moc"
