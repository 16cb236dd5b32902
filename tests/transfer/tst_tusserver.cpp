// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"
#include "tests/support/tusserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using base::ErrorKind;
using support::TusServer;
using namespace std::chrono_literals;
using namespace transfer;

namespace {

constexpr int patience = 60'000;
constexpr qint64 MiB = 1024 * 1024;

/// A queue that sends by tus, over libcurl.
struct Client
{
    explicit Client(const QUrl &url)
        : queue(manager, clock)
        , drained(&queue, &UploadQueue::drained)
    {
        UploadTarget target;
        target.endpoint.url = url;
        target.method = UploadMethod::Tus;
        queue.setTarget(target);
    }
    /// Slows it down, so that whoever waits for a part of a file to be sent cannot miss it.
    void holdBack() { queue.setRateLimit({.bytesPerSecond = 8 * MiB, .burst = MiB}); }
    /// Uploads to the end.
    UploadRecord upload(const QString &path, const ResumePoint &resume = {})
    {
        const UploadId id = queue.add({{path, {}, resume}}).constFirst();
        if (!drained.wait(patience))
            qWarning("not drained");
        return *queue.find(id);
    }

    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue;
    QSignalSpy drained;
};

} // namespace

/// Tus uploads against the server of the protocol's makers, and against one that keeps to no protocol.
class TestTusServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TusServer>(); }

    void arrivesWhole_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {qint64(0), qint64(1), qint64(65'536), 8 * MiB + 1})
            QTest::addRow("%lld bytes", size) << size;
    }

    void arrivesWhole()
    {
        QFETCH(qint64, size);
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        const QString path = m_files.makeFile(QStringLiteral("märz \"1\".bin"), size);
        Client client(m_server->url());
        const UploadRecord record = client.upload(path);
        QCOMPARE(record.error, base::Error{});
        QCOMPARE(record.state, UploadState::Done);
        QCOMPARE(record.bytesSent, size);
        QCOMPARE(record.resume, ResumePoint());
        QCOMPARE(support::TestFiles::content(m_server->onlyFile()), support::TestFiles::content(path));
        const QByteArray told = support::TestFiles::content(m_server->onlyFile() + QStringLiteral(".json"));
        QVERIFY2(QString::fromUtf8(told).contains(QStringLiteral("märz \\\"1\\\".bin")), told.constData());
    }

    void manyAtOnce()
    {
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        Client client(m_server->url());
        client.queue.setThreads(1);
        QList<UploadQueue::Item> items;
        for (int i = 0; i < 20; ++i)
            items.append({m_files.makeFile(QStringLiteral("many%1").arg(i), 100'000 + i), {}});
        client.queue.add(items);
        QVERIFY(client.drained.wait(patience));
        QCOMPARE(client.queue.totals().done, 20);
        QCOMPARE(m_server->count(), 20);
    }

    void goesOnInAnotherQueue()
    {
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        constexpr qint64 size = 16 * MiB;
        const QString path = m_files.makeFile(QStringLiteral("long.bin"), size);
        ResumePoint point;
        {
            Client client(m_server->url());
            client.holdBack();
            const UploadId id = client.queue.add({{path, {}}}).constFirst();
            QTRY_VERIFY_WITH_TIMEOUT(client.queue.find(id)->bytesSent > size / 3, patience);
            point = ResumePoint::fromText(client.queue.find(id)->resume.toText()); // as a store would
            QVERIFY(!point.url.isEmpty());
        }
        const qint64 before = m_server->relay().bytesSent();
        QVERIFY(before < size);
        Client client(m_server->url());
        qint64 first = -1;
        connect(&client.queue, &UploadQueue::changed, this, [&](UploadId id) {
            if (first < 0 && client.queue.find(id)->bytesSent > 0)
                first = client.queue.find(id)->bytesSent;
        });
        const UploadRecord record = client.upload(path, point);
        QCOMPARE(record.error, base::Error{});
        QVERIFY2(first > size / 4,
                 qPrintable(QString::number(first))); // what is there counts from the beginning
        QCOMPARE(m_server->count(), 1);
        QCOMPARE(support::TestFiles::content(m_server->onlyFile()), support::TestFiles::content(path));
        QVERIFY(m_server->relay().bytesSent() - before < size * 3 / 4);
    }

    void killedServerIsReturnedTo()
    {
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        constexpr qint64 size = 16 * MiB;
        const QString path = m_files.makeFile(QStringLiteral("interrupted.bin"), size);
        Client client(m_server->url());
        client.holdBack();
        client.queue.setRetryPolicy({.attempts = 5, .step = 200ms});
        const UploadId id = client.queue.add({{path, {}}}).constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(client.queue.find(id)->bytesSent > size / 2, patience);
        m_server->kill();
        QTRY_COMPARE_WITH_TIMEOUT(client.queue.find(id)->state, UploadState::Waiting, patience);
        client.queue.setRateLimit({});
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        QTRY_VERIFY_WITH_TIMEOUT(!client.drained.isEmpty(), patience);
        QCOMPARE(client.queue.find(id)->error, base::Error{});
        QVERIFY(client.queue.find(id)->attempts > 1);
        QCOMPARE(support::TestFiles::content(m_server->onlyFile()), support::TestFiles::content(path));
    }

    void lostUploadBeginsAnew()
    {
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        const QString path = m_files.makeFile(QStringLiteral("lost.bin"), 8 * MiB);
        ResumePoint point;
        {
            Client client(m_server->url());
            client.holdBack();
            const UploadId id = client.queue.add({{path, {}}}).constFirst();
            QTRY_VERIFY_WITH_TIMEOUT(client.queue.find(id)->bytesSent > MiB, patience);
            point = client.queue.find(id)->resume;
        }
        m_server->kill();
        m_server->loseUploads();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        Client client(m_server->url());
        QCOMPARE(client.upload(path, point).error, base::Error{});
        QCOMPARE(support::TestFiles::content(m_server->onlyFile()), support::TestFiles::content(path));
    }

    void cancelledOneIsDeleted_data()
    {
        QTest::addColumn<bool>("isWaiting");
        QTest::newRow("under way") << false;
        QTest::newRow("waiting to be tried again") << true;
    }

    void cancelledOneIsDeleted()
    {
        QFETCH(bool, isWaiting);
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        const QString path = m_files.makeFile(QStringLiteral("cancelled.bin"), 16 * MiB);
        Client client(m_server->url());
        client.holdBack();
        client.queue.setRetryPolicy({.attempts = 3, .step = 1h, .longest = 1h});
        const UploadId id = client.queue.add({{path, {}}}).constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(client.queue.find(id)->bytesSent > MiB, patience);
        if (isWaiting) {
            m_server->kill();
            QTRY_COMPARE_WITH_TIMEOUT(client.queue.find(id)->state, UploadState::Waiting, patience);
            QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        }
        QCOMPARE(m_server->count(), 1);
        client.queue.cancel(id);
        QCOMPARE(client.queue.find(id)->state, UploadState::Cancelled);
        QCOMPARE(client.queue.find(id)->resume, ResumePoint());
        QTRY_COMPARE_WITH_TIMEOUT(m_server->count(), 0, patience);
    }

    void tooLargeIsTold()
    {
        QVERIFY2(m_server->start(MiB), qPrintable(m_server->failure()));
        Client client(m_server->url());
        const UploadRecord record = client.upload(m_files.makeFile(QStringLiteral("big.bin"), MiB + 1));
        QCOMPARE(record.state, UploadState::Failed);
        QCOMPARE(record.httpStatus, 413);
        QVERIFY2(record.error.message.contains(QStringLiteral("it takes files of up to 1.00 MiB")),
                 qPrintable(record.error.message));
        QVERIFY(m_server->relay().bytesSent() < 4096); // and nothing was sent in vain
    }

    void limitIsKept()
    {
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        const QString path = m_files.makeFile(QStringLiteral("slow.bin"), 3 * MiB);
        Client client(m_server->url());
        client.queue.setRateLimit({.bytesPerSecond = 2 * MiB, .burst = MiB});
        QElapsedTimer took;
        took.start();
        QCOMPARE(client.upload(path).error, base::Error{});
        QVERIFY(took.elapsed() >= 990); // two of its three MiB had to wait for their turn
        QCOMPARE(support::TestFiles::content(m_server->onlyFile()), support::TestFiles::content(path));
    }

    void otherServers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const char *path, ErrorKind kind, const char *part) {
            QTest::newRow(name) << QString::fromLatin1(path) << kind << QString::fromLatin1(part);
        };
        row("one for forms", "/ok", ErrorKind::Malformed, "is this the address of a tus server?");
        row("nothing there", "/nowhere", ErrorKind::HttpStatus, "404");
        row("an older protocol", "/status?code=412&header=Tus-Version:0.2.2", ErrorKind::Malformed,
            "tus 0.2.2, not 1.0.0");
        row("one with a limit", "/status?code=413&header=Tus-Max-Size:1000", ErrorKind::HttpStatus,
            "it takes files of up to 1,000 B");
        row("one that counts wrong",
            "/status?code=201&header=Location:%2Fstatus%3Fcode%3D204%26header%3DUpload-Offset%3A5",
            ErrorKind::Malformed, "says that it has '5' now");
        row("one that loses uploads", "/status?code=201&header=Location:%2Fgone", ErrorKind::HttpStatus,
            "the server loses uploads");
        row("one that moved", "/redirect?status=308&to=other", ErrorKind::RedirectRefused,
            "use that address");
        row("no HTTP at all", "/broken?kind=no-http", ErrorKind::Protocol, "");
    }

    void otherServers()
    {
        QFETCH(QString, path);
        QFETCH(QString, part);
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        Client client(server.url(path));
        const UploadRecord record = client.upload(m_files.makeFile(QStringLiteral("any.bin"), 100'000));
        QCOMPARE(record.state, UploadState::Failed);
        QTEST(record.error.kind, "kind");
        QVERIFY2(record.error.message.contains(part), qPrintable(record.error.message));
    }

private:
    support::TestFiles m_files;
    std::unique_ptr<TusServer> m_server;
};

QTEST_GUILESS_MAIN(TestTusServer)
#include "tst_tusserver.moc"
