// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/linearfit.h"
#include "core/analysis/quantile.h"

#include <QTest>

#include <cmath>
#include <limits>

using analysis::Floor;
using analysis::FloorSeries;

namespace {

bool isNear(double value, double expected, double tolerance = 1e-6)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

FloorSeries seriesOf(std::initializer_list<double> values, double uploadsPerRound = 20)
{
    FloorSeries series;
    for (const double value : values)
        series.push_back({static_cast<double>(series.size()) * uploadsPerRound, value});
    return series;
}

} // namespace

class TestLinearFit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantiles_data();
    void quantiles();
    void line();
    void driftWidensTheInterval();
    void wanderingFloorsAreAutocorrelated();
    void exactLine();
    void segments();
    void refused_data();
    void refused();
    void theilSen_data();
    void theilSen();
    void robustStatistics();
    void warmedUp_data();
    void warmedUp();
};

void TestLinearFit::quantiles_data()
{
    QTest::addColumn<double>("quantile");
    QTest::addColumn<double>("expected"); // printed tables of the distributions
    QTest::newRow("t .99, 8") << analysis::studentQuantile(0.99, 8) << 2.896;
    QTest::newRow("t .95, 9") << analysis::studentQuantile(0.95, 9) << 1.833;
    QTest::newRow("t .90, 18") << analysis::studentQuantile(0.90, 18) << 1.330;
    QTest::newRow("t .99, 1") << analysis::studentQuantile(0.99, 1) << 31.821;
    QTest::newRow("t .01, 8") << analysis::studentQuantile(0.01, 8) << -2.896;
    QTest::newRow("t .99, infinite") << analysis::studentQuantile(0.99, 1e6) << 2.326;
    QTest::newRow("F .95, 1, 8") << analysis::fisherQuantile(0.95, 1, 8) << 5.318;
    QTest::newRow("F .99, 1, 10") << analysis::fisherQuantile(0.99, 1, 10) << 10.044;
}

void TestLinearFit::quantiles()
{
    QFETCH(double, quantile);
    QFETCH(double, expected);
    QVERIFY2(std::abs(quantile - expected) < 6e-4, qPrintable(QString::number(quantile)));
    QVERIFY(std::isnan(analysis::studentQuantile(0.99, 0)));
    QVERIFY(std::isnan(analysis::fisherQuantile(0.99, 1, 0)));
}

// x̄ = 50, ȳ = 1259.1667, Sxx = 7000, Σ(x-x̄)(y-ȳ) = 34650: slope 4.95, intercept 1259.1667 - 247.5.
// Residuals -11.667 19.333 -19.667 31.333 -22.667 3.333: Σ² = 2403.33, σ = sqrt(2403.33 / 4) = 24.511902.
// Σ r_i r_(i-1) = -2007.78, so r1 = -0.8354 and r* = 0.
// Steps between residuals 31 -39 51 -54 26: Σ² / 4 = 2168.75, Σ d_i d_(i-1) / 4 = -1839.25, so e = 1084.375,
// w = 0: standard error sqrt(e / Sxx) = 0.3935870, more than least squares' 24.5119 / sqrt(7000) = 0.2929733.
void TestLinearFit::line()
{
    const auto fit = analysis::fitLine(seriesOf({1000, 1130, 1190, 1340, 1385, 1510}));
    QVERIFY(fit);
    QVERIFY(isNear(fit->slope, 4.95));
    QVERIFY(isNear(fit->intercept, 1011.6666667));
    QVERIFY(isNear(fit->residualSd, 24.5119019));
    QVERIFY(isNear(fit->autocorrelation, 0));
    QVERIFY(isNear(fit->standardError, 0.3935870));
    QCOMPARE(fit->degrees, 4.0);
    QCOMPARE(fit->spread, 7000.0);
    QVERIFY(isNear(fit->at(200), 1011.6666667 + 990));
    const analysis::Interval bounds = fit->bounds(0.99); // t(.99, 4) = 3.746947
    QVERIFY(isNear(bounds.high - fit->slope, 3.746947 * 0.3935870, 1e-5));
    QVERIFY(isNear(bounds.low + bounds.high, 2 * fit->slope));
    // At the centre only the level is uncertain, further out the slope as well.
    QVERIFY(isNear(fit->bandAt(50, 0.99), 3.746947 * 24.5119019 / std::sqrt(6.0), 1e-5));
    QVERIFY(fit->bandAt(150, 0.99) > fit->bandAt(100, 0.99));
}

// A hill of steps ±5: r* reaches its limit of 0.7, least squares inflated gives 1.9085, the drift model
// 1.7245.
void TestLinearFit::driftWidensTheInterval()
{
    const auto fit = analysis::fitLine(seriesOf({0, 5, 10, 15, 20, 15, 10, 5, 0, -5, -10}, 1));
    QVERIFY(fit);
    QVERIFY(isNear(fit->slope, -15.0 / 11));
    QVERIFY(isNear(fit->autocorrelation, 0.7));
    QVERIFY(isNear(fit->standardError, 1.9085297));
}

void TestLinearFit::wanderingFloorsAreAutocorrelated()
{
    const auto calm = analysis::fitLine(seriesOf({0, 10, 0, 10, 0, 10, 0, 10, 0, 10}));
    const auto wandering = analysis::fitLine(seriesOf({0, 0, 10, 10, 10, 0, 0, 0, 10, 10}));
    QVERIFY(calm && wandering);
    QCOMPARE(calm->autocorrelation, 0.0);
    QVERIFY(wandering->autocorrelation > 0.3);
    QVERIFY(wandering->standardError > 1.3 * calm->standardError);
}

void TestLinearFit::exactLine()
{
    const auto fit = analysis::fitLine(seriesOf({0, 2048, 4096, 6144, 8192}));
    QVERIFY(fit);
    QCOMPARE(fit->slope, 102.4);
    QVERIFY(fit->residualSd < 1e-9);
    QVERIFY(fit->bounds(0.99).halfWidth() < 1e-9);
    QVERIFY(isNear(fit->bounds(0.99).low, 102.4));
}

// The same line, lifted by 5000 from the fourth floor on: the common slope does not see it.
void TestLinearFit::segments()
{
    const FloorSeries series = seriesOf({0, 200, 400, 5600, 5800, 6000, 6200});
    const std::size_t breaks[] = {3};
    const auto fit = analysis::fitLine(series, breaks);
    QVERIFY(fit);
    QVERIFY(isNear(fit->slope, 10));
    QVERIFY(isNear(fit->at(120), 6200));
    QCOMPARE(fit->degrees, 4.0);
    QCOMPARE(fit->points, 4.0);
    QVERIFY(analysis::fitLine(series)->slope > 50);
}

void TestLinearFit::refused_data()
{
    QTest::addColumn<int>("floors");
    QTest::addColumn<int>("breakAt"); // -1: none
    QTest::addColumn<double>("badUploads");
    const double fine = -1;
    QTest::newRow("nothing") << 0 << -1 << fine;
    QTest::newRow("two floors") << 2 << -1 << fine;
    QTest::newRow("no degree left for a break") << 3 << 1 << fine;
    QTest::newRow("break at the start") << 6 << 0 << fine;
    QTest::newRow("break at the end") << 6 << 6 << fine;
    QTest::newRow("uploads fall") << 6 << -1 << 10.0;
    QTest::newRow("uploads stand") << 6 << -1 << 40.0;
    QTest::newRow("uploads unknown") << 6 << -1 << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("uploads endless") << 6 << -1 << std::numeric_limits<double>::infinity();
}

void TestLinearFit::refused()
{
    QFETCH(int, floors);
    QFETCH(int, breakAt);
    QFETCH(double, badUploads);
    FloorSeries series;
    for (int i = 0; i < floors; ++i)
        series.push_back({i * 20.0, i * 7.0});
    if (badUploads != -1)
        series[3].uploads = badUploads;
    std::vector<std::size_t> breaks;
    if (breakAt >= 0)
        breaks.push_back(static_cast<std::size_t>(breakAt));
    QVERIFY(!analysis::fitLine(series, breaks));
}

void TestLinearFit::theilSen_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("slope");
    // The 15 slopes of the pairs in line(), sorted: the eighth is 4.875.
    QTest::newRow("example") << QList<double>{1000, 1130, 1190, 1340, 1385, 1510} << 4.875;
    QTest::newRow("line with a wild floor") << QList<double>{0, 20, 40, 9000, 80, 100, 120} << 1.0;
    QTest::newRow("flat") << QList<double>{5, 5, 5, 5} << 0.0;
    QTest::newRow("two") << QList<double>{0, 30} << 1.5;
}

void TestLinearFit::theilSen()
{
    QFETCH(QList<double>, values);
    QFETCH(double, slope);
    FloorSeries series;
    for (const double value : values)
        series.push_back({static_cast<double>(series.size()) * 20, value});
    QCOMPARE(analysis::theilSenSlope(series), slope);
    QVERIFY(std::isnan(analysis::theilSenSlope(std::span(series).first(1))));
}

void TestLinearFit::robustStatistics()
{
    QCOMPARE(analysis::median({3, 1, 2}), 2.0);
    QCOMPARE(analysis::median({4, 1, 3, 2}), 2.5);
    QVERIFY(std::isnan(analysis::median({})));
    const std::vector<double> values = {1, 2, 3, 4, 1000};
    QCOMPARE(analysis::robustDeviation(values), 1.4826);
    const std::vector<double> pair = {2, 4, 4, 4, 5, 5, 7, 9}; // Σ(v - 5)² = 32, by n - 1 = 7
    QCOMPARE(analysis::standardDeviation(pair), std::sqrt(32.0 / 7));
    QCOMPARE(analysis::standardDeviation(std::span(pair).first(1)), 0.0);
    const FloorSeries uneven = {{0, 100}, {20, 140}, {30, 140}, {70, 60}};
    QCOMPARE(analysis::increments(uneven), (std::vector<double>{2, 0, -2}));
}

void TestLinearFit::warmedUp_data()
{
    QTest::addColumn<QList<double>>("floors"); // every 20 uploads
    QTest::addColumn<bool>("warm");
    QTest::newRow("nothing yet") << QList<double>{} << false;
    QTest::newRow("one floor") << QList<double>{0} << false;
    QTest::newRow("still rising") << QList<double>{0, 50'000, 61'000} << false;
    QTest::newRow("flat enough") << QList<double>{0, 50'000, 60'000} << true;
    QTest::newRow("fell") << QList<double>{0, 50'000, 40'000} << true;
}

void TestLinearFit::warmedUp()
{
    QFETCH(QList<double>, floors);
    QFETCH(bool, warm);
    FloorSeries series;
    for (const double value : floors)
        series.push_back({static_cast<double>(series.size()) * 20, value});
    QCOMPARE(analysis::isWarmedUp(series, 512), warm);
}

QTEST_APPLESS_MAIN(TestLinearFit)
#include "tst_linearfit.moc"
