// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/gcstats.h"

#include <QTest>

#include <cmath>

using metrics::GcWatch;
using metrics::Role;

static const double unknown = std::nan("");

/// What a garbage collector did, between two moments and while readings come in.
class TestGcStats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void between_data();
    void between();
    void watching();
    void meansAreNoLongestPause();
    void longestPauseOfBefore();
};

static void read(GcWatch &watch, double cycles, double pauses, double longest = unknown)
{
    metrics::Reading reading;
    reading.set(Role::GcCount, cycles);
    reading.set(Role::GcPauseTotal, pauses);
    reading.set(Role::GcPauseMax, longest);
    watch.read(reading);
}

void TestGcStats::between_data()
{
    QTest::addColumn<QList<double>>("before"); // cycles, pauses
    QTest::addColumn<QList<double>>("after"); // and the longest
    QTest::addColumn<QList<double>>("expected"); // cycles, pauses, longest, mean
    using L = QList<double>;
    QTest::newRow("several") << L{10, 0.5} << L{14, 0.75, 0.2} << L{4, 0.25, 0.2, 0.0625};
    QTest::newRow("none") << L{10, 0.5} << L{10, 0.5, 0.2} << L{0, 0, unknown, unknown};
    QTest::newRow("longest not said") << L{10, 0.5} << L{14, 0.75, unknown} << L{4, 0.25, unknown, 0.0625};
    QTest::newRow("pauses not said") << L{10, unknown} << L{14, unknown, 0.2} << L{4, unknown, 0.2, unknown};
    QTest::newRow("another process") << L{10, 0.5} << L{4, 0.25, 0.2}
                                     << L{unknown, unknown, unknown, unknown};
    QTest::newRow("nothing said") << L{unknown, unknown} << L{4, 0.25, 0.2}
                                  << L{unknown, unknown, unknown, unknown};
}

void TestGcStats::between()
{
    QFETCH(const QList<double>, before);
    QFETCH(const QList<double>, after);
    QFETCH(const QList<double>, expected);
    const metrics::GcStats stats = metrics::gcBetween({before[0], before[1]}, {after[0], after[1]}, after[2]);
    QCOMPARE(stats.cycles, expected[0]); // takes NaN for equal to itself
    QCOMPARE(stats.pauses, expected[1]);
    QCOMPARE(stats.longest, expected[2]);
    QCOMPARE(stats.meanPause(), expected[3]);
}

void TestGcStats::watching()
{
    GcWatch watch;
    QVERIFY(std::isnan(watch.cycles()));
    read(watch, 10, 0.5, 0.004);
    QCOMPARE(watch.cycles(), 10.0);
    QVERIFY(!watch.isCollected() && std::isnan(watch.lastPause())); // what was before was not seen
    read(watch, 12, 0.75, 0.2);
    QVERIFY(watch.isCollected());
    QCOMPARE(watch.lastPause(), 0.125);
    QCOMPARE(watch.longestPause(), 0.2);
    read(watch, 12, 0.75, 0.1); // of a window that moved on
    QVERIFY(!watch.isCollected());
    QCOMPARE(watch.lastPause(), 0.125);
    QCOMPARE(watch.longestPause(), 0.2);
}

void TestGcStats::meansAreNoLongestPause()
{
    GcWatch watch;
    read(watch, 10, 0.5);
    read(watch, 12, 0.75);
    QCOMPARE(watch.lastPause(), 0.125);
    QVERIFY(std::isnan(watch.longestPause()));
}

void TestGcStats::longestPauseOfBefore()
{
    GcWatch watch;
    read(watch, 10, 0.5, 0.3);
    read(watch, 10, 0.5, 0.3);
    QVERIFY(std::isnan(watch.longestPause())); // nothing was collected since
    read(watch, 11, 0.9, 0.4);
    QCOMPARE(watch.longestPause(), 0.4);
}

QTEST_GUILESS_MAIN(TestGcStats)
#include "tst_gcstats.moc"
