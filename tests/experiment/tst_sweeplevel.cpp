// SPDX-License-Identifier: GPL-3.0-or-later
// What is worked out of a level's figures.
#include "core/experiment/sweeplevel.h"

#include <QTest>

#include <cmath>

using namespace experiment;
using Unknown = InFlightMemory::Unknown;

namespace {

constexpr double mebibyte = 1024 * 1024;
constexpr double untold = ServerPeaks::unknown;

/// Readings at the beginning of a load and at its peak.
struct Seen
{
    double heapBefore = untold; ///< Its floor, garbage collected.
    double heap = untold;
    double rssBefore = untold;
    double rss = untold;
    double collections = untold; ///< Meanwhile.
};

SweepLevel levelOf(const Seen &seen)
{
    SweepLevel level;
    level.connections = 10;
    metrics::Reading reading;
    reading.set(metrics::Role::HeapLive, seen.heapBefore);
    reading.set(metrics::Role::Rss, seen.rssBefore);
    reading.set(metrics::Role::GcCount, std::isnan(seen.collections) ? untold : 100);
    level.peaks.add(reading);
    reading.set(metrics::Role::HeapLive, seen.heap);
    reading.set(metrics::Role::Rss, seen.rss);
    reading.set(metrics::Role::GcCount, 100 + seen.collections);
    level.peaks.add(reading);
    level.before = FloorReading();
    level.before->heap = seen.heapBefore;
    return level;
}

} // namespace

class TestSweepLevel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryInFlight_data()
    {
        QTest::addColumn<Seen>("seen");
        QTest::addColumn<double>("mebibytes");
        QTest::addColumn<Unknown>("why");
        const auto row = [](const char *name, const Seen &seen, double mebibytes, Unknown why) {
            QTest::newRow(name) << seen << mebibytes << why;
        };
        row("a small heap", {.heapBefore = 2 * mebibyte, .heap = 22 * mebibyte, .collections = 5}, 2,
            Unknown::None);
        row("the heap, not the process",
            {.heapBefore = 2 * mebibyte,
             .heap = 22 * mebibyte,
             .rssBefore = mebibyte,
             .rss = 99 * mebibyte,
             .collections = 5},
            2, Unknown::None);
        row("a large heap in which nothing was collected",
            {.heapBefore = 1024 * mebibyte, .heap = 1800 * mebibyte, .collections = 0}, 0,
            Unknown::NotCollected);
        row("a small heap in which nothing was collected",
            {.heapBefore = mebibyte, .heap = 3.5 * mebibyte, .collections = 0}, 0, Unknown::NotCollected);
        row("a large heap that was collected and grew again",
            {.heapBefore = 1024 * mebibyte, .heap = 2000 * mebibyte, .collections = 1}, 0, Unknown::Garbage);
        row("collections are not told", {.heapBefore = mebibyte, .heap = 30 * mebibyte}, 0,
            Unknown::NotCollected);
        row("a process without a heap", {.rssBefore = 10 * mebibyte, .rss = 30 * mebibyte}, 2, Unknown::None);
        row("a process whose heap is not read exactly",
            {.heap = 30 * mebibyte, .rssBefore = 10 * mebibyte, .rss = 30 * mebibyte, .collections = 3}, 2,
            Unknown::None);
        row("and in which nothing was collected",
            {.heap = 30 * mebibyte, .rssBefore = 10 * mebibyte, .rss = 30 * mebibyte, .collections = 0}, 0,
            Unknown::NotCollected);
        row("nothing is told", {}, 0, Unknown::NotTold);
        row("a process that shrinks", {.rssBefore = 30 * mebibyte, .rss = 30 * mebibyte}, 0, Unknown::None);
    }

    void memoryInFlight()
    {
        QFETCH(Seen, seen);
        QFETCH(double, mebibytes);
        const SweepLevel level = levelOf(seen);
        const InFlightMemory found = level.inFlight();
        QTEST(found.why, "why");
        if (found.why == Unknown::None)
            QCOMPARE(found.bytes, mebibytes * mebibyte);
        else
            QVERIFY(std::isnan(found.bytes) && std::isnan(level.bytesPerInFlight()));
        QCOMPARE(toKey(found.why).isEmpty(), found.why == Unknown::None);
    }

    void longestPauseIsOneOfTheLevel()
    {
        const auto with = [](std::initializer_list<double> longest) {
            ServerPeaks peaks;
            for (const double seconds : longest) {
                metrics::Reading reading;
                reading.set(metrics::Role::GcPauseMax, seconds);
                peaks.add(reading);
            }
            return peaks.longestGcPause;
        };
        QCOMPARE(with({0.002, 0.004, 0.003}), 0.004);
        QVERIFY(std::isnan(with({0.066, 0.066}))); // of long before
        QVERIFY(std::isnan(with({untold, untold})));
    }

    void refusalsOfALimiterAreTold()
    {
        SweepLevel level;
        level.load.done = 50;
        level.load.refused = 40;
        level.load.failed = 10;
        level.load.statuses = {{201, 50}, {429, 20}, {503, 5}, {500, 15}};
        const analysis::LoadPoint point = level.point();
        QCOMPARE(point.failedShare, 0.5);
        QCOMPARE(point.refusedShare, 0.4);
        QCOMPARE(point.limitedShare, 0.25);
        QVERIFY(!point.isOpenLoop());
        QCOMPARE(point.attempts, 100.0);
    }

    void shortLevelsTellNothing()
    {
        SweepLevel level;
        level.load.elapsed = std::chrono::milliseconds(249);
        QVERIFY(!level.point().isTelling);
        level.load.elapsed = SweepLevel::tellingTime;
        QVERIFY(level.point().isTelling);
    }

    void onlyASharedMachineIsTold()
    {
        SweepLevel level;
        level.load.elapsed = std::chrono::seconds(1);
        level.machineBusy = 1;
        QVERIFY(!analysis::isMachineFull(level.point()));
        level.isShared = true;
        QVERIFY(analysis::isMachineFull(level.point()));
    }

    // The time of the last answers would make a short level slower than it was.
    void openLoopsAreAsFastAsTheyEnd()
    {
        SweepLevel level;
        level.connections = 7;
        level.load.done = 90;
        level.load.refused = 10;
        level.load.elapsed = std::chrono::seconds(2);
        QCOMPARE(level.requestsPerSecond(), 50.0);
        QCOMPARE(level.size(), 7.0);
        level.load.arrivals.perSecond = 100;
        QCOMPARE(level.requestsPerSecond(), 50.0); // too few to tell
        level.load.arrivals.endedPerSecond = 80;
        QCOMPARE(level.requestsPerSecond(), 80.0);
        QCOMPARE(level.goodPerSecond(), 72.0);
        QCOMPARE(level.size(), 100.0);
        QCOMPARE(level.growth(analysis::Resource::Heap).connections, 100.0);
        QVERIFY(!analysis::keepsUp(level.point()));
    }
};

QTEST_GUILESS_MAIN(TestSweepLevel)
#include "tst_sweeplevel.moc"
