// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep's plots are drawn from, and the axis of times.
#include "core/report/sweepchart.h"
#include "tests/report/sweepexamples.h"

#include <QTest>

#include <cmath>

using namespace report;
using Figure = SweepLine::Figure;

class TestSweepChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<QStringList>("labels");
        const auto row = [](const char *name, double largest, const QStringList &labels) {
            QTest::newRow(name) << largest << labels;
        };
        row("nothing", 0, {QStringLiteral("0"), QStringLiteral("1 µs")});
        row("microseconds", 0.00031,
            {QStringLiteral("0"), QStringLiteral("100 µs"), QStringLiteral("200 µs"),
             QStringLiteral("300 µs")});
        row("milliseconds", 0.236, {QStringLiteral("0"), QStringLiteral("100 ms"), QStringLiteral("200 ms")});
        row("seconds", 31,
            {QStringLiteral("0"), QStringLiteral("10 s"), QStringLiteral("20 s"), QStringLiteral("30 s")});
        row("a little more than a second", 1.2,
            {QStringLiteral("0"), QStringLiteral("500 ms"), QStringLiteral("1,000 ms")});
    }

    void durations()
    {
        QFETCH(double, largest);
        QFETCH(QStringList, labels);
        const Scale scale = durationScale(largest, 4);
        QStringList told;
        for (const Tick &tick : scale.ticks) {
            told += tick.label;
            QVERIFY(tick.value <= scale.top);
        }
        QCOMPARE(told, labels);
        QVERIFY(scale.top >= largest && scale.top > 0);
    }

    void latenciesByLevel()
    {
        const SweepChart chart = latencyChart(examples::collapsing().levels);
        QCOMPARE(chart.levels,
                 (QStringList{QStringLiteral("1"), QStringLiteral("10"), QStringLiteral("50"),
                              QStringLiteral("200")}));
        QCOMPARE(chart.lines.size(), std::size_t(3));
        QCOMPARE(chart.lines[0].figure, Figure::P50);
        QCOMPARE(chart.lines[2].name, QStringLiteral("p99"));
        for (std::size_t level = 0; level < 4; ++level) {
            QVERIFY(chart.lines[0].values[level] <= chart.lines[1].values[level]);
            QVERIFY(chart.lines[1].values[level] <= chart.lines[2].values[level]);
            QVERIFY(chart.lines[2].values[level] <= chart.scale.top);
        }
        QVERIFY(std::abs(chart.lines[0].values[3] - 0.162) < 0.01); // seconds
        QVERIFY(chart.lines[0].readings[3].endsWith(QStringLiteral(" ms")));
        QCOMPARE(chart.collapsedAt, std::optional<std::size_t>(3));
        QVERIFY(!latencyChart(examples::scaling().levels).collapsedAt);
    }

    void peaksByLevel()
    {
        const SweepChart chart = peakChart(examples::collapsing().levels);
        QCOMPARE(chart.lines.size(), std::size_t(2));
        QCOMPARE(chart.lines[0].figure, Figure::Heap);
        QCOMPARE(chart.lines[0].readings[3], QStringLiteral("202 MiB"));
        QCOMPARE(chart.lines[1].name, QStringLiteral("RSS"));
        QCOMPARE(chart.lines[1].values[3], 208.0 * 1024 * 1024);
    }

    // What is not known is left out: a whole line, or one level of it.
    void unknownIsNotDrawn()
    {
        QVERIFY(latencyChart({}).isEmpty());
        QVERIFY(peakChart(examples::silentAndStopped().levels).isEmpty());
        experiment::SweepResult result = examples::storm();
        result.levels[0] = examples::sweepLevel(50, {0, 0, 20, {}, {}});
        const SweepChart chart = latencyChart(result.levels);
        QCOMPARE(chart.lines.size(), std::size_t(3));
        QVERIFY(std::isnan(chart.lines[0].values[0]));
        QCOMPARE(chart.lines[0].readings[0], QStringLiteral("—"));
        QVERIFY(std::isfinite(chart.lines[0].values[1]));
    }
};

QTEST_GUILESS_MAIN(TestSweepChart)
#include "tst_sweepchart.moc"
