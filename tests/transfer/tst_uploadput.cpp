// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

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
    UploadRecord upload(const QString &path, const QString &file, const QString &name = {},
                        const RateLimit::Setting &limit = {})
    {
        net::CurlAccessManager manager;
        base::SystemClock clock;
        UploadQueue queue(manager, clock);
        UploadTarget target;
        target.endpoint.url = m_server.url();
        target.endpoint.url.setPath(path.section(u'?', 0, 0));
        target.endpoint.url.setQuery(path.contains(u'?') ? path.section(u'?', 1) : QString());
        target.method = UploadMethod::Put;
        queue.setTarget(target);
        queue.setRateLimit(limit);
        QSignalSpy drained(&queue, &UploadQueue::drained);
        const UploadId id = queue.add({{file, name}}).constFirst();
        return drained.wait(patience) ? *queue.find(id) : UploadRecord();
    }

    support::TestFiles m_files;
    support::NginxServer m_server;
};

QTEST_GUILESS_MAIN(TestUploadPut)
#include "tst_uploadput.moc"
