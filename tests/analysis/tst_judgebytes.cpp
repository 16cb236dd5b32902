// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgebytes.h"

#include <QTest>

#include <cmath>
#include <limits>

using analysis::FloorSeries;
using analysis::LookPolicy;
using analysis::Outcome;
using analysis::Reading;
using analysis::Reason;
using analysis::Resource;
using analysis::ResourceVerdict;
using Values = QList<double>;

namespace {

constexpr double kib = 1024;
constexpr double mib = 1024 * 1024;

analysis::Threshold goHeap()
{
    return analysis::thresholdFor(Resource::Heap, Reading::GoExact, mib);
}
analysis::Threshold rss()
{
    return analysis::thresholdFor(Resource::Rss, Reading::GoExact, mib);
}

/// ±2 KiB without chance.
double wiggle(int i)
{
    return (i * 7 % 5 - 2) * kib;
}

FloorSeries leaking(int rounds, double perUpload)
{
    FloorSeries series;
    for (int i = 0; i <= rounds; ++i)
        series.push_back({i * 20.0, 4 * mib + i * 20 * perUpload + wiggle(i)});
    return series;
}

FloorSeries seriesOf(const Values &values)
{
    FloorSeries series;
    for (const double value : values) {
        const int i = static_cast<int>(series.size());
        series.push_back({i * 20.0, 4 * mib + value + wiggle(i)});
    }
    return series;
}

} // namespace

class TestJudgeBytes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void looks_data();
    void looks();
    void provisional();
    void intervalHoldsTheTruth_data();
    void intervalHoldsTheTruth();
    void cleanServersCreep();
    void plateauIsNamed();
    void stepIsNamed();
    void batchesAreNoLeak_data();
    void batchesAreNoLeak();
    void measuresOnUntilPrecise();
    void processSizeTakesLonger_data();
    void processSizeTakesLonger();
    void growthWithoutUploads();
    void shortPhase();
    void badData();
    void thresholds_data();
    void thresholds();
    void keys();
};

void TestJudgeBytes::shapes_data()
{
    QTest::addColumn<Values>("kibibytes"); // every 20 uploads
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    Values flat(11, 0);
    Values linear;
    Values falling;
    Values cache64 = {0,        20 * kib, 24 * kib, 24 * kib, 24 * kib, 24 * kib,
                      24 * kib, 24 * kib, 24 * kib, 24 * kib, 24 * kib};
    Values cacheFull9;
    Values cacheFullAtLook;
    Values staircase;
    Values late;
    Values creeping;
    Values plunging;
    Values everyFifth;
    for (int i = 0; i <= 10; ++i) {
        linear.append(i * 20);
        falling.append(i * -20);
        cacheFull9.append(std::min(i, 8) * 20 * kib);
        cacheFullAtLook.append(std::min(i, 9) * 20 * kib);
        staircase.append(i < 3 ? 0 : i < 7 ? 4000 : 8000);
        late.append(i < 6 ? 0 : (i - 5) * 40);
        creeping.append(i * 20 * 148 / kib);
        plunging.append(i * -20 * 8);
        everyFifth.append(i / 5 * 2000 + i % 2);
    }
    using enum Outcome;
    QTest::newRow("flat") << flat << Stable << Reason::BelowThreshold;
    QTest::newRow("1 KiB per upload") << linear << Leaks << Reason::Steady;
    QTest::newRow("falling") << falling << Stable << Reason::BelowThreshold;
    QTest::newRow("summary window, 148 B") << creeping << Stable << Reason::BelowThreshold;
    QTest::newRow("cache of 64 bodies") << cache64 << Stable << Reason::Plateau;
    QTest::newRow("cache full two rounds ago") << cacheFull9 << NeedsMoreRounds << Reason::StillSlowing;
    QTest::newRow("cache full at the look") << cacheFullAtLook << NeedsMoreRounds << Reason::StillSlowing;
    QTest::newRow("falls so fast that a leak could hide in it")
        << plunging << NeedsMoreRounds << Reason::Falls;
    QTest::newRow("every hundred uploads") << everyFifth << NeedsMoreRounds << Reason::Uneven;
    QTest::newRow("two jumps") << staircase << NeedsMoreRounds << Reason::Uneven;
    QTest::newRow("began in the middle") << late << NeedsMoreRounds << Reason::StartedLate;
}

void TestJudgeBytes::shapes()
{
    QFETCH(Values, kibibytes);
    for (double &value : kibibytes)
        value *= kib;
    const ResourceVerdict verdict
        = analysis::judgeBytes(seriesOf(kibibytes), {}, goHeap(), LookPolicy::standard());
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.reason, "reason");
    QCOMPARE(verdict.rounds, 10);
    QCOMPARE(verdict.uploads, 200.0);
    QCOMPARE(verdict.threshold, 512.0);
    QVERIFY(*verdict.low <= *verdict.perUpload && *verdict.perUpload <= *verdict.high);
    QVERIFY(*verdict.detectable > 512);
}

void TestJudgeBytes::looks_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<LookPolicy>("policy");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("nextLook");
    using enum Outcome;
    QTest::newRow("before the first look") << 9 << LookPolicy::quick() << NeedsMoreRounds << 10;
    QTest::newRow("first look") << 10 << LookPolicy::quick() << Leaks << 14;
    QTest::newRow("between looks") << 12 << LookPolicy::quick() << NeedsMoreRounds << 14;
    QTest::newRow("last look") << 14 << LookPolicy::quick() << Leaks << 14;
    QTest::newRow("thorough looks later") << 10 << LookPolicy::thorough() << NeedsMoreRounds << 20;
    QTest::newRow("time is up early")
        << 9 << LookPolicy{.looks = {10}, .decideNow = true} << Inconclusive << 10;
    QTest::newRow("time is up late") << 12 << LookPolicy{.looks = {10, 14}, .decideNow = true} << Leaks << 14;
}

void TestJudgeBytes::looks()
{
    QFETCH(int, rounds);
    QFETCH(LookPolicy, policy);
    const ResourceVerdict verdict = analysis::judgeBytes(leaking(rounds, mib), {}, goHeap(), policy);
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.nextLook, "nextLook");
    QCOMPARE(verdict.leaning, Outcome::Leaks);
    QCOMPARE(verdict.isDecided(), verdict.outcome != Outcome::NeedsMoreRounds);
}

// A large leak shows from the third round on; nothing is said before.
void TestJudgeBytes::provisional()
{
    for (int rounds = 0; rounds < 10; ++rounds) {
        const ResourceVerdict verdict
            = analysis::judgeBytes(leaking(rounds, mib), {}, goHeap(), LookPolicy::quick());
        QCOMPARE(verdict.outcome, Outcome::NeedsMoreRounds);
        QCOMPARE(verdict.perUpload.has_value(), rounds >= 3);
        QCOMPARE(verdict.growsNow(), rounds >= 3);
        QCOMPARE(verdict.reason, rounds >= 3 ? Reason::TakesLonger : Reason::TooFewRounds);
    }
    QCOMPARE(analysis::judgeBytes({}, {}, goHeap(), LookPolicy::quick()).rounds, 0);
}

void TestJudgeBytes::intervalHoldsTheTruth_data()
{
    QTest::addColumn<double>("perUpload");
    QTest::newRow("768 B") << 768.0;
    QTest::newRow("2517 B") << 2517.0;
    QTest::newRow("64 KiB") << 64 * kib;
    QTest::newRow("1.06 MiB") << 1.06 * mib;
}

void TestJudgeBytes::intervalHoldsTheTruth()
{
    QFETCH(double, perUpload);
    const ResourceVerdict verdict
        = analysis::judgeBytes(leaking(10, perUpload), {}, goHeap(), LookPolicy::quick());
    QVERIFY(*verdict.low < perUpload && perUpload < *verdict.high);
    QVERIFY(std::abs(*verdict.perUpload - perUpload) < 0.05 * perUpload);
    QVERIFY(std::abs(*verdict.robustSlope - perUpload) < 0.05 * perUpload);
    QCOMPARE(verdict.leaning, Outcome::Leaks);
}

// Up to 128 B of the growth may be the server's own, so the leak may be smaller than the slope, not larger.
void TestJudgeBytes::cleanServersCreep()
{
    const ResourceVerdict verdict
        = analysis::judgeBytes(leaking(10, 4 * kib), {}, goHeap(), LookPolicy::quick());
    const double systematic = 4 * kib / 200 + 0.005 * *verdict.perUpload;
    QCOMPARE(*verdict.high, *verdict.perUpload + verdict.error + systematic);
    QCOMPARE(*verdict.low, *verdict.perUpload - verdict.error - systematic - 128);
    QVERIFY(verdict.isPrecise(0.05) && !verdict.isPrecise(0.001));
}

void TestJudgeBytes::plateauIsNamed()
{
    FloorSeries series = leaking(10, 0);
    for (std::size_t i = 1; i < series.size(); ++i)
        series[i].value += std::min(24.0, 12.0 * static_cast<double>(i)) * mib;
    const ResourceVerdict verdict = analysis::judgeBytes(series, {}, goHeap(), LookPolicy::quick());
    QCOMPARE(verdict.outcome, Outcome::Stable);
    QCOMPARE(verdict.reason, Reason::Plateau);
    QCOMPARE(verdict.plateauFrom.value_or(-1), 40.0);
    QCOMPARE(verdict.grown, series.back().value - series.front().value);
    QVERIFY(verdict.firstHalf > 1000 && std::abs(verdict.secondHalf) < 100);
}

void TestJudgeBytes::stepIsNamed()
{
    FloorSeries series = leaking(10, 0);
    for (std::size_t i = 6; i < series.size(); ++i)
        series[i].value += 8 * mib;
    const ResourceVerdict verdict = analysis::judgeBytes(series, {}, goHeap(), LookPolicy::quick());
    QCOMPARE(verdict.outcome, Outcome::Stable);
    QCOMPARE(verdict.reason, Reason::BelowThreshold);
    QCOMPARE(verdict.steps.size(), size_t(1));
    QCOMPARE(verdict.steps[0].uploads, 120.0);
    QVERIFY(std::abs(verdict.steps[0].size - 8 * mib) < 8 * kib);

    // A leak is not hidden by memory that is given back once.
    series = leaking(10, 2 * kib);
    for (std::size_t i = 5; i < series.size(); ++i)
        series[i].value -= 8 * mib;
    const ResourceVerdict leak = analysis::judgeBytes(series, {}, goHeap(), LookPolicy::quick());
    QCOMPARE(leak.leaning, Outcome::Leaks);
    QVERIFY(std::abs(*leak.perUpload - 2 * kib) < 0.05 * 2 * kib);
}

void TestJudgeBytes::batchesAreNoLeak_data()
{
    QTest::addColumn<int>("batch"); // uploads that are kept and then given back together
    QTest::addColumn<int>("before"); // of the first batch, already kept when the rounds begin
    for (const int batch : {100, 110, 130, 140, 150, 160, 170, 180, 190}) {
        for (const int before : {0, 20, 40, 60})
            QTest::addRow("%d, %d before", batch, before) << batch << before;
    }
}

void TestJudgeBytes::batchesAreNoLeak()
{
    QFETCH(int, batch);
    QFETCH(int, before);
    FloorSeries series = leaking(10, 0);
    for (analysis::Floor &floor : series)
        floor.value += (before + static_cast<int>(floor.uploads)) % batch * 64.0 * kib;
    for (const auto &policy : {LookPolicy::quick(), LookPolicy::standard()}) {
        const ResourceVerdict verdict = analysis::judgeBytes(series, {}, goHeap(), policy);
        QVERIFY2(verdict.outcome != Outcome::Leaks && verdict.leaning != Outcome::Leaks,
                 qPrintable(QStringLiteral("%1 per upload").arg(verdict.perUpload.value_or(0))));
    }
}

void TestJudgeBytes::measuresOnUntilPrecise()
{
    FloorSeries series = leaking(20, 2 * kib);
    for (std::size_t i = 0; i < series.size(); i += 3)
        series[i].value += 12 * kib;
    const std::span<const analysis::Floor> all(series);
    const FloorSeries ten(all.begin(), all.begin() + 11);
    const ResourceVerdict early = analysis::judgeBytes(ten, {}, goHeap(), LookPolicy::standard());
    QCOMPARE(early.outcome, Outcome::NeedsMoreRounds);
    QCOMPARE(early.reason, Reason::NotPrecise);
    QCOMPARE(analysis::judgeBytes(ten, {}, goHeap(), LookPolicy::once(10)).outcome, Outcome::Leaks);
    QCOMPARE(analysis::judgeBytes(series, {}, goHeap(), LookPolicy::thorough()).outcome, Outcome::Leaks);
}

void TestJudgeBytes::processSizeTakesLonger_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<double>("perUpload");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    using enum Outcome;
    QTest::newRow("half the δ") << 10 << 8 * kib << Stable << Reason::BelowThreshold;
    QTest::newRow("24 KiB, 10 rounds") << 10 << 24 * kib << NeedsMoreRounds << Reason::TakesLonger;
    QTest::newRow("24 KiB, 20 rounds") << 20 << 24 * kib << Leaks << Reason::Steady;
    QTest::newRow("a tenth of the body, 10 rounds") << 10 << 0.1 * mib << Leaks << Reason::Steady;
}

void TestJudgeBytes::processSizeTakesLonger()
{
    QFETCH(int, rounds);
    QFETCH(double, perUpload);
    const ResourceVerdict verdict
        = analysis::judgeBytes(leaking(rounds, perUpload), {}, rss(), LookPolicy::standard());
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.reason, "reason");
}

void TestJudgeBytes::growthWithoutUploads()
{
    const FloorSeries series = leaking(10, 5000); // 100,000 per round
    const std::vector<double> steady = {0, 100'000, 201'000, 301'000};
    const std::vector<double> uneven = {0, 140'000, 150'000, 260'000};
    const ResourceVerdict explained = analysis::judgeBytes(series, steady, goHeap(), LookPolicy::quick());
    QCOMPARE(explained.outcome, Outcome::Stable);
    QVERIFY(std::abs(explained.blank - 5020) < 1);
    QVERIFY(std::abs(*explained.perUpload) < 100);
    const ResourceVerdict unclear = analysis::judgeBytes(series, uneven, goHeap(), LookPolicy::once(10));
    QCOMPARE(unclear.outcome, Outcome::Inconclusive);
    // Blank rounds that only settle hide nothing.
    const std::vector<double> settling = {0, 100'000, 150'000, 175'000};
    const ResourceVerdict leak = analysis::judgeBytes(series, settling, goHeap(), LookPolicy::quick());
    QCOMPARE(leak.outcome, Outcome::Leaks);
    QCOMPARE(leak.blank, 0.0);
}

// Aborted uploads: 8 rounds of 10.
void TestJudgeBytes::shortPhase()
{
    FloorSeries series = leaking(8, 0);
    QCOMPARE(analysis::judgeBytes(series, {}, goHeap(), LookPolicy::once(8)).outcome, Outcome::Stable);
    for (analysis::Floor &floor : series) {
        floor.uploads /= 2;
        floor.value += floor.uploads * 32 * kib;
    }
    const ResourceVerdict verdict = analysis::judgeBytes(series, {}, goHeap(), LookPolicy::once(8));
    QCOMPARE(verdict.outcome, Outcome::Leaks);
    QCOMPARE(verdict.uploads, 80.0);
    QVERIFY(std::abs(*verdict.perUpload - 32 * kib) < 0.01 * 32 * kib);
}

void TestJudgeBytes::badData()
{
    FloorSeries series = leaking(10, mib);
    series[5].value = std::numeric_limits<double>::quiet_NaN();
    ResourceVerdict verdict = analysis::judgeBytes(series, {}, goHeap(), LookPolicy::quick());
    QCOMPARE(verdict.outcome, Outcome::Inconclusive);
    QCOMPARE(verdict.reason, Reason::BadData);
    QVERIFY(!verdict.perUpload);
    series = leaking(10, mib);
    series[5].uploads = series[4].uploads; // a round without a successful upload
    verdict = analysis::judgeBytes(series, {}, goHeap(), LookPolicy::quick());
    QCOMPARE(verdict.reason, Reason::BadData);
}

void TestJudgeBytes::thresholds_data()
{
    QTest::addColumn<Resource>("resource");
    QTest::addColumn<Reading>("reading");
    QTest::addColumn<double>("body");
    QTest::addColumn<double>("perUpload");
    QTest::addColumn<int>("rounds");
    QTest::newRow("Go heap") << Resource::Heap << Reading::GoExact << mib << 512.0 << 10;
    QTest::newRow("Go heap without pprof") << Resource::Heap << Reading::GoMetrics << mib << 4 * kib << 10;
    QTest::newRow("Node heap") << Resource::Heap << Reading::Node << mib << 2 * kib << 10;
    QTest::newRow("JVM heap") << Resource::Heap << Reading::Jvm << mib << 4 * kib << 10;
    QTest::newRow("heap of the unknown is its size")
        << Resource::Heap << Reading::Other << mib << 16 * kib << 20;
    QTest::newRow("Node external") << Resource::External << Reading::Node << mib << 4 * kib << 10;
    QTest::newRow("size, small body") << Resource::Rss << Reading::Other << 4 * kib << 16 * kib << 20;
    QTest::newRow("size, large body") << Resource::Rss << Reading::Other << 10 * mib << 0.1 * mib << 20;
    QTest::newRow("descriptors") << Resource::Descriptors << Reading::GoExact << mib << 0.2 << 10;
}

void TestJudgeBytes::thresholds()
{
    QFETCH(Resource, resource);
    QFETCH(Reading, reading);
    QFETCH(double, body);
    const analysis::Threshold threshold = analysis::thresholdFor(resource, reading, body);
    QTEST(threshold.perUpload, "perUpload");
    QTEST(threshold.minimumRounds, "rounds");
    QCOMPARE(threshold.resource, resource);
    QVERIFY(*threshold.reason);
    QVERIFY(threshold.resolution < 200 * threshold.perUpload);
}

void TestJudgeBytes::keys()
{
    QCOMPARE(toKey(Outcome::GcClosed), QStringLiteral("gc-closed"));
    QCOMPARE(toKey(Outcome::ReleasedLate), QStringLiteral("released-late"));
    QCOMPARE(toKey(Resource::TempFiles), QStringLiteral("disk"));
    QSet<QString> keys;
    for (int i = 0; i < analysis::resourceCount; ++i) {
        const auto resource = static_cast<Resource>(i);
        keys.insert(toKey(resource));
        QCOMPARE(analysis::thresholdFor(resource, Reading::GoExact, mib).resource, resource);
        QCOMPARE(analysis::unitOf(resource), analysis::thresholdFor(resource, Reading::GoExact, mib).unit);
    }
    QCOMPARE(keys.size(), analysis::resourceCount);
}

QTEST_APPLESS_MAIN(TestJudgeBytes)
#include "tst_judgebytes.moc"
