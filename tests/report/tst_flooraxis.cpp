// SPDX-License-Identifier: GPL-3.0-or-later
// Where the value axis of a leak check's floors begins and ends, and what stands at it.
#include "core/report/flooraxis.h"
#include "core/report/floorsvg.h"

#include <QTest>

#include <cmath>

using analysis::Resource;
using report::FloorAxis;
using report::FloorChart;

namespace {

constexpr double kib = 1024;
constexpr double mib = 1024 * kib;

/// Ten rounds of 20 uploads, as a check of a Go server's heap has them.
FloorChart chartOf(double from, double each, double scatter = 0, int floors = 11)
{
    std::vector<experiment::FloorAt> rounds;
    for (int i = 0; i < floors; ++i) {
        experiment::FloorReading floor;
        floor.heap = from + each * 20 * i + (i % 2 ? scatter : -scatter);
        rounds.push_back({20.0 * i, floor});
    }
    analysis::ResourceVerdict verdict;
    verdict.threshold = 512;
    verdict.noise = scatter;
    return report::floorChart(Resource::Heap, rounds, {}, &verdict);
}

FloorChart countsOf(double from, double each)
{
    FloorChart chart;
    chart.resource = Resource::Goroutines;
    chart.limit = 0.2;
    for (int i = 0; i <= 10; ++i)
        chart.floors.emplace_back(20 * i, from + each * 20 * i);
    return chart;
}

QStringList labelsOf(const FloorAxis &axis)
{
    QStringList labels;
    for (const report::Tick &tick : axis.ticks())
        labels.append(tick.label);
    return labels;
}

double climb(const FloorAxis &axis, const FloorChart &chart)
{
    return axis.share(chart.floors.back().y()) - axis.share(chart.floors.front().y());
}

} // namespace

class TestFloorAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereItBegins_data()
    {
        QTest::addColumn<FloorChart>("chart");
        QTest::addColumn<bool>("isCut");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("1 KiB per upload on 500 MiB") << chartOf(500 * mib, kib) << true << 0.3 << 0.6;
        QTest::newRow("at the limit") << chartOf(500 * mib, 512) << true << 0.15 << 0.3;
        QTest::newRow("a clean server") << chartOf(500 * mib, 0, 3 * kib) << true << -0.05 << 0.05;
        QTest::newRow("1 MiB per upload on 500 MiB") << chartOf(500 * mib, mib) << false << 0.2 << 0.5;
        QTest::newRow("a tenth more") << chartOf(500 * mib, 256 * kib) << true << 0.5 << 0.95;
        QTest::newRow("a small heap") << chartOf(mib, kib) << false << 0.1 << 0.5;
        QTest::newRow("noise") << chartOf(500 * mib, 0, mib) << true << -0.3 << 0.3;
        QTest::newRow("much noise") << chartOf(14 * mib, 0, mib) << false << -0.3 << 0.3;
        QTest::newRow("shrinking") << chartOf(500 * mib, -kib) << true << -0.6 << -0.3;
        QTest::newRow("few goroutines") << countsOf(9, 1) << false << 0.5 << 1.0;
        QTest::newRow("many goroutines") << countsOf(10'000, 0.5) << true << 0.3 << 0.7;
        QTest::newRow("many that stay") << countsOf(10'000, 0) << true << 0.0 << 0.0;
    }

    void whereItBegins()
    {
        QFETCH(FloorChart, chart);
        const FloorAxis axis = report::floorAxis(chart);
        QTEST(axis.isCut(), "isCut");
        QFETCH(double, least);
        QFETCH(double, most);
        const double climbed = climb(axis, chart);
        QVERIFY2(climbed >= least && climbed <= most, qPrintable(QString::number(climbed)));
        for (const QPointF &floor : chart.floors)
            QVERIFY(axis.holds(floor.y()));
        if (axis.isCut())
            QVERIFY(axis.share(std::min(chart.floors.front().y(), chart.floors.back().y())) < 0.45);
    }

    void withoutALimitOrASecondFloorItBeginsAtZero()
    {
        FloorChart chart = chartOf(500 * mib, kib);
        chart.limit = 0;
        QVERIFY(!report::floorAxis(chart).isCut());
        QVERIFY(!report::floorAxis(chartOf(500 * mib, kib, 0, 1)).isCut());
        QVERIFY(!report::floorAxis({}).isCut());
    }

    void labels_data()
    {
        QTest::addColumn<FloorChart>("chart");
        QTest::addColumn<QString>("expected");
        QTest::newRow("large heap") << chartOf(
            512 * mib,
            kib) << QStringLiteral("511.9 MiB | 512.0 MiB | 512.1 MiB | 512.2 MiB | 512.3 MiB | 512.4 MiB");
        QTest::newRow("usual heap") << chartOf(14.2 * mib, 0)
                                    << QStringLiteral(
                                           "14.1 MiB | 14.2 MiB | 14.3 MiB | 14.4 MiB | 14.5 MiB | 14.6 MiB");
        QTest::newRow("gibibytes")
            << chartOf(20'480.25 * mib, 0)
            << QStringLiteral(
                   "20,480.2 MiB | 20,480.3 MiB | 20,480.4 MiB | 20,480.5 MiB | 20,480.6 MiB | 20,480.7 MiB");
        QTest::newRow("from 0") << chartOf(0.9 * mib, 4 * kib)
                                << QStringLiteral("0 | 0.5 MiB | 1.0 MiB | 1.5 MiB | 2.0 MiB");
        QTest::newRow("whole units") << chartOf(14 * mib, mib)
                                     << QStringLiteral("0 | 50 MiB | 100 MiB | 150 MiB | 200 MiB | 250 MiB");
        QTest::newRow("nothing") << chartOf(0, 0) << QStringLiteral("0 | 1 KiB");
        QTest::newRow("bytes") << chartOf(100, 1) << QStringLiteral("0 | 100 B | 200 B | 300 B");
        QTest::newRow("counts") << countsOf(10'000, 0)
                                << QStringLiteral("9,950 | 10,000 | 10,050 | 10,100 | 10,150 | 10,200");
        QTest::newRow("one piece") << countsOf(1, 0) << QStringLiteral("0 | 1");
        QTest::newRow("no piece") << countsOf(0, 0) << QStringLiteral("0 | 1");
    }

    void labels()
    {
        QFETCH(FloorChart, chart);
        QTEST(labelsOf(report::floorAxis(chart)).join(QStringLiteral(" | ")), "expected");
    }

    void labelsDifferWhateverTheSize()
    {
        for (double held = 1; held < 1e16; held *= 1.7) {
            for (const double each : {0.0, 1.0, kib, mib}) {
                const FloorChart chart = chartOf(held, each);
                const FloorAxis axis = report::floorAxis(chart);
                QStringList labels = labelsOf(axis);
                QVERIFY(labels.size() >= 2 && labels.size() <= 6);
                QCOMPARE(labels.removeDuplicates(), 0);
                QVERIFY(axis.holds(chart.floors.front().y()) && axis.holds(chart.floors.back().y()));
            }
        }
    }

    void valuesBeyondAllUnitsAreDrawn()
    {
        for (const double value : {1e18, 1e24, 1e300, 1e308}) {
            FloorChart chart = countsOf(value, 0);
            QVERIFY(std::isfinite(report::floorAxis(chart).share(value)));
            chart.resource = Resource::Heap;
            QVERIFY(std::isfinite(report::floorAxis(chart).share(value)));
        }
    }

    void readingsTellFloorsApart()
    {
        const FloorAxis cut = report::floorAxis(chartOf(512 * mib, kib));
        QCOMPARE(cut.reading(512.13 * mib), QStringLiteral("512.13 MiB"));
        QCOMPARE(report::floorAxis(chartOf(14 * mib, mib)).reading(14.2 * mib), QStringLiteral("14.2 MiB"));
        QCOMPARE(report::floorAxis(countsOf(10'000, 0)).reading(10'003), QStringLiteral("10,003"));
    }

    void warmUpDoesNotChooseACutAxis()
    {
        FloorChart chart = chartOf(512 * mib, kib);
        const FloorAxis axis = report::floorAxis(chart);
        chart.earlier = {{-40, 2 * mib}, {-20, 900 * mib}, {0, 512 * mib}};
        QCOMPARE(report::floorAxis(chart), axis);
        chart.floors.clear();
        chart.sleeve.clear();
        QVERIFY(!report::floorAxis(chart).isCut());
        QVERIFY(report::floorAxis(chart).holds(900 * mib));
    }

    void itIsSteadyWhileACheckRuns_data()
    {
        QTest::addColumn<double>("held");
        QTest::addColumn<double>("each");
        QTest::addColumn<double>("scatter");
        QTest::addColumn<int>("mostChanges");
        QTest::newRow("stable") << 512 * mib << 0.0 << 2 * kib << 0;
        QTest::newRow("small leak") << 512 * mib << kib << 2 * kib << 0;
        QTest::newRow("a tenth") << 512 * mib << 256 * kib << 2 * kib << 3;
        QTest::newRow("doubles") << 512 * mib << 2 * mib << 9 * kib << 4;
        QTest::newRow("large leak") << 14 * mib << mib << 9 * kib << 4;
        QTest::newRow("noise") << 512 * mib << 0.0 << mib << 4;
    }

    void itIsSteadyWhileACheckRuns()
    {
        QFETCH(double, held);
        QFETCH(double, each);
        QFETCH(double, scatter);
        FloorAxis axis;
        int changes = 0;
        for (int floors = 2; floors <= 11; ++floors) {
            FloorChart chart = chartOf(held, each, scatter, floors);
            chart.expected = 200;
            const FloorAxis next = floors == 2 ? report::floorAxis(chart) : report::widenedAxis(axis, chart);
            if (floors > 2) {
                QVERIFY(next.from <= axis.from);
                changes += next != axis;
            }
            axis = next;
            for (const QPointF &floor : chart.floors)
                QVERIFY(axis.holds(floor.y()));
        }
        QFETCH(int, mostChanges);
        QVERIFY2(changes <= mostChanges, qPrintable(QString::number(changes)));
    }

    void anAxisThatIsCutLooksTorn()
    {
        const auto svgOf = [](FloorChart chart) {
            chart.earlier = {{-20, 2 * mib}};
            report::HtmlWriter html;
            report::writeFloorChart(html, chart, QStringLiteral("heap"), QStringLiteral("It leaks."));
            return html.finished();
        };
        const auto cut = svgOf(chartOf(512 * mib, kib));
        QVERIFY(cut.contains("class=\"torn\""));
        QVERIFY(cut.contains("aria-label=\"It leaks. (axis from 511.9 MiB)\""));
        QVERIFY(cut.contains("<path class=\"earlier\""));
        const auto whole = svgOf(chartOf(14 * mib, mib));
        QVERIFY(whole.contains("class=\"base\""));
        QVERIFY(!whole.contains("torn") && !whole.contains("axis from"));
    }
};

QTEST_APPLESS_MAIN(TestFloorAxis)
#include "tst_flooraxis.moc"
