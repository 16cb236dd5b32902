// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/scaling.h"

#include <QTest>

#include <vector>

using namespace analysis;

namespace {

LoadPoint point(double connections, double goodPerSecond, double failedShare = 0)
{
    return {.connections = connections,
            .goodPerSecond = goodPerSecond,
            .failedShare = failedShare,
            .medianMs = 1000 * connections / goodPerSecond,
            .clientBusy = 0.2,
            .clientLagMs = 0.1};
}

constexpr int none = -1;

} // namespace

class TestScaling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levels_data()
    {
        QTest::addColumn<std::vector<LoadPoint>>("levels");
        QTest::addColumn<Bottleneck>("bottleneck");
        QTest::addColumn<int>("limitedAt");
        QTest::addColumn<int>("collapsedAt");
        using Levels = std::vector<LoadPoint>;
        QTest::newRow("nothing measured") << Levels{} << Bottleneck::Unclear << 0 << none;
        QTest::newRow("one level") << Levels{point(10, 100)} << Bottleneck::Unclear << 0 << none;
        QTest::newRow("one level that fails") << Levels{point(10, 100, 0.6)} << Bottleneck::Server << 0 << 0;
        QTest::newRow("room for more")
            << Levels{point(1, 10), point(10, 98), point(50, 470)} << Bottleneck::None << 0 << none;
        QTest::newRow("full from 50 on")
            << Levels{point(1, 50), point(10, 480), point(50, 800), point(200, 810)} << Bottleneck::Server
            << 2 << none;
        QTest::newRow("full from 200 on")
            << Levels{point(50, 1000), point(200, 1000)} << Bottleneck::Server << 1 << none;
        QTest::newRow("collapses with errors")
            << Levels{point(50, 990), point(200, 80, 0.92)} << Bottleneck::Server << 1 << 1;
        QTest::newRow("collapses without errors")
            << Levels{point(10, 500), point(50, 900), point(200, 700)} << Bottleneck::Server << 1 << 2;
        QTest::newRow("a few fail") << Levels{point(10, 500), point(50, 2400, 0.06)} << Bottleneck::Server
                                    << 1 << none;
        QTest::newRow("levels too close to compare")
            << Levels{point(50, 1000), point(60, 1005), point(70, 1400)} << Bottleneck::None << 0 << none;
        LoadPoint busy = point(50, 600);
        busy.clientBusy = 0.95;
        QTest::newRow("the client's processors")
            << Levels{point(10, 500), busy} << Bottleneck::Client << 1 << none;
        LoadPoint fallen = point(50, 200);
        fallen.clientBusy = 1;
        QTest::newRow("the client breaks down, not the server")
            << Levels{point(10, 500), fallen} << Bottleneck::Client << 1 << none;
        QTest::newRow("the server before the client")
            << Levels{point(10, 500), point(20, 500), busy} << Bottleneck::Server << 1 << none;
    }

    void levels()
    {
        QFETCH(std::vector<LoadPoint>, levels);
        QFETCH(int, limitedAt);
        QFETCH(int, collapsedAt);
        const Scaling found = judgeScaling(levels);
        QTEST(found.bottleneck, "bottleneck");
        if (found.bottleneck == Bottleneck::Server || found.bottleneck == Bottleneck::Client)
            QCOMPARE(static_cast<int>(found.limitedAt), limitedAt);
        QCOMPARE(found.collapsedAt ? static_cast<int>(*found.collapsedAt) : none, collapsedAt);
    }

    void theBestIsTold()
    {
        const std::vector<LoadPoint> levels{point(10, 500), point(50, 1000), point(200, 700)};
        const Scaling found = judgeScaling(levels);
        QCOMPARE(found.bestAt, std::size_t(1));
        QCOMPARE(found.bestPerSecond, 1000.0);
    }

    void clientLimits_data()
    {
        QTest::addColumn<double>("busy");
        QTest::addColumn<double>("lagMs");
        QTest::addColumn<double>("medianMs");
        QTest::addColumn<ClientLimit>("limit");
        QTest::newRow("idle") << 0.1 << 0.05 << 20.0 << ClientLimit::None;
        QTest::newRow("almost busy") << 0.89 << 0.05 << 20.0 << ClientLimit::None;
        QTest::newRow("busy") << 0.9 << 0.05 << 20.0 << ClientLimit::Processor;
        QTest::newRow("late") << 0.3 << 6.0 << 20.0 << ClientLimit::Lag;
        QTest::newRow("late, but answers take long") << 0.3 << 6.0 << 100.0 << ClientLimit::None;
        QTest::newRow("late by a timer's resolution") << 0.3 << 1.0 << 0.5 << ClientLimit::None;
    }

    void clientLimits()
    {
        QFETCH(double, busy);
        QFETCH(double, lagMs);
        QFETCH(double, medianMs);
        LoadPoint at;
        at.clientBusy = busy;
        at.clientLagMs = lagMs;
        at.medianMs = medianMs;
        QTEST(clientLimit(at), "limit");
    }
};

QTEST_GUILESS_MAIN(TestScaling)
#include "tst_scaling.moc"
