// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn of a check's floors, and how single ones are read.
#include "core/report/checkevidence.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/common/theme.h"
#include "ui/leak/floorplot.h"

#include <QAccessible>
#include <QTest>

#include <cmath>

using namespace ui;
using analysis::Resource;
using experiment::FloorAt;
using report::FloorChart;
using report::floorChart;
using report::toldResources;

namespace {

std::vector<FloorAt> line(int floors, double each, double from, double slope)
{
    std::vector<FloorAt> series;
    for (int i = 0; i < floors; ++i) {
        experiment::FloorReading floor;
        floor.heap = from + slope * i * each;
        floor.afterGc.goroutines = 7;
        series.push_back({i * each, floor});
    }
    return series;
}

FloorChart chartOf(const experiment::CheckResult &result)
{
    return floorChart(Resource::Heap, result.rounds, result.warmUp,
                      report::find(result.resources, Resource::Heap));
}

} // namespace

class TestFloorPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void floorsBecomePoints()
    {
        const FloorChart chart = floorChart(Resource::Heap, line(5, 20, 1000, 3), {});
        QCOMPARE(chart.unit(), analysis::Unit::Bytes);
        QCOMPARE(chart.floors.size(), size_t(5));
        QCOMPARE(chart.floors[2], QPointF(40, 1120));
        QVERIFY(chart.earlier.empty());
        QVERIFY(!chart.isEmpty());
    }

    void theLineGoesThroughThem()
    {
        const FloorChart chart = floorChart(Resource::Heap, line(6, 20, 1000, 3), {});
        QVERIFY(chart.sleeve.size() > 2);
        QCOMPARE(chart.sleeve.front().x, 0.0);
        QCOMPARE(chart.sleeve.back().x, 100.0);
        for (const FloorChart::Sleeve &at : chart.sleeve) {
            QVERIFY2(std::abs(at.line - (1000 + 3 * at.x)) < 0.01, qPrintable(QString::number(at.line)));
            QVERIFY(at.low <= at.line && at.line <= at.high);
        }
        QVERIFY(floorChart(Resource::Heap, line(3, 20, 1000, 3), {}).sleeve.empty()); // Too few for a line.
    }

    void theSleeveIsWiderWhereThereIsNoise()
    {
        std::vector<FloorAt> rough = line(10, 20, 1000, 3);
        for (size_t i = 0; i < rough.size(); ++i)
            rough[i].floor.heap += i % 2 ? 80 : -80;
        const auto width
            = [](const FloorChart &chart) { return chart.sleeve.back().high - chart.sleeve.back().low; };
        QVERIFY(width(floorChart(Resource::Heap, rough, {}))
                > width(floorChart(Resource::Heap, line(10, 20, 1000, 3), {})) + 50);
    }

    void aStepBreaksTheLine()
    {
        std::vector<FloorAt> stepped = line(10, 20, 1000, 3);
        for (size_t i = 5; i < stepped.size(); ++i)
            stepped[i].floor.heap += 100'000;
        analysis::ResourceVerdict verdict;
        verdict.steps = {{100, 100'000}};
        const FloorChart chart = floorChart(Resource::Heap, stepped, {}, &verdict);
        QCOMPARE(chart.sleeve.front().x, 100.0);
        QVERIFY(std::abs(chart.sleeve.front().line - 101'300) < 0.01);
        QCOMPARE(chart.beforeSteps.size(), size_t(1)); // the slope is that of both
        QVERIFY(std::abs(chart.beforeSteps[0].y1() - 1000) < 0.01);
        QCOMPARE(chart.beforeSteps[0].x2(), 80.0);
        QVERIFY(std::abs(chart.beforeSteps[0].y2() - 1240) < 0.01);
    }

    void theWarmUpStandsBeforeTheRounds()
    {
        const FloorChart chart = floorChart(Resource::Heap, line(3, 20, 2000, 0), line(4, 20, 1000, 10));
        QCOMPARE(chart.earlier.front(), QPointF(-60, 1000));
        QCOMPARE(chart.earlier.back().x(), 0.0);
    }

    void whatIsNotToldIsLeftOut()
    {
        std::vector<FloorAt> series = line(5, 20, 1000, 3);
        QCOMPARE(toldResources(series), (std::vector<Resource>{Resource::Heap, Resource::Goroutines}));
        series[3].floor.heap = experiment::FloorReading::unknown;
        QCOMPARE(toldResources(series), std::vector<Resource>{Resource::Goroutines});
        QCOMPARE(floorChart(Resource::Heap, series, {}).floors.size(), size_t(4));
        QVERIFY(toldResources({}).empty());
        QVERIFY(floorChart(Resource::Heap, {}, {}).isEmpty());
    }

    void floorsAreReadByKey()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        plot.setChart(floorChart(Resource::Heap, line(5, 20, 1024 * 1024, 0), {}));
        QVERIFY(plot.readout().isEmpty());
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.readout(), QStringLiteral("after 0 uploads: 1.00 MiB"));
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.readout(), QStringLiteral("after 20 uploads: 1.00 MiB"));
        QCOMPARE(plot.accessibleDescription(), plot.readout());
        QTest::keyClick(&plot, Qt::Key_End);
        QTest::keyClick(&plot, Qt::Key_Right); // Stays at the last one.
        QCOMPARE(plot.readout(), QStringLiteral("after 80 uploads: 1.00 MiB"));
        QTest::keyClick(&plot, Qt::Key_Home);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.readout(), QStringLiteral("after 0 uploads: 1.00 MiB"));
        plot.setChart({}); // What was chosen is gone.
        QVERIFY(plot.readout().isEmpty());
        QTest::keyClick(&plot, Qt::Key_Right);
        QVERIFY(plot.readout().isEmpty());
    }

    void floorsAreReadByPointer()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        plot.setChart(floorChart(Resource::Heap, line(5, 20, 1000, 3), {}));
        const QPointF there = plot.place({60, 0});
        QMouseEvent move(QEvent::MouseMove, there, there, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&plot, &move);
        QVERIFY2(plot.readout().startsWith(QStringLiteral("after 60 uploads")), qPrintable(plot.readout()));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&plot, &leave);
        QVERIFY(plot.readout().isEmpty());
    }

    void thePlotKeepsRoomForThePlannedRounds()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        FloorChart chart = floorChart(Resource::Heap, line(3, 20, 1000, 3), {});
        chart.expected = 200;
        plot.setChart(chart);
        QVERIFY(plot.place({40, 0}).x() < 420 * 0.45);
        chart.expected = 0;
        plot.setChart(chart);
        QVERIFY(plot.place({40, 0}).x() > 420 * 0.9);
    }

    void everythingIsWithinThePicture_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(420, 220);
        QTest::newRow("narrow") << QSize(200, 140);
        QTest::newRow("wide") << QSize(1400, 300);
    }

    void everythingIsWithinThePicture()
    {
        QFETCH(QSize, size);
        FloorPlot plot;
        plot.resize(size);
        const experiment::CheckResult result = examples::leaking();
        plot.setChart(floorChart(Resource::Heap, result.rounds, result.warmUp));
        for (const auto *points : {&plot.chart().floors, &plot.chart().earlier}) {
            for (const QPointF &point : *points)
                QVERIFY(QRectF(plot.rect()).contains(plot.place(point)));
        }
        QVERIFY(!plot.grab().isNull());
    }

    void aSeriesOfNothingButZeroIsDrawn()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        plot.setChart(floorChart(Resource::Heap, line(10, 20, 0, 0), line(3, 20, 0, 0)));
        QVERIFY(std::isfinite(plot.place({100, 0}).y()));
        QVERIFY(!plot.grab().isNull());
    }

    void theAxisIsTheReports()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        const FloorChart chart = chartOf(examples::leakingLittle());
        plot.setChart(chart);
        QVERIFY(plot.axis().isCut());
        QCOMPARE(plot.axis(), report::floorAxis(chart));
        const double climbed = plot.place(chart.floors.front()).y() - plot.place(chart.floors.back()).y();
        QVERIFY2(climbed > 220 * 0.25, qPrintable(QString::number(climbed)));
        QVERIFY(plot.accessibleDescription().endsWith(QStringLiteral("; the axis begins at 512.0 MiB")));
        QTest::keyClick(&plot, Qt::Key_End);
        QCOMPARE(plot.readout(), QStringLiteral("after 200 uploads: 512.29 MiB"));
    }

    void aStableServerLooksFlat()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        const FloorChart chart = chartOf(examples::stableWhenLarge());
        plot.setChart(chart);
        QVERIFY(plot.axis().isCut());
        for (const QPointF &floor : chart.floors)
            QVERIFY(std::abs(plot.place(floor).y() - plot.place(chart.floors.front()).y()) < 8);
    }

    // Its first floor lies 42 MiB below: drawn in its place it would be far outside.
    void warmUpBeyondTheAxisIsAnArrowAtItsEdge()
    {
        FloorPlot plot;
        plot.resize(420, 220);
        FloorChart chart = chartOf(examples::stableWhenLarge());
        plot.setChart(chart);
        QVERIFY(!plot.axis().holds(chart.earlier.front().y()));
        const QImage with = plot.grab().toImage();
        const QPoint edge(plot.place(chart.earlier.front()).toPoint().x(),
                          plot.place({0, plot.axis().from}).toPoint().y() - 6);
        chart.earlier.front().setY(600 * examples::mib);
        plot.setChart(chart);
        const QImage above = plot.grab().toImage();
        const QRect around(edge - QPoint(4, 4), QSize(9, 7));
        QVERIFY(with.copy(around) != above.copy(around));
    }

    void whileItRunsTheAxisOnlyWidens()
    {
        FloorPlot plot;
        FloorChart chart = chartOf(examples::leakingLittle());
        const std::vector<QPointF> all = std::exchange(chart.floors, {});
        chart.earlier.clear();
        chart.sleeve.clear();
        chart.expected = 200;
        report::FloorAxis before;
        for (const QPointF &floor : all) {
            chart.floors.push_back(floor);
            plot.setChart(chart);
            if (chart.floors.size() > 2)
                QCOMPARE(plot.axis(), before);
            before = plot.axis();
        }
        chart.floors.back().ry() += 2 * examples::mib;
        plot.setChart(chart);
        QVERIFY(plot.axis().top > before.top && plot.axis().from <= before.from);
        chart.floors = all;
        plot.setChart(chart);
        QVERIFY(plot.axis().top > before.top); // Kept.
        chart.expected = 0;
        plot.setChart(chart);
        QCOMPARE(plot.axis(), report::floorAxis(chart));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestFloorPlot)
#include "tst_floorplot.moc"
