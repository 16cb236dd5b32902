// SPDX-License-Identifier: GPL-3.0-or-later
// What floors are judged by, on floors that were made up.
#include "core/analysis/verdict.h"
#include "core/experiment/series.h"

#include <QTest>

#include <cmath>

using namespace experiment;
using analysis::Outcome;
using analysis::Resource;
using Values = QList<double>;

namespace {

const analysis::ResourceVerdict *find(const std::vector<analysis::ResourceVerdict> &verdicts,
                                      Resource resource)
{
    const auto found = std::ranges::find(verdicts, resource, &analysis::ResourceVerdict::resource);
    return found == verdicts.end() ? nullptr : &*found;
}

std::vector<FloorAt> spillOf(const Values &files, qint64 bytesEach)
{
    std::vector<FloorAt> floors;
    for (const double count : files) {
        FloorAt at{static_cast<double>(floors.size()), {}};
        at.floor.afterGc.files = count;
        at.floor.afterGc.fileBytes = count * static_cast<double>(bytesEach);
        floors.push_back(at);
    }
    return floors;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionsThatEndLateAreNoForgottenFiles_data()
    {
        QTest::addColumn<int>("sockets");
        QTest::addColumn<int>("outgoing");
        QTest::addColumn<int>("files");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("nothing closed") << 0 << 0 << 0 << Outcome::Stable;
        QTest::newRow("sockets closed meanwhile") << 9 << 0 << 0 << Outcome::Stable;
        QTest::newRow("own connections closed by the collections") << 0 << 9 << 0 << Outcome::GcClosed;
        QTest::newRow("own connections and sockets") << 9 << 9 << 0 << Outcome::GcClosed;
        QTest::newRow("files closed by the collections") << 0 << 0 << 9 << Outcome::GcClosed;
        QTest::newRow("files and sockets") << 9 << 0 << 9 << Outcome::GcClosed;
    }

    void connectionsThatEndLateAreNoForgottenFiles()
    {
        QFETCH(int, sockets);
        QFETCH(int, outgoing);
        QFETCH(int, files);
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            const bool isFirst = i == 0;
            at.floor.descriptorKinds
                = {.sockets = 4, .outgoing = 2, .files = 3, .anonymous = 1}; // two are pooled
            at.floor.kindsBeforeGc = {.sockets = 4 + (isFirst ? 0 : sockets),
                                      .outgoing = 2 + (isFirst ? 0 : outgoing),
                                      .files = 3 + (isFirst ? 0 : files),
                                      .anonymous = 1};
            at.floor.beforeGc.descriptors = at.floor.kindsBeforeGc.all();
            at.floor.afterGc.descriptors = at.floor.descriptorKinds.all();
            floors.push_back(at);
        }
        const auto verdicts
            = judgeFloors(floors, {}, analysis::Reading::GoExact, 1 << 20, analysis::LookPolicy::quick());
        QTEST(find(verdicts, Resource::Descriptors)->outcome, "outcome");
    }

    void shortPhasesDoNotJudgeGarbage()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 8; ++i) {
            FloorAt at{i * 16.0, {}};
            at.floor.heap = 8e6 + i * 16.0 * 200'000; // 200 kB an upload
            at.floor.afterGc.descriptors = at.floor.beforeGc.descriptors = 12;
            floors.push_back(at);
        }
        const auto judge = [&](analysis::Reading reading) {
            return judgeFloors(floors, {}, reading, 1 << 20, analysis::LookPolicy::once(8), 8);
        };
        QCOMPARE(find(judge(analysis::Reading::GoExact), Resource::Heap)->leaning, Outcome::Leaks);
        QVERIFY(!find(judge(analysis::Reading::Node), Resource::Heap));
        QVERIFY(find(judge(analysis::Reading::Node), Resource::Descriptors));
    }

    // Between two collections a heap tells nothing, whether it grows or rests; where they are asked for, everything.
    void heapNeedsCollections_data()
    {
        QTest::addColumn<double>("perUpload");
        QTest::addColumn<double>("everyRounds"); // a collection; NaN: not told
        QTest::addColumn<analysis::Reading>("reading");
        QTest::addColumn<Outcome>("outcome");
        using analysis::Reading;
        QTest::newRow("garbage that grows") << 100e3 << 20.0 << Reading::Jvm << Outcome::Inconclusive;
        QTest::newRow("a goal that rests") << 0.0 << 20.0 << Reading::GoMetrics << Outcome::Inconclusive;
        QTest::newRow("a heap in use that rests") << 0.0 << 100.0 << Reading::Node << Outcome::Stable;
        QTest::newRow("one that was collected once") << 0.0 << 7.0 << Reading::Node << Outcome::Inconclusive;
        QTest::newRow("a leak") << 100e3 << 1.0 << Reading::Jvm << Outcome::Leaks;
        QTest::newRow("none") << 0.0 << 2.0 << Reading::GoMetrics << Outcome::Stable;
        QTest::newRow("exact") << 100e3 << 20.0 << Reading::GoExact << Outcome::Leaks;
        QTest::newRow("garbage of a server that never collected the old")
            << 500e3 << 100.0 << Reading::Node << Outcome::Inconclusive;
        QTest::newRow("not told") << 100e3 << std::nan("") << Reading::Jvm << Outcome::Leaks;
    }

    void heapNeedsCollections()
    {
        QFETCH(double, perUpload);
        QFETCH(double, everyRounds);
        QFETCH(analysis::Reading, reading);
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 50e6 + i * 20 * perUpload;
            at.floor.collections = std::floor(i / everyRounds);
            floors.push_back(at);
        }
        const auto verdicts = judgeFloors(floors, {}, reading, 1 << 20, analysis::LookPolicy::once(10));
        QTEST(find(verdicts, Resource::Heap)->outcome, "outcome");
    }

    // One collection of the whole heap tells garbage from what is kept, if enough had grown by then.
    void growthThatOutlivesACollection_data()
    {
        QTest::addColumn<int>("collectedAt"); // round
        QTest::addColumn<double>("garbage"); // share of the growth that it takes
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("kept") << 8 << 0.0 << Outcome::Leaks;
        QTest::newRow("collected before it grew") << 2 << 0.0 << Outcome::Inconclusive;
        QTest::newRow("garbage") << 8 << 0.9 << Outcome::Inconclusive;
    }

    void growthThatOutlivesACollection()
    {
        QFETCH(int, collectedAt);
        QFETCH(double, garbage);
        constexpr double perRound = 20 * 200e3;
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 14; ++i) {
            FloorAt at{i * 20.0, {}};
            const bool isCollected = i >= collectedAt;
            at.floor.heap = 50e6 + perRound * (i - (isCollected ? garbage * collectedAt : 0));
            at.floor.rss = 2 * at.floor.heap;
            at.floor.collections = isCollected ? 4 : 3;
            floors.push_back(at);
        }
        const auto verdicts
            = judgeFloors(floors, {}, analysis::Reading::Jvm, 1 << 20, analysis::LookPolicy::once(14));
        QTEST(find(verdicts, Resource::Heap)->outcome, "outcome");
        if (find(verdicts, Resource::Heap)->outcome
            == Outcome::Leaks) // its process memory is no garbage either
            QVERIFY(find(verdicts, Resource::Rss)->reason != analysis::Reason::NotCollected);
    }

    // Exporters that tell of collections by what was collected tell nothing before the first.
    void firstCollectionsCount()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 50e6 + at.uploads * 100e3;
            floors.push_back(at);
        }
        const auto outcome = [&](double atTheEnd) {
            floors.back().floor.collections = atTheEnd;
            return find(judgeFloors(floors, {}, analysis::Reading::Jvm, 1 << 20,
                                    analysis::LookPolicy::once(10)),
                        Resource::Heap)
                ->outcome;
        };
        QCOMPARE(outcome(0), Outcome::Inconclusive);
        QCOMPARE(outcome(1), Outcome::Leaks);
    }

    void waitWithoutCollections_data()
    {
        using analysis::Reading;
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("after");
        QTest::addColumn<double>("heap");
        QTest::addColumn<Reading>("reading");
        QTest::addColumn<bool>("isUncollected");
        QTest::newRow("none") << 4.0 << 4.0 << 1e6 << Reading::Jvm << true;
        QTest::newRow("one") << 4.0 << 5.0 << 1e6 << Reading::Jvm << false;
        QTest::newRow("the first") << std::nan("") << 1.0 << 1e6 << Reading::Node << false;
        QTest::newRow("not told") << std::nan("") << std::nan("") << 1e6 << Reading::Node << false;
        QTest::newRow("on demand") << 4.0 << 4.0 << 1e6 << Reading::GoExact << false;
        QTest::newRow("of a heap that is not told") << 4.0 << 4.0 << std::nan("") << Reading::Other << false;
    }

    void waitWithoutCollections()
    {
        QFETCH(double, before);
        QFETCH(double, after);
        QFETCH(double, heap);
        QFETCH(analysis::Reading, reading);
        FloorReading from, to;
        from.heap = to.heap = heap;
        from.collections = before;
        to.collections = after;
        QTEST(isUncollected(from, to, reading), "isUncollected");
    }

    // A Go server without pprof, 128 KiB kept of each upload: what is seen moves with the collections alone.
    void restBetweenCollectionsIsNoPlateau()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 14; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = i == 0 ? 7195e3 : i < 6 ? 13596e3 : 26210e3;
            at.floor.collections = i == 0 ? 5 : i < 6 ? 6 : 7;
            floors.push_back(at);
        }
        const auto heapOf = [&] {
            return *find(judgeFloors(floors, {}, analysis::Reading::GoMetrics, 1 << 20,
                                     analysis::LookPolicy::once(14)),
                         Resource::Heap);
        };
        QCOMPARE(heapOf().outcome, Outcome::Inconclusive);
        QCOMPARE(heapOf().reason, analysis::Reason::NotCollected);
        floors[12].floor.collections = 8;
        floors[13].floor.collections = floors[14].floor.collections = 9;
        QCOMPARE(heapOf().outcome, Outcome::Stable); // rested through two of them
    }

    // 400 KB a second, uploads or not, which a round of uploads takes longer to wait for than a blank one.
    void whatGrowsWithTimeIsNotTheUploads()
    {
        constexpr qint64 blankMs = 650, roundMs = 900;
        constexpr double perMs = 400;
        qint64 now = 0;
        const auto floorAt = [&](double uploads) {
            FloorAt at{uploads, {}};
            at.floor.timeMs = now;
            at.floor.heap = 4e6 + static_cast<double>(now) * perMs;
            at.floor.beforeGc.goroutines = at.floor.afterGc.goroutines
                = 10 + std::floor(static_cast<double>(now) / 200);
            return at;
        };
        std::vector<FloorReading> blanks;
        for (int i = 0; i <= 3; ++i, now += blankMs)
            blanks.push_back(floorAt(0).floor);
        now -= blankMs;
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i, now += roundMs)
            floors.push_back(floorAt(i * 20.0));
        const auto verdicts = judgeFloors(floors, blanks, analysis::Reading::GoExact, 1 << 20,
                                          analysis::LookPolicy::once(10));
        QCOMPARE(find(verdicts, Resource::Heap)->outcome, Outcome::Inconclusive);
        QCOMPARE(find(verdicts, Resource::Heap)->reason, analysis::Reason::GrowsIdle);
        QVERIFY(find(verdicts, Resource::Goroutines)->outcome != Outcome::Leaks);
    }

    void whatAServerClosesLateIsNotTheCollectors_data()
    {
        QTest::addColumn<QList<int>>("closed"); // in rounds of 20 uploads, after ever longer rests
        QTest::addColumn<QList<int>>("collections"); // of its own
        QTest::addColumn<ClosedBy>("who");
        using List = QList<int>;
        QTest::newRow("forgotten") << List{20, 20, 20} << List{0, 0, 0} << ClosedBy::Collector;
        QTest::newRow("closed after two seconds") << List{0, 18, 0} << List{0, 0, 0} << ClosedBy::Server;
        QTest::newRow("closed at once") << List{0, 0, 0} << List{0, 0, 0} << ClosedBy::Server;
        QTest::newRow("closed at once by a server that collects")
            << List{0, 0, 0} << List{1, 1, 1} << ClosedBy::Server;
        QTest::newRow("closed late by a server that collects")
            << List{0, 18, 0} << List{1, 1, 1} << ClosedBy::Unknown;
        QTest::newRow("collected meanwhile") << List{20, 2, 20} << List{0, 1, 0} << ClosedBy::Collector;
    }

    void whatAServerClosesLateIsNotTheCollectors()
    {
        QFETCH(QList<int>, closed);
        QFETCH(QList<int>, collections);
        analysis::ResourceVerdict verdict;
        verdict.resource = Resource::Descriptors;
        verdict.threshold = 0.2;
        verdict.perUpload = 1;
        std::vector<FloorAt> rested(1);
        for (int i = 0; i < closed.size(); ++i) {
            FloorAt at{(i + 1) * 20.0, {}};
            at.floor.afterGc.descriptors = 12;
            at.floor.beforeGc.descriptors = 12 + closed[i];
            at.floor.ownCollections = collections[i];
            rested.push_back(at);
        }
        QTEST(closedBy(verdict, rested), "who");
    }

    void keptDescriptorsAreJudgedWithoutWhatWasClosed()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.afterGc.descriptors = 12;
            at.floor.beforeGc.descriptors = i == 0 ? 12 : 30;
            floors.push_back(at);
        }
        const auto verdict = *find(
            judgeFloors(floors, {}, analysis::Reading::GoExact, 1 << 20, analysis::LookPolicy::once(10)),
            Resource::Descriptors);
        QCOMPARE(verdict.outcome, Outcome::GcClosed);
        QCOMPARE(judgeKept(floors, verdict, 1 << 20).outcome, Outcome::Stable);
    }

    // Node: the blank rounds grow by the garbage of the pages that are read, which the rounds' collections take away.
    void garbageOfBlankRoundsIsNotTakenOff()
    {
        constexpr double truth = 22e3, garbage = 200e3; // each upload; each blank round
        std::vector<FloorReading> blanks(4);
        for (int i = 0; i < 4; ++i) {
            FloorReading &blank = blanks[static_cast<size_t>(i)];
            blank.timeMs = i * 500;
            blank.heap = 20e6 + garbage * i;
            blank.collections = 3;
        }
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 20; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.timeMs = 2000 + i * 500;
            at.floor.heap = 20e6 + truth * at.uploads + (i % 2 == 0 ? 5e3 : -5e3);
            at.floor.collections = 3 + i;
            floors.push_back(at);
        }
        const auto heapOf = [&] {
            return *find(
                judgeFloors(floors, blanks, analysis::Reading::Node, 1 << 20, analysis::LookPolicy::once(20)),
                Resource::Heap);
        };
        QCOMPARE(heapOf().outcome, Outcome::Leaks);
        QVERIFY2(std::abs(*heapOf().perUpload - truth) < 0.02 * truth,
                 qPrintable(QString::number(*heapOf().perUpload)));
        QVERIFY(*heapOf().low <= truth - garbage / 20
                && *heapOf().high >= truth); // it may have been no garbage
        QCOMPARE(heapOf().blank, 0.0);
        for (FloorReading &blank : blanks)
            blank.heap *= 2; // so much of it that nothing would be left
        QCOMPARE(heapOf().reason, analysis::Reason::GrowsIdle);
        blanks.back().collections = 5; // and it was collected: it grows with time
        QVERIFY(heapOf().outcome != Outcome::Leaks);
    }

    // 80 broken uploads of seven kinds: one kind that leaves 10 KB leaves less than a lenient limit on the average.
    void steadyRestOfShortPhasesIsNoRest()
    {
        const auto judge = [](double perUpload) {
            std::vector<FloorAt> floors;
            for (int i = 0; i <= 8; ++i) {
                FloorAt at{i * 16.0, {}};
                at.floor.heap = 8e6 + i * 16.0 * perUpload + (i % 2 == 0 ? 300 : -300);
                floors.push_back(at);
            }
            return find(judgeFloors(floors, {}, analysis::Reading::GoExact, 1 << 20,
                                    analysis::LookPolicy::once(8), 8),
                        Resource::Heap)
                ->outcome;
        };
        QCOMPARE(judge(30), Outcome::Stable);
        QCOMPARE(judge(2'800), Outcome::Inconclusive);
        QCOMPARE(judge(20'000), Outcome::Leaks);
    }

    // A server that loses something at every look does not lose it by uploads.
    void looksAreTakenOff()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.beforeGc.goroutines = at.floor.afterGc.goroutines = 10 + 12 * i;
            floors.push_back(at);
        }
        std::vector<FloorReading> blanks(4);
        for (int i = 0; i < 4; ++i)
            blanks[static_cast<size_t>(i)].afterGc.goroutines = 10 + 12 * i;
        const auto judge = [&](const std::vector<FloorReading> &idle) {
            return find(judgeFloors(floors, idle, analysis::Reading::GoExact, 1 << 20,
                                    analysis::LookPolicy::quick()),
                        Resource::Goroutines)
                ->outcome;
        };
        QCOMPARE(judge({}), Outcome::Leaks);
        QCOMPARE(judge(blanks), Outcome::Stable);
        blanks[2].afterGc.goroutines = blanks[1].afterGc.goroutines; // not at every look
        QCOMPARE(judge(blanks), Outcome::Leaks);
    }

    void ownCollectionsReachTheRule()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            const bool isHidden = i % 2 == 0;
            at.floor.beforeGc.descriptors = isHidden ? 12 : 32;
            at.floor.afterGc.descriptors = 12;
            at.floor.ownCollections = isHidden ? 1 : 0;
            floors.push_back(at);
        }
        const auto judge = [&] {
            return judgeFloors(floors, {}, analysis::Reading::GoExact, 1 << 20,
                               analysis::LookPolicy::quick());
        };
        QCOMPARE(find(judge(), Resource::Descriptors)->outcome, Outcome::GcClosed);
        for (FloorAt &at : floors)
            at.floor.ownCollections = 0;
        QCOMPARE(find(judge(), Resource::Descriptors)->outcome, Outcome::Stable);
        for (FloorAt &at : floors)
            at.floor.ownCollections = FloorReading::unknown; // not told is not collected
        QCOMPARE(find(judge(), Resource::Descriptors)->outcome, Outcome::Stable);
    }

    void externalMemoryIsItsOwnResource()
    {
        constexpr double each = 262'144;
        const auto judge = [](const std::vector<FloorAt> &floors, double leniency) {
            return judgeFloors(floors, {}, analysis::Reading::Node, each, analysis::LookPolicy::standard(),
                               leniency);
        };
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 20; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 5e6;
            at.floor.external = 1.8e6 + at.uploads * each;
            floors.push_back(at);
        }
        const auto verdicts = judge(floors, 1);
        QCOMPARE(find(verdicts, Resource::Heap)->outcome, Outcome::Stable);
        const analysis::ResourceVerdict *external = find(verdicts, Resource::External);
        QVERIFY(external);
        QCOMPARE(external->outcome, Outcome::Leaks);
        QVERIFY(std::abs(*external->perUpload - each) < 1);
        const analysis::Verdict verdict = analysis::combine({.resources = verdicts, .aborted = {}});
        QCOMPARE(verdict.cause, analysis::Cause::ExternalLeak);

        QVERIFY(!find(judge(floors, 8), Resource::External)); // too short a phase
        std::vector<FloorAt> little = floors;
        for (FloorAt &at : little)
            at.floor.external = 1.8e6 + at.uploads * each / 4;
        QCOMPARE(find(judge(little, 1), Resource::External)->outcome, Outcome::Inconclusive);
        floors[4].floor.external = FloorReading::unknown;
        QVERIFY(!find(judge(floors, 1), Resource::External));
    }

    // Which of it is garbage nobody knows: a server that keeps buffers and one that does not look the same.
    void externalMemoryThatNobodyCollected_data()
    {
        QTest::addColumn<Values>("kibibytes"); // over what there was
        QTest::addColumn<Outcome>("outcome"); // of all of it
        Values wobbling, sawtooth;
        for (int i = 0; i <= 20; ++i) {
            wobbling.append(i * 800 + (i % 3) * 900);
            sawtooth.append(i % 7 * 800);
        }
        QTest::newRow("rises, not evenly") << wobbling << Outcome::Inconclusive;
        QTest::newRow("falls back now and then") << sawtooth << Outcome::Stable;
        QTest::newRow("constant") << Values(21, 0) << Outcome::Stable;
    }

    void externalMemoryThatNobodyCollected()
    {
        QFETCH(Values, kibibytes);
        std::vector<FloorAt> floors;
        for (const double value : kibibytes) {
            FloorAt at{static_cast<double>(floors.size()) * 20, {}};
            at.floor.heap = 5e6;
            at.floor.external = 1.8e6 + value * 1024;
            floors.push_back(at);
        }
        const auto verdicts
            = judgeFloors(floors, {}, analysis::Reading::Node, 20'000, analysis::LookPolicy::standard());
        QTEST(analysis::combine({.resources = verdicts, .aborted = {}}).outcome, "outcome");
    }

    // A Go heap that was set aside once and is being filled: resident memory rises, and nothing is kept.
    void memoryWithinTheReserveIsNoLeak_data()
    {
        QTest::addColumn<double>("begin"); // bytes beyond what the runtime has taken
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("within") << -1e9 << Outcome::Stable;
        QTest::newRow("beyond") << -1e8 << Outcome::Leaks;
    }

    void memoryWithinTheReserveIsNoLeak()
    {
        QFETCH(double, begin);
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 20; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 1.2e9;
            at.floor.rss = begin + at.uploads * (1 << 20);
            floors.push_back(at);
        }
        const auto verdicts
            = judgeFloors(floors, {}, analysis::Reading::GoExact, 1 << 20, analysis::LookPolicy::standard());
        QTEST(analysis::combine({.resources = verdicts, .aborted = {}}).outcome, "outcome");
    }

    // Of a heap that is hardly ever collected, resident memory holds the garbage.
    void garbageIsNoMemoryOutsideTheHeap_data()
    {
        QTest::addColumn<bool>("isRssAll");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("all that is resident") << true << Outcome::Inconclusive;
        QTest::newRow("beyond what the runtime has taken") << false << Outcome::Leaks;
    }

    void garbageIsNoMemoryOutsideTheHeap()
    {
        QFETCH(bool, isRssAll);
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 20; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 256e6;
            at.floor.collections = 7;
            at.floor.rss = 300e6 + at.uploads * 65'536;
            at.floor.isRssAll = isRssAll;
            floors.push_back(at);
        }
        const auto verdicts = judgeFloors(floors, {}, analysis::Reading::GoMetrics, 1 << 18,
                                          analysis::LookPolicy::standard());
        QTEST(analysis::combine({.resources = verdicts, .aborted = {}}).outcome, "outcome");
    }

    // Of a runtime that collects when it likes, process memory waits for the heap that is in it.
    void processMemoryWaitsForItsHeap_data()
    {
        using analysis::Reading;
        using analysis::Reason;
        QTest::addColumn<Reading>("reading");
        QTest::addColumn<double>("wobble"); // of the heap
        QTest::addColumn<double>("collections"); // each round
        QTest::addColumn<bool>("isRssAll");
        QTest::addColumn<Outcome>("outcome"); // of process memory
        QTest::addColumn<Reason>("reason");
        QTest::newRow("undecided heap")
            << Reading::Node << 40e6 << 1.0 << true << Outcome::Inconclusive << Reason::HoldsHeap;
        QTest::newRow("heap that was never collected")
            << Reading::Node << 0.0 << 0.0 << true << Outcome::Inconclusive << Reason::NotCollected;
        QTest::newRow("and beyond what it has taken")
            << Reading::Jvm << 0.0 << 0.0 << false << Outcome::Inconclusive << Reason::NotCollected;
        QTest::newRow("stable heap") << Reading::Jvm << 0.0 << 1.0 << false << Outcome::Leaks
                                     << Reason::Steady;
        QTest::newRow("Go without pprof")
            << Reading::GoMetrics << 40e6 << 1.0 << false << Outcome::Leaks << Reason::Steady;
    }

    void processMemoryWaitsForItsHeap()
    {
        QFETCH(analysis::Reading, reading);
        QFETCH(double, wobble);
        QFETCH(double, collections);
        QFETCH(bool, isRssAll);
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 20; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 256e6 + (i * 7 % 5) * wobble;
            at.floor.collections = i * collections;
            at.floor.rss = 300e6 + at.uploads * 100'000;
            at.floor.isRssAll = isRssAll;
            floors.push_back(at);
        }
        const auto verdicts = judgeFloors(floors, {}, reading, 65'536, analysis::LookPolicy::standard());
        QTEST(find(verdicts, Resource::Rss)->outcome, "outcome");
        QTEST(find(verdicts, Resource::Rss)->reason, "reason");
        QCOMPARE(find(verdicts, Resource::Rss)->reading, reading);
    }

    void buffersThatGrowAheadAreLeftOpen()
    {
        const auto at = [](double uploads, double kilobytes) {
            FloorAt floor{uploads, {}};
            floor.floor.heap = 1.5e6 + kilobytes * 1000;
            return floor;
        };
        const std::vector<FloorAt> warmUp{at(0, 0), at(20, 1290), at(40, 2580)};
        std::vector<FloorAt> rounds;
        for (int i = 0; i <= 10; ++i)
            rounds.push_back(at(i * 20, i < 4 ? 2580 : 5150));
        const auto policy = analysis::LookPolicy::once(10);
        auto verdicts = judgeFloors(rounds, {}, analysis::Reading::GoExact, 1 << 16, policy);
        QCOMPARE(verdicts.front().outcome, Outcome::Stable); // by themselves
        auto pool = verdicts;
        leaveBuffersOpen(verdicts, warmUp, rounds, analysis::Reading::GoExact, policy);
        QCOMPARE(verdicts.front().outcome, Outcome::Inconclusive);
        QCOMPARE(verdicts.front().reason, analysis::Reason::Uneven);
        std::vector<FloorAt> early; // a pool, and then so much rest that it cannot be a buffer
        for (int i = 0; i <= 10; ++i)
            early.push_back(at(i * 20, i < 1 ? 2580 : 5150));
        leaveBuffersOpen(pool, {}, early, analysis::Reading::GoExact, policy);
        QCOMPARE(pool.front().outcome, Outcome::Stable);
    }

    void objectsAreOfTheHeap()
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= 10; ++i) {
            FloorAt at{i * 20.0, {}};
            at.floor.heap = 5e6 + at.uploads * 300;
            at.floor.heapObjects = 4e4 + at.uploads * 3;
            floors.push_back(at);
        }
        const auto verdicts
            = judgeFloors(floors, {}, analysis::Reading::GoExact, 1 << 20, analysis::LookPolicy::quick());
        QCOMPARE(find(verdicts, Resource::Heap)->outcome, Outcome::Stable);
        QVERIFY(find(verdicts, Resource::HeapObjects)->leaning != Outcome::Leaks);
        QCOMPARE(find(verdicts, Resource::HeapObjects)->reason, analysis::Reason::Slow);
    }

    void spilledFiles_data()
    {
        QTest::addColumn<Values>("files");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("one each") << Values{4, 5, 6, 7} << Outcome::Leaks;
        QTest::newRow("several each") << Values{0, 2, 5, 7} << Outcome::Leaks;
        QTest::newRow("none") << Values{4, 4, 4, 4} << Outcome::Stable;
        QTest::newRow("fewer") << Values{4, 3, 3, 2} << Outcome::Stable;
        QTest::newRow("taken away with the next") << Values{0, 1, 1, 1} << Outcome::Inconclusive;
        QTest::newRow("come and gone") << Values{0, 1, 1, 0} << Outcome::Stable;
    }

    void spilledFiles()
    {
        QFETCH(Values, files);
        const auto verdicts = judgeSpill(spillOf(files, 36 << 20));
        QCOMPARE(verdicts.size(), size_t(2));
        QTEST(find(verdicts, Resource::TempFiles)->outcome, "outcome");
        QTEST(find(verdicts, Resource::TempBytes)->outcome, "outcome");
    }

    void spillNeedsFolders()
    {
        QVERIFY(judgeSpill({}).empty());
        const std::vector<FloorAt> untold(4);
        QVERIFY(judgeSpill(untold).empty());
    }

    void settling_data()
    {
        QTest::addColumn<Values>("heap");
        QTest::addColumn<bool>("isSettling");
        QTest::newRow("at rest") << Values{5e6, 5e6, 5e6, 5e6} << false;
        QTest::newRow("grows ever less") << Values{5e6, 5.4e6, 5.5e6, 5.52e6} << true;
        QTest::newRow("grows as before") << Values{5e6, 5.1e6, 5.2e6, 5.3e6} << false;
        QTest::newRow("too few") << Values{5e6, 5.4e6} << false;
        const double none = FloorReading::unknown;
        QTest::newRow("not told") << Values{none, none, none, none} << false;
    }

    void settling()
    {
        QFETCH(Values, heap);
        std::vector<FloorReading> blanks;
        for (const double value : heap) {
            blanks.emplace_back();
            blanks.back().heap = value;
        }
        QTEST(isStillSettling(blanks), "isSettling");
    }
};

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
