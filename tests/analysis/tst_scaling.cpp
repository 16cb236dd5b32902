// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/scaling.h"

#include <QTest>

#include <limits>
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

/// Of an open loop: so many a second arrive, and so many come to their end.
LoadPoint arriving(double perSecond, double endedPerSecond, double failedShare = 0)
{
    LoadPoint point;
    point.connections = 10;
    point.goodPerSecond = endedPerSecond * (1 - failedShare);
    point.failedShare = failedShare;
    point.medianMs = 20;
    point.clientBusy = 0.2;
    point.perSecond = perSecond;
    point.endedPerSecond = endedPerSecond;
    return point;
}

/// A level of which a share is answered 429 or 503.
LoadPoint limited(LoadPoint point, double share)
{
    point.failedShare = point.refusedShare = point.limitedShare = share;
    return point;
}

/// A level of which a share is answered, but not with 2xx.
LoadPoint failing(LoadPoint point, double share, double attempts = 0)
{
    point.failedShare = point.refusedShare = share;
    point.goodPerSecond *= 1 - share;
    point.attempts = attempts;
    return point;
}

/// Over so soon that chance is most of it.
LoadPoint brief(LoadPoint point)
{
    point.isTelling = false;
    return point;
}

/// On a machine that client and server share, and which has nothing to spare.
LoadPoint onFullMachine(LoadPoint point)
{
    point.machineBusy = 0.99;
    return point;
}

LoadPoint busy(LoadPoint point)
{
    point.clientBusy = 0.97;
    return point;
}

LoadPoint startingLate(LoadPoint point, double share)
{
    point.lateByClientShare = share;
    return point;
}

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
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
        const LoadPoint full = busy(point(50, 600));
        QTest::newRow("the client's processors")
            << Levels{point(10, 500), full} << Bottleneck::Client << 1 << none;
        LoadPoint fallen = point(50, 200);
        fallen.clientBusy = 1;
        QTest::newRow("the client breaks down, not the server")
            << Levels{point(10, 500), fallen} << Bottleneck::Client << 1 << none;
        QTest::newRow("the server before the client")
            << Levels{point(10, 500), point(20, 500), full} << Bottleneck::Server << 1 << none;
        QTest::newRow("a limiter keeps the client busy")
            << Levels{limited(busy(point(1, 20)), 0.4), limited(busy(point(10, 20)), 0.45)}
            << Bottleneck::Server << 0 << none;
        QTest::newRow("a limiter from the second level on")
            << Levels{point(1, 100), limited(busy(point(10, 120)), 0.9)} << Bottleneck::Server << 1 << 1;
        // As measured: 2,400, 1,596 and 2,976 a second.
        QTest::newRow("a dip that recovers is no collapse")
            << Levels{point(1, 2400), point(10, 1596), point(50, 2976)} << Bottleneck::Server << 1 << none;
        QTest::newRow("a dip below a level that has room")
            << Levels{point(1, 100), point(10, 90), point(50, 4800)} << Bottleneck::None << 0 << none;
        QTest::newRow("a dip, then a collapse")
            << Levels{point(1, 2400), point(10, 1596), point(50, 2976), point(200, 900)} << Bottleneck::Server
            << 1 << 3;
        QTest::newRow("a collapse that lasts")
            << Levels{point(10, 1000), point(50, 500), point(200, 600)} << Bottleneck::Server << 1 << 1;
        QTest::newRow("half fails once, and not with more")
            << Levels{point(1, 100), point(10, 400, 0.6), point(50, 4500)} << Bottleneck::None << 0 << none;
        QTest::newRow("most fails at first, and nothing with more")
            << Levels{failing(point(1, 100), 0.8, 100), point(10, 1000), point(50, 5000)} << Bottleneck::None
            << 0 << none;
        QTest::newRow("most fails at random, and scales")
            << Levels{failing(point(1, 100), 0.65, 20), failing(point(10, 1000), 0.6, 200),
                      failing(point(50, 5000), 0.62, 1000)}
            << Bottleneck::None << 0 << 0;
        QTest::newRow("most fails from the first level on, which is no small one")
            << Levels{failing(point(200, 100), 0.95, 4000), failing(point(400, 90), 0.97, 8000)}
            << Bottleneck::Server << 0 << 0;
        QTest::newRow("less than when the client was at its end proves nothing")
            << Levels{point(1, 1500), busy(point(10, 4000)), point(50, 2000)} << Bottleneck::Client << 1
            << none;
        QTest::newRow("but failures do, whoever was at his end")
            << Levels{point(1, 1500), busy(point(10, 4000)), point(50, 1000, 0.7)} << Bottleneck::Client << 1
            << 2;
        QTest::newRow("brief levels tell nothing")
            << Levels{brief(point(1, 2400)), brief(busy(point(10, 2400))), brief(point(50, 900))}
            << Bottleneck::Unclear << 0 << none;
        QTest::newRow("brief levels are passed over")
            << Levels{point(1, 1000), brief(point(10, 500)), point(50, 4000), point(200, 4100)}
            << Bottleneck::Server << 2 << none;
        QTest::newRow("a brief level whose uploads fail")
            << Levels{brief(point(10, 2000)), brief(point(50, 300, 0.9))} << Bottleneck::Server << 1 << 1;
        QTest::newRow("the last one is brief") << Levels{point(1, 100), point(10, 990), brief(point(50, 990))}
                                               << Bottleneck::Unclear << 0 << none;
        QTest::newRow("fails at random, and scales")
            << Levels{failing(point(1, 100), 0.23, 100), failing(point(10, 1000), 0.2, 1000),
                      failing(point(50, 5000), 0.23, 5000)}
            << Bottleneck::None << 0 << none;
        QTest::newRow("few attempts scatter")
            << Levels{failing(point(1, 100), 0.1, 20), failing(point(10, 1000), 0.25, 200)}
            << Bottleneck::None << 0 << none;
        QTest::newRow("fails always, and more with more at once")
            << Levels{failing(point(1, 100), 0.1, 100), failing(point(10, 1000), 0.1, 1000),
                      failing(point(50, 5000), 0.35, 5000)}
            << Bottleneck::Server << 2 << none;
        QTest::newRow("failures that pass do not come of the load")
            << Levels{point(1, 100), failing(point(10, 1000), 0.2, 1000), point(50, 4900)} << Bottleneck::None
            << 0 << none;
        QTest::newRow("a machine that is full")
            << Levels{point(1, 1700), onFullMachine(point(10, 4000)), onFullMachine(point(50, 3900))}
            << Bottleneck::Machine << 1 << none;
        // As measured while something else kept all processors busy.
        QTest::newRow("less done on a full machine proves nothing")
            << Levels{onFullMachine(point(1, 856)), onFullMachine(point(10, 183))} << Bottleneck::Machine << 0
            << none;
        QTest::newRow("but failures do, on any machine")
            << Levels{onFullMachine(point(1, 856)), onFullMachine(point(10, 183, 0.6))} << Bottleneck::Server
            << 1 << 1;
        QTest::newRow("a busy client on a full machine")
            << Levels{point(1, 1700), onFullMachine(busy(point(10, 4000)))} << Bottleneck::Machine << 1
            << none;
        QTest::newRow("a full machine yields to failures that rise")
            << Levels{onFullMachine(point(50, 990)), onFullMachine(point(200, 80, 0.92))}
            << Bottleneck::Server << 1 << 1;
        QTest::newRow("open: a full machine")
            << Levels{arriving(100, 100), onFullMachine(arriving(200, 120))} << Bottleneck::Machine << 1 << 1;
        QTest::newRow("open: begun late on a full machine")
            << Levels{arriving(100, 100), onFullMachine(startingLate(arriving(200, 120), 0.3))}
            << Bottleneck::Machine << 1 << none;
        QTest::newRow("open: nothing is told")
            << Levels{arriving(10, unknown)} << Bottleneck::Unclear << 0 << none;
        QTest::newRow("open: one level tells") << Levels{arriving(10, 10)} << Bottleneck::None << 0 << none;
        // In a closed loop 11 after 10 would be no growth at all.
        QTest::newRow("open: all keep up") << Levels{arriving(10, 10), arriving(11, 10.5), arriving(500, 490)}
                                           << Bottleneck::None << 0 << none;
        QTest::newRow("open: the server falls behind")
            << Levels{arriving(100, 100), arriving(200, 120)} << Bottleneck::Server << 1 << 1;
        QTest::newRow("open: what fails is ended, too")
            << Levels{arriving(100, 100), arriving(200, 200, 0.2)} << Bottleneck::Server << 1 << none;
        QTest::newRow("open: most fails")
            << Levels{arriving(100, 100, 0.9), arriving(200, 200, 0.9)} << Bottleneck::Server << 0 << 0;
        QTest::newRow("open: the client begins late, and so little ends")
            << Levels{arriving(100, 100), startingLate(arriving(200, 120), 0.3)} << Bottleneck::Client << 1
            << none;
        QTest::newRow("open: a few late starts")
            << Levels{startingLate(arriving(100, 99), 0.02)} << Bottleneck::None << 0 << none;
        QTest::newRow("open: a busy client, whatever the server answers")
            << Levels{limited(busy(arriving(100, 100)), 0.2)} << Bottleneck::Client << 0 << none;
    }

    void theLimiterIsNamed()
    {
        const std::vector<LoadPoint> levels{limited(busy(point(1, 20)), 0.4)};
        QCOMPARE(clientLimit(levels.front()), ClientLimit::None);
        QVERIFY(judgeScaling(levels).isLimiter);
        const LoadPoint broken = failing(busy(point(10, 20)), 0.4); // 500, say
        QVERIFY(!judgeScaling(std::vector{point(1, 20), broken}).isLimiter);
        QCOMPARE(judgeScaling(std::vector{point(1, 20), broken}).bottleneck, Bottleneck::Server);
        // Timeouts are no refusals: whoever waits for them is not kept busy by them.
        LoadPoint timingOut = busy(point(1, 20));
        timingOut.failedShare = 0.4;
        QCOMPARE(judgeScaling(std::vector{timingOut}).bottleneck, Bottleneck::Client);
        // Behind a client that was first, it limits nothing.
        QVERIFY(!judgeScaling(std::vector{busy(point(1, 20)), limited(point(10, 20), 0.4)}).isLimiter);
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

    void briefLevelsAreNamed()
    {
        const std::vector<LoadPoint> levels{brief(point(1, 2000)), brief(point(10, 900))};
        QVERIFY(judgeScaling(levels).isTooShort);
        QVERIFY(!judgeScaling(std::vector{point(1, 2000)}).isTooShort);
        QVERIFY(
            !judgeScaling(std::vector{brief(point(1, 2000))}).isTooShort); // lasting longer would not help it
        QCOMPARE(clientLimit(brief(busy(point(1, 2000)))), ClientLimit::None);
        // The best is one that tells, if there is any.
        QCOMPARE(judgeScaling(std::vector{brief(point(1, 2000)), point(10, 900)}).bestAt, std::size_t(1));
        QCOMPARE(judgeScaling(levels).bestAt, std::size_t(0));
    }

    void clientLimits_data()
    {
        QTest::addColumn<double>("busy");
        QTest::addColumn<double>("lagMs");
        QTest::addColumn<double>("medianMs");
        QTest::addColumn<ClientLimit>("limit");
        QTest::newRow("idle") << 0.1 << 0.05 << 20.0 << ClientLimit::None;
        QTest::newRow("almost busy") << 0.79 << 0.05 << 20.0 << ClientLimit::None;
        QTest::newRow("busy") << 0.8 << 0.05 << 20.0 << ClientLimit::Processor;
        QTest::newRow("late") << 0.3 << 6.0 << 20.0 << ClientLimit::Lag;
        QTest::newRow("late, but answers take long") << 0.3 << 6.0 << 100.0 << ClientLimit::None;
        QTest::newRow("late by a timer's resolution") << 0.3 << 1.0 << 0.5 << ClientLimit::None;
    }

    void clientsThatBeginLate()
    {
        QCOMPARE(clientLimit(startingLate(arriving(100, 100), 0.05)), ClientLimit::Starts);
        QCOMPARE(clientLimit(startingLate(arriving(100, 100), 0.04)), ClientLimit::None);
        QCOMPARE(clientLimit(startingLate(point(10, 100), 0.9)),
                 ClientLimit::None); // closed loops have no starts
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
