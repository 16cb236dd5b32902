// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/memoryeta.h"

#include <QTest>

#include <cmath>
#include <limits>

using analysis::Interval;

class TestMemoryEta final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reached_data();
    void reached();
    void never_data();
    void never();
    void ofReadings_data();
    void ofReadings();
};

void TestMemoryEta::reached_data()
{
    QTest::addColumn<double>("current"); // limit 1000
    QTest::addColumn<double>("pace");
    QTest::addColumn<Interval>("bounds");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("earliest");
    QTest::addColumn<double>("latest"); // -1: unknown
    QTest::newRow("plain") << 200.0 << 4.0 << Interval{2, 8} << 200.0 << 100.0 << 400.0;
    QTest::newRow("may not grow at all") << 200.0 << 4.0 << Interval{-1, 8} << 200.0 << 100.0 << -1.0;
    QTest::newRow("no interval known") << 200.0 << 4.0 << Interval{4, 4} << 200.0 << 200.0 << 200.0;
    QTest::newRow("there already") << 1000.0 << 4.0 << Interval{2, 8} << 0.0 << 0.0 << 0.0;
    QTest::newRow("beyond, and falling") << 1200.0 << -4.0 << Interval{-8, -2} << 0.0 << 0.0 << 0.0;
}

void TestMemoryEta::reached()
{
    QFETCH(double, current);
    QFETCH(double, pace);
    QFETCH(Interval, bounds);
    const auto eta = analysis::etaToLimit(current, 1000, pace, bounds);
    QVERIFY(eta);
    QTEST(eta->expected, "expected");
    QTEST(eta->earliest, "earliest");
    QTEST(eta->latest.value_or(-1), "latest");
}

void TestMemoryEta::never_data()
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<double>("current");
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("pace");
    QTest::newRow("does not grow") << 200.0 << 1000.0 << 0.0;
    QTest::newRow("falls") << 200.0 << 1000.0 << -1.0;
    QTest::newRow("pace unknown") << 200.0 << 1000.0 << unknown;
    QTest::newRow("no limit") << 200.0 << std::numeric_limits<double>::infinity() << 1.0;
    QTest::newRow("limit 0 means none") << 200.0 << 0.0 << 1.0;
    QTest::newRow("memory unknown") << unknown << 1000.0 << 1.0;
}

void TestMemoryEta::never()
{
    QFETCH(double, current);
    QFETCH(double, limit);
    QFETCH(double, pace);
    QVERIFY(!analysis::etaToLimit(current, limit, pace, {pace, pace}));
}

void TestMemoryEta::ofReadings_data()
{
    QTest::addColumn<int>("readings"); // one in five seconds, limit 1000
    QTest::addColumn<double>("pace"); // a second, from 100 on
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("expected"); // -1: unknown
    const double never = std::numeric_limits<double>::infinity();
    QTest::newRow("grows") << 61 << 1.0 << 0.0 << 600.0;
    QTest::newRow("grows, with noise") << 61 << 1.0 << 5.0 << 600.0;
    QTest::newRow("does not grow") << 61 << 0.0 << 5.0 << never;
    QTest::newRow("grows less than it wavers") << 61 << 0.001 << 40.0 << never;
    QTest::newRow("falls") << 61 << -0.3 << 1.0 << never;
    QTest::newRow("two minutes are enough") << 25 << 1.0 << 0.0 << 780.0;
    QTest::newRow("less are not") << 24 << 1.0 << 0.0 << -1.0;
    QTest::newRow("there already") << 2 << 1000.0 << 0.0 << 0.0;
    QTest::newRow("nothing read") << 0 << 1.0 << 0.0 << -1.0;
}

void TestMemoryEta::ofReadings()
{
    QFETCH(const int, readings);
    QFETCH(const double, pace);
    QFETCH(const double, noise);
    QFETCH(const double, expected);
    analysis::FloorSeries series;
    for (int i = 0; i < readings; ++i)
        series.push_back({5.0 * i, 100 + pace * 5 * i + noise * ((i * 7919) % 11 - 5) / 5});
    const double found = analysis::secondsToLimit(series, 1000).value_or(-1);
    if (std::isinf(expected) || expected <= 0)
        QCOMPARE(found, expected);
    else
        QVERIFY2(std::abs(found - expected) < 0.05 * expected, qPrintable(QString::number(found)));
    QVERIFY(!analysis::secondsToLimit(series, 0)); // no limit
}

QTEST_APPLESS_MAIN(TestMemoryEta)
#include "tst_memoryeta.moc"
