// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"
#include "ui/uploads/queuesummary.h"

#include <QCoreApplication>
#include <QTest>

using namespace ui;
using transfer::QueueTotals;

class TestQueueSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QueueTotals>("totals");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("failed");
        QTest::addColumn<QString>("rest");
        constexpr qint64 gib = 1024LL * 1024 * 1024;

        QTest::newRow("empty") << QueueTotals{} << QString() << QString() << QString();

        QueueTotals running;
        running.files = 12;
        running.waiting = 6;
        running.running = 3;
        running.done = 2;
        running.failed = 1;
        running.bytes = 13 * gib;
        running.bytesDone = 4 * gib;
        running.bytesPerSecond = 225.0 * 1024 * 1024;
        QTest::newRow("running") << running << QStringLiteral("3 of 12") << QStringLiteral("1 failed")
                                 << QStringLiteral("4.00 of 13.0 GiB · 0:41 left");

        QueueTotals slow = running;
        slow.bytesPerSecond = 0.001;
        QTest::newRow("too slow to tell") << slow << QStringLiteral("3 of 12") << QStringLiteral("1 failed")
                                          << QStringLiteral("4.00 of 13.0 GiB");

        QueueTotals waiting;
        waiting.files = waiting.waiting = 2'000;
        waiting.bytes = 2 * gib;
        QTest::newRow("nothing moves yet")
            << waiting << QStringLiteral("0 of 2,000") << QString() << QStringLiteral("0 B of 2.00 GiB");

        QTest::newRow("all done") << finished(12, 0, 0) << QStringLiteral("12 done") << QString()
                                  << QStringLiteral("1.00 GiB");
        QTest::newRow("some failed") << finished(9, 3, 0) << QStringLiteral("9 done")
                                     << QStringLiteral("3 failed") << QStringLiteral("1.00 GiB");
        QTest::newRow("one cancelled") << finished(1, 0, 1) << QStringLiteral("1 done, 1 cancelled")
                                       << QString() << QStringLiteral("1.00 GiB");
        QTest::newRow("of each") << finished(1, 1, 1) << QStringLiteral("1 done, 1 cancelled")
                                 << QStringLiteral("1 failed") << QStringLiteral("1.00 GiB");

        QueueTotals paused;
        paused.files = 5;
        paused.paused = 3;
        paused.done = 2;
        paused.bytes = 5 * gib;
        paused.bytesDone = 2 * gib;
        QTest::newRow("the rest is paused") << paused << QStringLiteral("2 of 5") << QString()
                                            << QStringLiteral("2.00 of 5.00 GiB · 3 paused");

        QueueTotals beyond;
        beyond.files = 2;
        beyond.running = beyond.done = 1;
        beyond.bytes = 1024;
        beyond.bytesDone = 4096;
        beyond.bytesPerSecond = 10;
        QTest::newRow("files grew meanwhile: no time below zero")
            << beyond << QStringLiteral("1 of 2") << QString()
            << QStringLiteral("4.00 of 1.00 KiB · 0:00 left");
    }

    void says()
    {
        QFETCH(QueueTotals, totals);
        const QueueSummary summary = queueSummary(totals);
        QTEST(summary.count, "count");
        QTEST(summary.failed, "failed");
        QTEST(summary.rest, "rest");
    }

    void tellsOfAWalk_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("expected");
        QTest::newRow("over") << QString() << QString();
        QTest::newRow("a folder") << QStringLiteral("/data/photos")
                                  << QStringLiteral("Looking through photos: 12,000 files");
        QTest::newRow("with a slash")
            << QStringLiteral("/data/photos/") << QStringLiteral("Looking through photos: 12,000 files");
        QTest::newRow("the root") << QStringLiteral("/") << QStringLiteral("Looking through /: 12,000 files");
        QTest::newRow("a long name") << QStringLiteral("/data/measurements-of-the-whole-year")
                                     << QStringLiteral(
                                            "Looking through measurements-of-the-who…: 12,000 files");
    }

    void tellsOfAWalk()
    {
        QFETCH(QString, folder);
        QTEST(walkText({folder, 12'000}), "expected");
    }

    void oneFileIsNotSeveral()
    {
        const Translation english(*QCoreApplication::instance(), Language::English);
        const QString folder = QStringLiteral("/data/photos");
        QCOMPARE(walkText({folder, 1}), QStringLiteral("Looking through photos: 1 file"));
        QCOMPARE(walkText({folder, 1'200}), QStringLiteral("Looking through photos: 1,200 files"));
    }

    void tellsWhatWasLeftOut_data()
    {
        QTest::addColumn<session::PassedOver>("what");
        QTest::addColumn<bool>("isFollowing");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << session::PassedOver{} << false << QStringList();
        QTest::newRow("one of each")
            << session::PassedOver{1, 1, 1, 1} << false
            << QStringList{QStringLiteral("One symbolic link was not followed."),
                           QStringLiteral("One entry is no file, but a pipe, socket or device."),
                           QStringLiteral("One file is written by Tidemark itself."),
                           QStringLiteral("One file was named more than once, and is uploaded once.")};
        QTest::newRow("many") << session::PassedOver{3'000, 1'000, 2} << false
                              << QStringList{
                                     QStringLiteral("1,000 symbolic links were not followed."),
                                     QStringLiteral("2 entries are no files, but pipes, sockets or devices."),
                                     QStringLiteral("3,000 files were named more than once, and are uploaded "
                                                    "once each.")};
        QTest::newRow("links that were followed")
            << session::PassedOver{0, 1, 0} << true
            << QStringList{QStringLiteral("One symbolic link leads nowhere.")};
    }

    void tellsWhatWasLeftOut()
    {
        QFETCH(const session::PassedOver, what);
        QFETCH(const bool, isFollowing);
        QTEST(leftOutTexts(what, isFollowing), "expected");
    }

private:
    static QueueTotals finished(qint64 done, qint64 failed, qint64 cancelled)
    {
        QueueTotals totals;
        totals.files = done + failed + cancelled;
        totals.done = done;
        totals.failed = failed;
        totals.cancelled = cancelled;
        totals.bytes = totals.bytesDone = 1024LL * 1024 * 1024;
        return totals;
    }
};

QTEST_GUILESS_MAIN(TestQueueSummary)
#include "tst_queuesummary.moc"
