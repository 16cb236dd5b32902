// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/linearfit.h"
#include "core/analysis/steps.h"

#include <QTest>

#include <cmath>

using analysis::FloorSeries;

namespace {

/// A wiggle of ±100 around a line: noise without chance.
FloorSeries wiggle(int rounds, double slope)
{
    FloorSeries series;
    for (int i = 0; i <= rounds; ++i)
        series.push_back({i * 20.0, i * 20.0 * slope + (i * 7 % 5 - 2) * 50.0});
    return series;
}

constexpr double minimum = 512 * 20;

} // namespace

class TestSteps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void named_data();
    void named();
    void nothingToName_data();
    void nothingToName();
    void twoSteps();
    void spikeIsSetAside();
    void withoutStepsTheLineIsLeft();
};

void TestSteps::named_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<int>("at");
    QTest::addColumn<double>("size");
    QTest::addColumn<double>("slope");
    QTest::newRow("up, flat server") << 10 << 6 << 8.0 * 1024 * 1024 << 0.0;
    QTest::newRow("up, leaking server") << 10 << 5 << 200'000.0 << 2000.0;
    QTest::newRow("down, leaking server") << 10 << 4 << -1e6 << 1024.0;
    QTest::newRow("early") << 10 << 3 << 50'000.0 << 0.0;
    QTest::newRow("late") << 10 << 8 << 50'000.0 << 0.0;
    QTest::newRow("long series") << 40 << 20 << 50'000.0 << 700.0;
}

void TestSteps::named()
{
    QFETCH(int, rounds);
    QFETCH(int, at);
    QFETCH(double, size);
    QFETCH(double, slope);
    FloorSeries series = wiggle(rounds, slope);
    for (std::size_t i = static_cast<std::size_t>(at); i < series.size(); ++i)
        series[i].value += size;
    const analysis::SteppedSeries stepped = analysis::findSteps(series, minimum);
    QCOMPARE(stepped.steps.size(), size_t(1));
    QCOMPARE(stepped.steps[0].uploads, at * 20.0);
    QVERIFY2(std::abs(stepped.steps[0].size - size) < 300,
             qPrintable(QString::number(stepped.steps[0].size)));
    QVERIFY(std::abs(analysis::fitLine(series, stepped.breaks)->slope - slope) < 10);
}

void TestSteps::nothingToName_data()
{
    QTest::addColumn<QList<double>>("values"); // MiB, every 20 uploads
    QTest::newRow("nothing") << QList<double>{};
    QTest::newRow("flat") << QList<double>(11, 4);
    QTest::newRow("line") << QList<double>{0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200};
    QTest::newRow("cache that fills in two rounds")
        << QList<double>{0, 20, 24, 24, 24, 24, 24, 24, 24, 24, 24};
    QTest::newRow("cache that fills in five rounds")
        << QList<double>{0, 20, 40, 60, 80, 88, 88, 88, 88, 88, 88};
    QTest::newRow("leak that begins in the middle") << QList<double>{0, 0, 0, 0, 0, 0, 20, 40, 60, 80, 100};
    QTest::newRow("too late to tell from a beginning") << QList<double>{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20};
    QTest::newRow("too few rounds") << QList<double>{0, 0, 0, 9, 9, 9, 9};
}

void TestSteps::nothingToName()
{
    QFETCH(QList<double>, values);
    FloorSeries series;
    for (const double value : values)
        series.push_back({static_cast<double>(series.size()) * 20, value * 1024 * 1024});
    const analysis::SteppedSeries stepped = analysis::findSteps(series, minimum);
    QVERIFY(stepped.steps.empty());
    QVERIFY(stepped.spikes.empty());
    QCOMPARE(stepped.withoutSteps(), series);
}

void TestSteps::twoSteps()
{
    FloorSeries series = wiggle(20, 600);
    for (std::size_t i = 5; i < series.size(); ++i)
        series[i].value += i < 13 ? 100'000 : 350'000;
    const analysis::SteppedSeries stepped = analysis::findSteps(series, minimum);
    QCOMPARE(stepped.breaks, (std::vector<std::size_t>{5, 13}));
    QVERIFY(std::abs(stepped.steps[0].size - 100'000) < 300);
    QVERIFY(std::abs(stepped.steps[1].size - 250'000) < 300);
}

void TestSteps::spikeIsSetAside()
{
    FloorSeries series = wiggle(10, 0);
    series[4].value += 70'000;
    const analysis::SteppedSeries stepped = analysis::findSteps(series, minimum);
    QCOMPARE(stepped.spikes.size(), size_t(1));
    QCOMPARE(stepped.spikes[0].uploads, 80.0);
    QCOMPARE(stepped.floors.size(), series.size() - 1);
    QVERIFY(stepped.steps.empty());

    series[10].value += 70'000; // the last floor may as well be a beginning
    QCOMPARE(analysis::findSteps(series, minimum).spikes.size(), size_t(1));
}

void TestSteps::withoutStepsTheLineIsLeft()
{
    FloorSeries series = wiggle(10, 1000);
    for (std::size_t i = 6; i < series.size(); ++i)
        series[i].value += 500'000;
    const FloorSeries level = analysis::findSteps(series, minimum).withoutSteps();
    for (const double growth : analysis::increments(level))
        QVERIFY(std::abs(growth - 1000) < 20);
}

QTEST_APPLESS_MAIN(TestSteps)
#include "tst_steps.moc"
