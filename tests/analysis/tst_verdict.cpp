// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verdict.h"

#include <QTest>

using analysis::Cause;
using analysis::Findings;
using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using analysis::Verdict;
using Resources = std::vector<Resource>;

namespace {

constexpr double mib = 1024 * 1024;

ResourceVerdict made(Resource resource, Outcome outcome, double perUpload = 1)
{
    ResourceVerdict verdict;
    verdict.resource = resource;
    verdict.unit = analysis::unitOf(resource);
    verdict.outcome = outcome;
    verdict.leaning = outcome;
    verdict.perUpload = perUpload;
    verdict.uploads = 200;
    verdict.baseline = 4 * mib;
    verdict.grown = 200 * perUpload;
    return verdict;
}

} // namespace

Q_DECLARE_METATYPE(Findings)

class TestVerdict final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void confirmed_data();
    void confirmed();
    void confirmedOnlyByCollections_data();
    void confirmedOnlyByCollections();
    void leaksOfOtherPhases_data();
    void leaksOfOtherPhases();
    void otherPhasesOpenNothing();
    void honestLimit();
    void heapBesideGoroutines();
    void witnessesLeaveOpen_data();
    void witnessesLeaveOpen();
};

void TestVerdict::witnessesLeaveOpen_data()
{
    using enum Resource;
    QTest::addColumn<Resource>("resource");
    QTest::addColumn<double>("perUpload");
    QTest::addColumn<double>("low");
    QTest::addColumn<analysis::Reason>("reason");
    QTest::addColumn<Outcome>("outcome");
    using enum analysis::Reason;
    using enum Outcome;
    QTest::newRow("memory outside the heap surely grows")
        << Rss << 80'000.0 << 50'000.0 << Uneven << Inconclusive;
    QTest::newRow("it may") << Rss << 20'000.0 << -5000.0 << TooNoisy << Stable;
    QTest::newRow("it may, and by so much that a quiet one never does")
        << Rss << 40'000.0 << -5000.0 << NearThreshold << Inconclusive;
    QTest::newRow("it creeps") << Rss << 9000.0 << 5000.0 << NearThreshold << Stable;
    QTest::newRow("it is within what the runtime had") << Rss << 80'000.0 << 50'000.0 << InReserve << Stable;
    QTest::newRow("buffers surely grow") << External << 30'000.0 << 9000.0 << TooNoisy << Inconclusive;
    QTest::newRow("buffers may") << External << 30'000.0 << -9000.0 << TooNoisy << Stable;
    QTest::newRow("several objects each") << HeapObjects << 3.1 << 2.6 << Slow << Inconclusive;
    QTest::newRow("about one") << HeapObjects << 1.3 << 0.9 << Slow << Stable;
}

void TestVerdict::witnessesLeaveOpen()
{
    QFETCH(Resource, resource);
    QFETCH(double, perUpload);
    QFETCH(double, low);
    QFETCH(analysis::Reason, reason);
    ResourceVerdict witness = made(resource, Outcome::Inconclusive, perUpload);
    witness.low = low;
    witness.reading = analysis::Reading::GoExact;
    witness.reason = reason;
    witness.threshold = resource == Resource::HeapObjects ? 1 : 16'384;
    Findings findings;
    findings.resources = {made(Resource::Heap, Outcome::Stable, 0), witness};
    const Verdict verdict = analysis::combine(findings);
    QTEST(verdict.outcome, "outcome");
}

void TestVerdict::table_data()
{
    using enum Outcome;
    using enum Resource;
    QTest::addColumn<std::vector<ResourceVerdict>>("normal");
    QTest::addColumn<std::vector<ResourceVerdict>>("aborted");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<Resources>("consequences");
    QTest::addColumn<Resources>("further");
    using List = std::vector<ResourceVerdict>;
    const List none;
    const auto heap = [](Outcome outcome, double perUpload = 2000) { return made(Heap, outcome, perUpload); };
    const auto row = [](const char *name, const List &normal, const List &aborted, Outcome outcome,
                        Cause cause, const Resources &consequences = {}, const Resources &further = {}) {
        QTest::newRow(name) << normal << aborted << outcome << cause << consequences << further;
    };

    row("nothing known", none, none, Inconclusive, Cause::None);
    row("all stable", {heap(Stable), made(Goroutines, Stable), made(Descriptors, Stable)}, none, Stable,
        Cause::None);
    row("heap alone",
        {heap(Leaks), made(HeapObjects, Leaks, 3), made(Rss, Leaks, 30'000), made(Goroutines, Stable)}, none,
        Leaks, Cause::HeapLeak, {HeapObjects, Rss});
    row("goroutines hold the heap", {heap(Leaks, mib), made(Goroutines, Leaks), made(Descriptors, Leaks)},
        none, Leaks, Cause::GoroutineLeak, {Heap, Descriptors});
    row("descriptors with their owners", {heap(Leaks), made(Descriptors, Leaks)}, none, Leaks,
        Cause::DescriptorLeak, {Heap});
    row("bodies, and a file each", {heap(Leaks, mib), made(Descriptors, Leaks)}, none, Leaks, Cause::HeapLeak,
        {}, {Descriptors});
    row("forgotten close", {heap(Stable), made(Descriptors, GcClosed)}, none, Leaks,
        Cause::DescriptorsClosedByGc);
    row("forgotten close beside a leak", {heap(Leaks), made(Descriptors, GcClosed)}, none, Leaks,
        Cause::HeapLeak, {}, {Descriptors});
    row("temporary files", {heap(Stable), made(TempFiles, Leaks), made(TempBytes, Leaks, mib)}, none, Leaks,
        Cause::TempFileLeak, {TempBytes});
    row("outside the heap", {heap(Stable), made(Rss, Leaks, mib)}, none, Leaks, Cause::OffHeapLeak);
    row("size is all there is", {made(Rss, Leaks, mib), made(Threads, Stable)}, none, Leaks, Cause::HeapLeak);
    row("threads", {heap(Leaks), made(Threads, Leaks)}, none, Leaks, Cause::ThreadLeak, {Heap});
    row("Node's buffers", {heap(Stable), made(External, Leaks, mib), made(Rss, Leaks, mib)}, none, Leaks,
        Cause::ExternalLeak, {Rss});
    row("released late", {heap(ReleasedLate), made(Descriptors, ReleasedLate)}, none, Stable, Cause::None);
    row("heap unclear", {heap(Inconclusive), made(Descriptors, Stable)}, none, Inconclusive, Cause::None);
    row("size unclear, heap stable", {heap(Stable), made(Rss, Inconclusive)}, none, Stable, Cause::None);
    row("size unclear, no heap", {made(Rss, Inconclusive)}, none, Inconclusive, Cause::None);
    row("not yet decided", {heap(NeedsMoreRounds)}, none, Inconclusive, Cause::None);
    row("leak despite doubt elsewhere", {heap(Leaks), made(Descriptors, Inconclusive)}, none, Leaks,
        Cause::HeapLeak);
    row("only when aborted", {heap(Stable)}, {heap(Leaks, mib)}, Leaks, Cause::HeapLeak);
    row("aborted unclear", {heap(Stable)}, {heap(Inconclusive)}, Inconclusive, Cause::None);
    row("aborted stable", {heap(Stable)}, {heap(Stable)}, Stable, Cause::None);
}

void TestVerdict::table()
{
    QFETCH(std::vector<ResourceVerdict>, normal);
    QFETCH(std::vector<ResourceVerdict>, aborted);
    const Verdict verdict = analysis::combine({.resources = normal, .aborted = aborted, .idleProbed = false});
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.cause, "cause");
    QTEST(verdict.consequences, "consequences");
    QTEST(verdict.further, "further");
    const bool leaksNormally = std::any_of(normal.begin(), normal.end(), [](const ResourceVerdict &v) {
        return v.outcome == Outcome::Leaks || v.outcome == Outcome::GcClosed;
    });
    QCOMPARE(verdict.onlyWhenAborted, verdict.outcome == Outcome::Leaks && !leaksNormally);
    QCOMPARE(verdict.leading.has_value(), !normal.empty());
}

void TestVerdict::confirmed_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("probed");
    QTest::addColumn<double>("returned");
    QTest::addColumn<bool>("confirmed");
    QTest::newRow("no idle probe") << Outcome::Leaks << false << 0.0 << false;
    QTest::newRow("kept") << Outcome::Leaks << true << 0.05 << true;
    QTest::newRow("partly given back") << Outcome::Leaks << true << 0.5 << false;
    QTest::newRow("stable") << Outcome::Stable << false << 0.0 << true;
    QTest::newRow("inconclusive") << Outcome::Inconclusive << true << 0.0 << false;
}

void TestVerdict::confirmed()
{
    QFETCH(Outcome, outcome);
    QFETCH(bool, probed);
    QFETCH(double, returned);
    ResourceVerdict heap = made(Resource::Heap, outcome, mib);
    heap.returnedShare = returned;
    const Verdict verdict = analysis::combine({.resources = {heap}, .aborted = {}, .idleProbed = probed});
    QTEST(verdict.confirmed, "confirmed");
}

void TestVerdict::confirmedOnlyByCollections_data()
{
    using enum Resource;
    QTest::addColumn<Resource>("resource");
    QTest::addColumn<bool>("confirmed");
    QTest::newRow("heap") << Heap << false;
    QTest::newRow("external memory") << External << false;
    QTest::newRow("process memory") << Rss << false;
    QTest::newRow("threads") << Threads << true;
    QTest::newRow("files") << TempFiles << true;
}

void TestVerdict::confirmedOnlyByCollections()
{
    QFETCH(Resource, resource);
    ResourceVerdict leak = made(resource, Outcome::Leaks, mib);
    leak.returnedShare = 0.0;
    Findings findings{.resources = {leak}, .aborted = {}, .idleProbed = true};
    QVERIFY(analysis::combine(findings).confirmed);
    findings.idleUncollected = true;
    QTEST(analysis::combine(findings).confirmed, "confirmed");
}

void TestVerdict::leaksOfOtherPhases_data()
{
    using enum Outcome;
    QTest::addColumn<Findings>("findings");
    QTest::addColumn<bool>("onlyWhenAborted");
    QTest::addColumn<bool>("onlyWhenCrowded");
    QTest::addColumn<bool>("onlyWhenLarge");
    const std::vector<ResourceVerdict> calm{made(Resource::Heap, Stable), made(Resource::TempFiles, Stable)};
    const std::vector<ResourceVerdict> grown{made(Resource::Heap, Leaks, 2000)};
    const std::vector<ResourceVerdict> files{made(Resource::TempFiles, Leaks)};
    QTest::newRow("normal") << Findings{grown, {}, false, grown, files} << false << false << false;
    QTest::newRow("aborted") << Findings{calm, grown, false, grown, files} << true << false << false;
    QTest::newRow("many at once") << Findings{calm, calm, false, grown, files} << false << true << false;
    QTest::newRow("large") << Findings{calm, calm, false, calm, files} << false << false << true;
}

void TestVerdict::leaksOfOtherPhases()
{
    QFETCH(Findings, findings);
    const Verdict verdict = analysis::combine(findings);
    QCOMPARE(verdict.outcome, Outcome::Leaks);
    QTEST(verdict.onlyWhenAborted, "onlyWhenAborted");
    QTEST(verdict.onlyWhenCrowded, "onlyWhenCrowded");
    QTEST(verdict.onlyWhenLarge, "onlyWhenLarge");
}

// What is not clear about many at once, or about memory that only collections give back, leaves "stable" as it is.
void TestVerdict::otherPhasesOpenNothing()
{
    using enum Outcome;
    const std::vector<ResourceVerdict> unclear{made(Resource::Heap, Inconclusive)};
    const std::vector<ResourceVerdict> calm{made(Resource::Heap, Stable),
                                            made(Resource::External, Inconclusive)};
    QCOMPARE(analysis::combine({calm, {}, false, unclear, unclear}).outcome, Stable);
    std::vector<ResourceVerdict> growing = calm;
    growing.back().leaning = Leaks;
    QCOMPARE(analysis::combine({growing, {}, false, {}, {}}).outcome, Inconclusive);
}

void TestVerdict::honestLimit()
{
    const auto of = [](double perUpload) {
        return analysis::combine(
            {.resources = {made(Resource::Heap, Outcome::Leaks, perUpload)}, .aborted = {}});
    };
    QCOMPARE(of(mib).grewForUploads, 200.0);
    QCOMPARE(of(mib).grewBy, 200 * mib);
    QVERIFY(of(mib).isLongEnough);
    QVERIFY(of(0.1 * mib).isLongEnough); // 20 MiB on 4
    QVERIFY(!of(2048).isLongEnough);
    const Verdict count
        = analysis::combine({.resources = {made(Resource::Descriptors, Outcome::Leaks)}, .aborted = {}});
    QCOMPARE(count.grewBy, 0.0);
}

// A stuck goroutine holds some memory. Much more than that is worth a name of its own.
void TestVerdict::heapBesideGoroutines()
{
    const auto of = [](Resource resource, double heap) {
        return analysis::combine(
            {.resources = {made(resource, Outcome::Leaks), made(Resource::Heap, Outcome::Leaks, heap)},
             .aborted = {}});
    };
    QVERIFY(!of(Resource::Goroutines, 9000).heap);
    const Verdict much = of(Resource::Goroutines, mib);
    QCOMPARE(much.leading->resource, Resource::Goroutines);
    QVERIFY(much.heap);
    QCOMPARE(much.heap->perUpload, mib);
    QVERIFY(of(Resource::Descriptors, 30'000).heap);
    QVERIFY(!of(Resource::Descriptors, mib).heap); // leads by itself
    QCOMPARE(of(Resource::Descriptors, mib).leading->resource, Resource::Heap);
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
