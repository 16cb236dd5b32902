// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/growthgauge.h"

#include <QTest>

using analysis::GrowthGauge;
using analysis::GrowthTrend;

Q_DECLARE_METATYPE(GrowthTrend::Kind)

class TestGrowthGauge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growth_data();
    void growth();
    void growthOfAHeapCountsOnlyAfterCollections();
    void aTrendOverTimeHasAnAge();
    void whatFellDoesNotGrow();
    void smallChangesAreNoise();
};

void TestGrowthGauge::growth_data()
{
    QTest::addColumn<double>("perUpload"); // what a reading rises by with each upload
    QTest::addColumn<int>("uploads");
    QTest::addColumn<int>("levelsAfter"); // uploads; -1: never
    QTest::addColumn<GrowthTrend::Kind>("kind");
    QTest::addColumn<double>("expectedPerUpload");
    using Kind = GrowthTrend::Kind;
    QTest::newRow("leaks") << 1000.0 << 200 << -1 << Kind::PerUpload << 1000.0;
    QTest::newRow("leaks, few uploads") << 1000.0 << 6 << -1 << Kind::PerUpload << 1000.0;
    QTest::newRow("clean") << 0.0 << 200 << -1 << Kind::Steady << 0.0;
    QTest::newRow("below the noise") << 0.4 << 200 << -1 << Kind::Steady << 0.0;
    QTest::newRow("a cache that filled") << 1000.0 << 200 << 60 << Kind::Levelled << 300.0;
    QTest::newRow("shrinks") << -10.0 << 200 << -1 << Kind::Steady << 0.0;
    QTest::newRow("too few uploads to divide by") << 1000.0 << 4 << -1 << Kind::OverTime << 0.0;
    QTest::newRow("nothing happens") << 0.0 << 0 << -1 << Kind::Steady << 0.0;
}

void TestGrowthGauge::growth()
{
    QFETCH(double, perUpload);
    QFETCH(int, uploads);
    QFETCH(int, levelsAfter);
    GrowthGauge gauge(100);
    QCOMPARE(gauge.trend().kind, GrowthTrend::Kind::Unknown);
    qint64 time = 0;
    double value = 10'000;
    const auto read = [&](int finished) {
        // Three of four readings are above the floor: something is in use.
        time += 1000;
        gauge.add(time, value + static_cast<double>(time / 1000 % 4) * 700, finished);
    };
    for (int i = 0; i < 20; ++i)
        read(0);
    for (int i = 1; i <= uploads; ++i) {
        if (levelsAfter < 0 || i <= levelsAfter)
            value += perUpload;
        read(i);
    }
    for (int i = 0; i < 12; ++i)
        read(uploads);
    QTEST(gauge.trend().kind, "kind");
    QFETCH(double, expectedPerUpload);
    QVERIFY2(qAbs(gauge.trend().perUpload - expectedPerUpload) <= 0.02 * expectedPerUpload,
             qPrintable(QString::number(gauge.trend().perUpload)));
}

void TestGrowthGauge::growthOfAHeapCountsOnlyAfterCollections()
{
    // Garbage rises by 1000 an upload and nothing is collected: not one word of growth.
    GrowthGauge gauge(100);
    qint64 time = 0;
    for (int i = 0; i < 15; ++i)
        gauge.add(time += 1000, 10'000, 0, i == 0);
    for (int i = 1; i < 50; ++i)
        gauge.add(time += 1000, 10'000 + i * 1000, i, false);
    QVERIFY(gauge.trend().kind != GrowthTrend::Kind::PerUpload);
    // Now it is, and all was garbage.
    gauge.add(time += 1000, 10'000, 50, true);
    QCOMPARE(gauge.trend().kind, GrowthTrend::Kind::Steady);
}

void TestGrowthGauge::aTrendOverTimeHasAnAge()
{
    const auto jumpedAndThen = [](double value, int readings) {
        GrowthGauge gauge(100);
        qint64 time = 0;
        for (int i = 0; i < 70; ++i)
            gauge.add(time += 1000, 10'000, 0);
        for (int i = 0; i < 10; ++i)
            gauge.add(time += 1000, 20'000, 0);
        for (int i = 0; i < readings; ++i) // nothing is collected any more
            gauge.add(time += 1000, value, 0, false);
        return gauge.trend();
    };
    QCOMPARE(jumpedAndThen(20'000, 0).kind, GrowthTrend::Kind::OverTime);
    QCOMPARE(jumpedAndThen(20'000, 0).total, 10'000.0);
    QCOMPARE(jumpedAndThen(20'000, 30).kind, GrowthTrend::Kind::OverTime);
    QCOMPARE(jumpedAndThen(20'000, 70).kind,
             GrowthTrend::Kind::Steady); // even with its garbage it is no more
    QCOMPARE(jumpedAndThen(25'000, 70).kind, GrowthTrend::Kind::Unknown);
}

void TestGrowthGauge::whatFellDoesNotGrow()
{
    // All uploads between two floors, so that there is no half-way: what rises with them may be in use only.
    GrowthGauge gauge(3);
    qint64 time = 0;
    const auto read = [&](double value, int uploads) {
        for (int i = 0; i < 20; ++i)
            gauge.add(time += 1000, value, uploads);
    };
    read(8, 0);
    read(60, 20);
    QCOMPARE(gauge.trend().kind, GrowthTrend::Kind::PerUpload);
    read(40, 20);
    QCOMPARE(gauge.trend().kind, GrowthTrend::Kind::Levelled);
    read(8, 20);
    QCOMPARE(gauge.trend().kind, GrowthTrend::Kind::Steady);
}

void TestGrowthGauge::smallChangesAreNoise()
{
    QCOMPARE(analysis::growthNoise(analysis::Unit::Bytes), 1024.0 * 1024);
    QCOMPARE(analysis::growthNoise(analysis::Unit::Pieces), 3.0);
}

QTEST_APPLESS_MAIN(TestGrowthGauge)
#include "tst_growthgauge.moc"
