// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/freshness.h"

#include <QTest>

#include <cmath>

using analysis::Reading;
using experiment::FloorAt;
using experiment::FloorReading;

/// Which pages of metrics are renewed only now and then. CPU time is in ticks of 10 ms, as /proc tells it.
class TestFreshness final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cpuTells_data();
    void cpuTells();
    void heapTells_data();
    void heapTells();
    void aHeapThatIsReallyTheSameIsNot();

private:
    static std::vector<FloorAt> floorsOf(const QList<double> &values, double FloorReading::*value)
    {
        std::vector<FloorAt> floors;
        for (const double told : values) {
            FloorAt at{20.0 * static_cast<double>(floors.size()), {}};
            at.floor.*value = told;
            floors.push_back(at);
        }
        return floors;
    }
    /// What a page tells that is renewed every `every` rounds, in each of which the process uses so much.
    static QList<double> renewed(int rounds, int every, double each)
    {
        QList<double> values;
        for (int round = 0; round <= rounds; ++round)
            values << std::floor((1.234 + each * (round - round % every)) * 100) / 100;
        return values;
    }
};

void TestFreshness::cpuTells_data()
{
    QTest::addColumn<QList<double>>("cpu");
    QTest::addColumn<bool>("isStale");
    QTest::newRow("read anew") << renewed(10, 1, 0.06) << false;
    QTest::newRow("hardly uses any") << renewed(10, 1, 0.004) << false;
    QTest::newRow("every second round") << renewed(10, 2, 0.06) << true;
    QTest::newRow("every third round, little") << renewed(10, 3, 0.008) << false; // ticks alone would do that
    QTest::newRow("once in the rounds") << renewed(14, 9, 0.03) << true;
    QTest::newRow("never") << renewed(10, 100, 0.06) << true;
    QTest::newRow("never yet") << renewed(9, 100, 0.06) << false;
    QTest::newRow("whole seconds") << QList<double>{3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5} << false;
    QTest::newRow("a job once, else little")
        << QList<double>{1.01, 1.01, 1.02, 1.02, 1.03, 2.03, 2.03, 2.04, 2.04, 2.05} << false;
    QTest::newRow("not told") << QList<double>(11, qQNaN()) << false;
}

void TestFreshness::cpuTells()
{
    QFETCH(const QList<double>, cpu);
    QFETCH(const bool, isStale);
    const std::vector<FloorAt> floors = floorsOf(cpu, &FloorReading::cpu);
    for (const Reading reading : {Reading::GoExact, Reading::GoMetrics, Reading::Node, Reading::Other})
        QCOMPARE(experiment::isPageStale(floors, reading), isStale);
}

void TestFreshness::heapTells_data()
{
    QTest::addColumn<QList<double>>("heap");
    QTest::addColumn<bool>("isStale");
    QTest::newRow("moves") << QList<double>{5e6, 5.1e6, 5.05e6, 5.05e6, 5.2e6} << false;
    QTest::newRow("stands still") << QList<double>{5e6, 5e6, 5e6, 5e6, 9e6} << true;
}

void TestFreshness::heapTells()
{
    QFETCH(const QList<double>, heap);
    QFETCH(const bool, isStale);
    const std::vector<FloorAt> floors = floorsOf(heap, &FloorReading::pageHeap);
    for (const Reading reading : {Reading::GoExact, Reading::GoMetrics, Reading::Node, Reading::Jvm})
        QCOMPARE(experiment::isPageStale(floors, reading), isStale);
    QVERIFY(!experiment::isPageStale(floors, Reading::Other)); // whose heap nobody collects
}

void TestFreshness::aHeapThatIsReallyTheSameIsNot()
{
    std::vector<FloorAt> floors = floorsOf(QList<double>(6, 5e6), &FloorReading::pageHeap);
    for (size_t i = 0; i < floors.size(); ++i)
        floors[i].floor.cpu = 1 + 0.03 * static_cast<double>(i);
    QVERIFY(!experiment::isPageStale(floors, analysis::Reading::GoExact));
    for (FloorAt &at : floors)
        at.floor.cpu = 1.03; // of the same page
    QVERIFY(experiment::isPageStale(floors, analysis::Reading::GoExact));
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
