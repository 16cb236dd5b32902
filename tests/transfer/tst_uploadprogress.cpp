// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadprogress.h"

#include <QTest>

using namespace transfer;

class TestUploadProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percent_data()
    {
        QTest::addColumn<UploadState>("state");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("sent");
        QTest::addColumn<int>("expected");
        QTest::newRow("nothing yet") << UploadState::Sending << qint64(100) << qint64(0) << 0;
        QTest::newRow("rounds down") << UploadState::Sending << qint64(1000) << qint64(719) << 71;
        QTest::newRow("all handed over, still sending")
            << UploadState::Sending << qint64(100) << qint64(100) << 99;
        QTest::newRow("answering") << UploadState::Answering << qint64(100) << qint64(100) << 100;
        QTest::newRow("empty file") << UploadState::Sending << qint64(0) << qint64(0) << 0;
        QTest::newRow("empty file, done") << UploadState::Done << qint64(0) << qint64(0) << 100;
        QTest::newRow("unknown size") << UploadState::Sending << qint64(-1) << qint64(5) << 0;
        QTest::newRow("more than there was") << UploadState::Failed << qint64(10) << qint64(20) << 99;
    }

    void percent()
    {
        QFETCH(UploadState, state);
        QFETCH(qint64, bytes);
        QFETCH(qint64, sent);
        UploadRecord record;
        record.state = state;
        record.bytes = bytes;
        record.bytesSent = sent;
        QTEST(percentSent(record), "expected");
    }

    void timeLeftIsOnlyGivenWhenKnown()
    {
        UploadRecord record;
        record.state = UploadState::Sending;
        record.bytes = 1000;
        record.bytesSent = 1;
        record.bytesPerSecond = 100;
        QCOMPARE(secondsLeft(record), std::chrono::seconds(10));
        record.bytesPerSecond = 0;
        QVERIFY(!secondsLeft(record));
        record.bytesPerSecond = 1e-9;
        QVERIFY(!secondsLeft(record));
        record.bytesPerSecond = 100;
        record.state = UploadState::Answering;
        QVERIFY(!secondsLeft(record));
    }

    void queuesTimeLeft()
    {
        QueueTotals totals;
        totals.bytes = 1000;
        totals.bytesDone = 1;
        QVERIFY(!secondsLeft(totals));
        totals.bytesPerSecond = 100;
        QCOMPARE(secondsLeft(totals), std::chrono::seconds(10));
        totals.bytesDone = 2000; // a file that grew
        QCOMPARE(secondsLeft(totals), std::chrono::seconds(0));
        totals.bytes = 100LL * 7 * 24 * 3600 + 2000;
        QCOMPARE(secondsLeft(totals), std::chrono::weeks(1));
        totals.bytes += 1;
        QVERIFY(!secondsLeft(totals));
    }
};

QTEST_GUILESS_MAIN(TestUploadProgress)
#include "tst_uploadprogress.moc"
