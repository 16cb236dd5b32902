// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>
#include <fstream>
#include <iterator>

using base::ErrorKind;
using namespace transfer;

namespace {

constexpr int patience = 60'000;

} // namespace

/// Raw PUTs to nginx with its dav module.
class TestUploadPut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(QStringLiteral("40m")), qPrintable(m_server.failure())); }

    void arrivesWhole_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {0, 1, 65'536, 32 * 1024 * 1024 + 1})
            QTest::addRow("%lld bytes", size) << size;
    }

    void arrivesWhole()
    {
        QFETCH(qint64, size);
        const QString path = m_files.makeFile(QStringLiteral("a b#c%märz?.bin"), size);
        const UploadRecord record = upload(QStringLiteral("/dav/"), path);
        QCOMPARE(record.error, base::Error{});
        QVERIFY(record.httpStatus == 201 || record.httpStatus == 204); // 204: one of that name was there
        QCOMPARE(record.bytesSent, size);
        QCOMPARE(support::TestFiles::content(m_server.stored(QStringLiteral("a b#c%märz?.bin"))),
                 support::TestFiles::content(path));
    }

    void addressMayNameTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("stored");
        QTest::newRow("fixed") << QStringLiteral("/dav/fixed") << QStringLiteral("fixed");
        QTest::newRow("by number") << QStringLiteral("/dav/run-{n}/{name}")
                                   << QStringLiteral("run-1/name.bin");
        QTest::newRow("number and folder") << QStringLiteral("/dav/{n}/") << QStringLiteral("1/name.bin");
    }

    void addressMayNameTheFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, stored);
        const QString file = m_files.makeFile(QStringLiteral("name.bin"), 1000, 7);
        QCOMPARE(upload(path, file).error, base::Error{});
        QCOMPARE(support::TestFiles::content(m_server.stored(stored)), support::TestFiles::content(file));
    }

    void relativeFoldersAreKept()
    {
        const QString file = m_files.makeFile(QStringLiteral("tree/deep/name.bin"), 1000, 9);
        QCOMPARE(upload(QStringLiteral("/dav/"), file, QStringLiteral("tree/deep/name.bin")).error,
                 base::Error{});
        QCOMPARE(support::TestFiles::content(m_server.stored(QStringLiteral("tree/deep/name.bin"))),
                 support::TestFiles::content(file));
    }

    // nginx would answer 201 to the first and 204 to the second, and keep the second alone.
    void twoFilesNeverShareAnAddress_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("stored");
        QTest::newRow("by name") << QStringLiteral("/dav/shared/") << QStringLiteral("shared/same.bin");
        QTest::newRow("fixed") << QStringLiteral("/dav/one.bin") << QStringLiteral("one.bin");
    }

    void twoFilesNeverShareAnAddress()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, stored);
        const QString first = m_files.makeFile(QStringLiteral("first/same.bin"), 1000, 1);
        const QString second = m_files.makeFile(QStringLiteral("second/same.bin"), 1000, 2);
        Client client(targetAt(path));
        const QList<UploadId> ids = client.run({{first, {}}, {second, {}}, {first, {}}});
        QCOMPARE(client.queue.find(ids[0])->state, UploadState::Done);
        const UploadRecord refused = *client.queue.find(ids[1]);
        QCOMPARE(refused.state, UploadState::Failed);
        QCOMPARE(refused.error.kind, ErrorKind::AddressTaken);
        QVERIFY2(refused.error.message.contains(first), qPrintable(refused.error.message));
        QCOMPARE(refused.attempts, 0);
        QCOMPARE(client.queue.find(ids[2])->state, UploadState::Done); // the same file once more
        QCOMPARE(support::TestFiles::content(m_server.stored(stored)), support::TestFiles::content(first));

        // Nor does it in a queue that comes back, unless the first one is forgotten.
        Client later(targetAt(path));
        later.queue.restore(client.queue.records());
        later.retryFailed();
        QCOMPARE(later.queue.find(ids[1])->error.kind, ErrorKind::AddressTaken);
        later.queue.retry(ids[1]);
        later.queue.clearFinished(); // it waits, and stays
        QVERIFY(later.drained.wait(patience));
        QCOMPARE(later.queue.find(ids[1])->state, UploadState::Done);
        QCOMPARE(support::TestFiles::content(m_server.stored(stored)), support::TestFiles::content(second));
    }

    // Nobody waits for it any more, and none of it is on the server.
    void cancelledUploadsGiveTheirAddressBack()
    {
        const QString first = m_files.makeFile(QStringLiteral("left/freed.bin"), 1'000'000, 1);
        const QString second = m_files.makeFile(QStringLiteral("right/freed.bin"), 1'000, 2);
        Client client(targetAt(QStringLiteral("/dav/")));
        client.queue.setRateLimit({.bytesPerSecond = 100'000, .burst = 50'000});
        const UploadId cancelled = client.queue.add({{first, {}}}).constFirst();
        QTRY_COMPARE_GT_WITH_TIMEOUT(client.queue.find(cancelled)->bytesSent, 0, patience);
        client.queue.cancel(cancelled);
        QVERIFY(client.drained.wait(patience));
        const UploadId sent = client.run({{second, {}}}).constFirst();
        QCOMPARE(client.queue.find(sent)->error, base::Error{});
        QCOMPARE(support::TestFiles::content(m_server.stored(QStringLiteral("freed.bin"))),
                 support::TestFiles::content(second));
        client.queue.retry(cancelled);
        QVERIFY(client.drained.wait(patience));
        QCOMPARE(client.queue.find(cancelled)->error.kind, ErrorKind::AddressTaken); // by now
    }

    // It may be storing it just now.
    void cancelledUploadsThatTheServerHasKeepTheirAddress()
    {
        support::FaultyServer slow;
        QVERIFY2(slow.start(), qPrintable(slow.failure()));
        UploadTarget target;
        target.endpoint.url = slow.url(QStringLiteral("/delay?ms=600000"));
        target.method = UploadMethod::Put;
        Client client(target);
        const UploadId cancelled
            = client.queue.add({{m_files.makeFile(QStringLiteral("kept-1.bin"), 1'000), {}}}).constFirst();
        QTRY_COMPARE_WITH_TIMEOUT(client.queue.find(cancelled)->state, UploadState::Answering, patience);
        client.queue.cancel(cancelled);
        QVERIFY(client.drained.wait(patience));
        const UploadId refused
            = client.run({{m_files.makeFile(QStringLiteral("kept-2.bin"), 1'000), {}}}).constFirst();
        QCOMPARE(client.queue.find(refused)->error.kind, ErrorKind::AddressTaken);
    }

    void namesAreBytes()
    {
        const QByteArray folder = QFile::encodeName(m_files.folder()) + '/';
        const QByteArrayList names{"m\xe4rz.bin", "m\xe5rz.bin"};
        QList<UploadQueue::Item> items;
        for (const QByteArray &name : names) {
            const QByteArray path = folder + name;
            std::ofstream(path.constData()) << name.constData();
            items.append({fromNativePath(path), {}});
        }
        Client client(targetAt(QStringLiteral("/dav/")));
        client.run(items);
        QCOMPARE(client.queue.totals().done, 2);
        for (const QByteArray &name : names) {
            const QByteArray path = QFile::encodeName(m_server.stored(QString())) + name;
            std::ifstream stored(path.constData());
            QVERIFY2(std::string(std::istreambuf_iterator<char>(stored), {}) == name.toStdString(),
                     name.toPercentEncoding().constData());
            std::remove(path.constData()); // Qt would not know the name
            std::remove(QByteArray(folder + name).constData());
        }
    }

    void limitIsKept()
    {
        const QString file = m_files.makeFile(QStringLiteral("limited.bin"), 300'000, 3);
        const UploadRecord record
            = upload(QStringLiteral("/dav/"), file, {}, {.bytesPerSecond = 1'000'000, .burst = 50'000});
        QCOMPARE(record.error, base::Error{});
        QVERIFY2(record.bytesPerSecond < 1'250'000, qPrintable(QString::number(record.bytesPerSecond)));
        QCOMPARE(support::TestFiles::content(m_server.stored(QStringLiteral("limited.bin"))),
                 support::TestFiles::content(file));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("part");
        QTest::newRow("without dav") << QStringLiteral("/static/") << qint64(1000) << 405
                                     << QStringLiteral("it takes no PUT at this address");
        QTest::newRow("too large") << QStringLiteral("/dav/") << qint64(41) * 1024 * 1024 << 413
                                   << QStringLiteral("413 Request Entity Too Large");
        QTest::newRow("to a folder's own address")
            << QStringLiteral("/dav/?{name}") << qint64(1000) << 409 << QStringLiteral("409 Conflict");
    }

    void refusals()
    {
        QFETCH(QString, path);
        QFETCH(qint64, size);
        QFETCH(QString, part);
        const UploadRecord record = upload(path, m_files.makeFile(QStringLiteral("refused.bin"), size));
        QCOMPARE(record.state, UploadState::Failed);
        QCOMPARE(record.error.kind, ErrorKind::HttpStatus);
        QTEST(record.httpStatus, "status");
        QVERIFY2(record.error.message.contains(part), qPrintable(record.error.message));
        QVERIFY(!QFile::exists(m_server.stored(QStringLiteral("refused.bin"))));
    }

private:
    /// A queue of its own.
    struct Client
    {
        explicit Client(const UploadTarget &target)
            : queue(manager, clock)
            , drained(&queue, &UploadQueue::drained)
        {
            queue.setTarget(target);
        }
        QList<UploadId> run(const QList<UploadQueue::Item> &items)
        {
            const QList<UploadId> ids = queue.add(items);
            return drained.wait(patience) ? ids : QList<UploadId>();
        }
        void retryFailed()
        {
            queue.retryAllFailed();
            QVERIFY(drained.wait(patience));
        }

        net::CurlAccessManager manager;
        base::SystemClock clock;
        UploadQueue queue;
        QSignalSpy drained;
    };

    [[nodiscard]] UploadTarget targetAt(const QString &path) const
    {
        UploadTarget target;
        target.endpoint.url = m_server.url();
        target.endpoint.url.setPath(path.section(u'?', 0, 0));
        target.endpoint.url.setQuery(path.contains(u'?') ? path.section(u'?', 1) : QString());
        target.method = UploadMethod::Put;
        return target;
    }
    UploadRecord upload(const QString &path, const QString &file, const QString &name = {},
                        const RateLimit::Setting &limit = {})
    {
        Client client(targetAt(path));
        client.queue.setRateLimit(limit);
        const QList<UploadId> ids = client.run({{file, name}});
        return ids.isEmpty() ? UploadRecord() : *client.queue.find(ids.constFirst());
    }

    support::TestFiles m_files;
    support::NginxServer m_server;
};

QTEST_GUILESS_MAIN(TestUploadPut)
#include "tst_uploadput.moc"
