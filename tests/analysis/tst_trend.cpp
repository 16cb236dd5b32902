// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/trend.h"

#include <QTest>

#include <cmath>
#include <limits>

using analysis::FloorSeries;

class TestTrend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts();
    void shortSeries_data();
    void shortSeries();
    void blankGrowth_data();
    void blankGrowth();
    void blankIsTakenOff();
    void detectable_data();
    void detectable();
};

// Growth per round 20 20 20 20 20 10 10 10 10 10 by 20 uploads: halves 1 and 0.5, mean 0.75.
// sd of the ten is 0.26352, t(.95, 9) = 1.833113: low = 0.75 - 1.833113 · 0.26352 / 3 = 0.58898.
void TestTrend::parts()
{
    FloorSeries series;
    for (int i = 0; i <= 10; ++i)
        series.push_back({i * 20.0, i <= 5 ? i * 20.0 : 100 + (i - 5) * 10.0});
    const auto trend = analysis::measureTrend(series, {}, 1e6);
    QVERIFY(trend);
    QVERIFY(std::abs(trend->firstHalf->slope - 1) < 1e-9);
    QVERIFY(std::abs(trend->secondHalf->slope - 0.5) < 1e-9);
    QCOMPARE(trend->increments.slope, 0.75);
    QVERIFY(std::abs(trend->increments.low - 0.58898) < 1e-5);
    QCOMPARE(trend->lastRound, 0.5);
    QCOMPARE(trend->lastTwo, 0.5);
    QCOMPARE(trend->lastThird, 0.5);
    QCOMPARE(trend->risingShare, 1.0);
    QCOMPARE(trend->blank, 0.0);
}

void TestTrend::shortSeries_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<bool>("measured");
    QTest::addColumn<bool>("halved");
    QTest::newRow("nothing") << -1 << false << false;
    QTest::newRow("before the first") << 0 << false << false;
    QTest::newRow("two") << 2 << false << false;
    QTest::newRow("three") << 3 << true << false;
    QTest::newRow("four") << 4 << true << true;
}

void TestTrend::shortSeries()
{
    QFETCH(int, rounds);
    QFETCH(bool, measured);
    QFETCH(bool, halved);
    FloorSeries series;
    for (int i = 0; i <= rounds; ++i)
        series.push_back({i * 20.0, i * 100.0 + i % 2});
    const auto trend = analysis::measureTrend(series, {}, 1);
    QCOMPARE(trend.has_value(), measured);
    QCOMPARE(trend && trend->firstHalf && trend->secondHalf, halved);
}

void TestTrend::blankGrowth_data()
{
    QTest::addColumn<QList<double>>("floors");
    QTest::addColumn<double>("perRound");
    QTest::addColumn<bool>("settling");
    QTest::newRow("none") << QList<double>{} << 0.0 << false;
    QTest::newRow("too few") << QList<double>{0, 1000} << 0.0 << false;
    QTest::newRow("steady") << QList<double>{0, 1000, 2010, 3000} << 1001.0 << false;
    QTest::newRow("noise") << QList<double>{0, 1000, -500, 700} << 0.0 << false;
    QTest::newRow("falls") << QList<double>{3000, 2000, 1000, 0} << 0.0 << false;
    QTest::newRow("settles") << QList<double>{0, 8000, 12'000, 14'000} << 0.0 << true;
}

void TestTrend::blankGrowth()
{
    QFETCH(QList<double>, floors);
    QFETCH(double, perRound);
    QFETCH(bool, settling);
    const std::vector<double> values(floors.begin(), floors.end());
    QCOMPARE(analysis::blankGrowth(values).perRound, perRound);
    QCOMPARE(analysis::isSettling(values), settling);
}

void TestTrend::blankIsTakenOff()
{
    FloorSeries series;
    for (int i = 0; i <= 10; ++i)
        series.push_back({i * 20.0, i * 3000.0});
    const std::vector<double> blank = {-3000, -1990, -1000, 0};
    const auto trend = analysis::measureTrend(series, blank, 1e6);
    QVERIFY(trend);
    QCOMPARE(trend->blank, 999.0 / 20);
    QVERIFY(trend->isBlankSteady);
    QCOMPARE((trend->interval.low + trend->interval.high) / 2, (3000 - 999.0) / 20);
    QVERIFY(trend->interval.halfWidth() > 0.1); // the series is exact, the blank rounds are not
    QCOMPARE(trend->lastTwo, (3000 - 999.0) / 20);
}

void TestTrend::detectable_data()
{
    QTest::addColumn<double>("sd");
    QTest::addColumn<int>("rounds");
    QTest::addColumn<double>("expected");
    // t(.99, 8) + t(.90, 8) = 2.896459 + 1.396815; · 1024 · sqrt(12 / 990) / 20
    QTest::newRow("10 rounds, 1 KiB") << 1024.0 << 10 << 512 + 24.200904;
    QTest::newRow("20 rounds, 1 KiB") << 1024.0 << 20 << 512 + 7.709051;
    QTest::newRow("no noise") << 0.0 << 10 << 512.0;
}

void TestTrend::detectable()
{
    QFETCH(double, sd);
    QFETCH(int, rounds);
    QFETCH(double, expected);
    QVERIFY(std::abs(analysis::detectableLeak(512, sd, rounds, 20) - expected) < 1e-4);
    QVERIFY(std::isnan(analysis::detectableLeak(512, sd, 2, 20)));
    QVERIFY(std::isnan(analysis::detectableLeak(512, sd, rounds, 0)));
}

QTEST_APPLESS_MAIN(TestTrend)
#include "tst_trend.moc"
