// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgecounts.h"

#include <QTest>

#include <cmath>

using analysis::CountSeries;
using analysis::LookPolicy;
using analysis::Outcome;
using analysis::Reason;
using analysis::Resource;
using analysis::ResourceVerdict;
using Counts = QList<int>;

namespace {

analysis::Threshold thresholdOf(Resource resource)
{
    return analysis::thresholdFor(resource, analysis::Reading::GoExact, 1 << 20);
}

CountSeries seriesOf(const Counts &after, const Counts &before, int uploadsPerRound)
{
    CountSeries series;
    for (int i = 0; i < after.size(); ++i) {
        series.push_back({static_cast<double>(i) * uploadsPerRound,
                          static_cast<double>(before.isEmpty() ? after[i] : before[i]),
                          static_cast<double>(after[i])});
    }
    return series;
}

Counts counted(int rounds, int perRound, int start = 12)
{
    Counts counts;
    for (int i = 0; i <= rounds; ++i)
        counts.append(start + i * perRound);
    return counts;
}

} // namespace

class TestJudgeCounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void exactCount();
    void threadsMayCreep();
    void closedByCollector_data();
    void closedByCollector();
    void collectedByItself_data();
    void collectedByItself();
    void provisional();
    void badData();
};

void TestJudgeCounts::verdicts_data()
{
    QTest::addColumn<Counts>("after"); // rounds of 20 uploads
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    using enum Outcome;
    QTest::newRow("constant") << Counts(11, 12) << Stable << Reason::BelowThreshold;
    QTest::newRow("one per upload") << counted(10, 20) << Leaks << Reason::Steady;
    QTest::newRow("one in four uploads") << counted(10, 5) << Leaks << Reason::Steady;
    QTest::newRow("one in ten uploads") << counted(10, 2) << Leaks << Reason::Steady;
    QTest::newRow("one a round") << counted(10, 1) << Leaks << Reason::Steady;
    QTest::newRow("comes and goes") << Counts{12, 13, 11, 12, 14, 12, 11, 13, 12, 12, 13} << Stable
                                    << Reason::BelowThreshold;
    QTest::newRow("pool of 32 that fills")
        << Counts{4, 18, 30, 32, 32, 32, 32, 32, 32, 32, 32} << Stable << Reason::Plateau;
    QTest::newRow("pool that just filled")
        << Counts{4, 12, 20, 28, 36, 44, 52, 60, 64, 64, 64} << NeedsMoreRounds << Reason::StillSlowing;
    QTest::newRow("one large connection pool")
        << Counts{4, 4, 4, 4, 36, 36, 36, 36, 36, 36, 36} << Stable << Reason::BelowThreshold;
    QTest::newRow("two of them") << Counts{4, 4, 4, 36, 36, 36, 36, 36, 68, 68, 68, 68, 68, 68, 68}
                                 << NeedsMoreRounds << Reason::Uneven;
    QTest::newRow("some rounds only, ever more")
        << Counts{4, 4, 6, 6, 8, 8, 10, 10, 12, 12, 14} << NeedsMoreRounds << Reason::Slow;
    // Floors of a server that leaks one goroutine in ten uploads, and on which others ended in the last round.
    QTest::newRow("a long rise that falls at its end")
        << Counts{13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 28} << NeedsMoreRounds << Reason::Slow;
    QTest::newRow("a batch of 150 that ends")
        << Counts{4, 24, 44, 64, 84, 104, 124, 144, 14, 34, 54} << NeedsMoreRounds << Reason::FallsBack;
    QTest::newRow("falls") << counted(10, -1, 30) << Stable << Reason::BelowThreshold;
}

void TestJudgeCounts::verdicts()
{
    QFETCH(Counts, after);
    const ResourceVerdict verdict = analysis::judgeCounts(
        seriesOf(after, {}, 20), thresholdOf(Resource::Goroutines), LookPolicy::standard());
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.reason, "reason");
    QCOMPARE(verdict.unit, analysis::Unit::Pieces);
    QCOMPARE(verdict.grown, static_cast<double>(after.last() - after.first()));
}

void TestJudgeCounts::exactCount()
{
    const ResourceVerdict verdict = analysis::judgeCounts(
        seriesOf(counted(10, 20), {}, 20), thresholdOf(Resource::Descriptors), LookPolicy::quick());
    QCOMPARE(*verdict.perUpload, 1.0);
    QVERIFY(*verdict.low < 1 && *verdict.low > 0.99);
    QVERIFY(*verdict.high > 1 && *verdict.high < 1.01);
    QVERIFY(std::abs(*verdict.detectable - 0.2) < 1e-9);
}

// The runtime makes threads one by one until it has enough; that is no leak of one per round.
void TestJudgeCounts::threadsMayCreep()
{
    const CountSeries series = seriesOf(counted(10, 1), {}, 20);
    QVERIFY(analysis::judgeCounts(series, thresholdOf(Resource::Threads), LookPolicy::quick()).outcome
            != Outcome::Leaks);
    const CountSeries fast = seriesOf(counted(10, 20), {}, 20);
    QCOMPARE(analysis::judgeCounts(fast, thresholdOf(Resource::Threads), LookPolicy::quick()).outcome,
             Outcome::Leaks);
}

void TestJudgeCounts::closedByCollector_data()
{
    QTest::addColumn<Counts>("before");
    QTest::addColumn<Counts>("after");
    QTest::addColumn<Resource>("resource");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<double>("perUpload");
    Counts forgotten = Counts(11, 32);
    forgotten[0] = 12;
    using enum Outcome;
    QTest::newRow("forgotten close") << forgotten << Counts(11, 12) << Resource::Descriptors << GcClosed
                                     << 1.0;
    QTest::newRow("the collector ran in between")
        << Counts{12, 32, 22, 32, 27, 32, 32, 18, 32, 32, 32} << Counts(11, 12) << Resource::Descriptors
        << GcClosed << 0.855;
    QTest::newRow("a few, always") << Counts(11, 14) << Counts(11, 12) << Resource::Descriptors << Stable
                                   << 0.0;
    QTest::newRow("once") << Counts{12, 12, 32, 12, 12, 12, 12, 12, 12, 12, 12} << Counts(11, 12)
                          << Resource::Descriptors << Stable << 0.0;
    QTest::newRow("kept after the collection as well")
        << counted(10, 20) << counted(10, 20) << Resource::Descriptors << Leaks << 1.0;
    QTest::newRow("no finalizer ends goroutines")
        << forgotten << Counts(11, 12) << Resource::Goroutines << Stable << 0.0;
}

void TestJudgeCounts::closedByCollector()
{
    QFETCH(Counts, before);
    QFETCH(Counts, after);
    QFETCH(Resource, resource);
    const ResourceVerdict verdict
        = analysis::judgeCounts(seriesOf(after, before, 20), thresholdOf(resource), LookPolicy::quick());
    QTEST(verdict.outcome, "outcome");
    QTEST(*verdict.perUpload, "perUpload");
}

void TestJudgeCounts::collectedByItself_data()
{
    QTest::addColumn<Counts>("before"); // all else is 12 after the forced collection
    QTest::addColumn<QString>("collected"); // rounds in which the server did so by itself, marked x
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<double>("perUpload");
    using enum Outcome;
    const Counts hidden{12, 32, 12, 32, 13, 32, 32, 12, 32, 12, 32};
    QTest::newRow("hidden in four rounds") << hidden << QStringLiteral(".x.x..x.x.") << GcClosed << 1.0;
    QTest::newRow("the same without collections") << hidden << QStringLiteral("..........") << Stable << 0.0;
    QTest::newRow("collected in others") << hidden << QStringLiteral("x.x.xx.x.x") << Stable << 0.0;
    QTest::newRow("collected in all, seen in four") << Counts{12, 32, 12, 22, 12, 12, 22, 12, 12, 32, 12}
                                                    << QStringLiteral("xxxxxxxxxx") << GcClosed << 0.3;
    QTest::newRow("collected in all, seen in three") << Counts{12, 32, 12, 22, 12, 12, 12, 12, 12, 32, 12}
                                                     << QStringLiteral("xxxxxxxxxx") << Stable << 0.0;
    QTest::newRow("clean server, collected in all") << Counts{12, 13, 12, 14, 12, 12, 13, 12, 12, 15, 12}
                                                    << QStringLiteral("xxxxxxxxxx") << Stable << 0.0;
    QTest::newRow("late sockets twice, all else silent") << Counts{12, 32, 12, 12, 12, 32, 12, 12, 12, 12, 12}
                                                         << QStringLiteral(".xxx.xxxxx") << Stable << 0.0;
    QTest::newRow("seen against half of those that speak")
        << Counts{12, 32, 12, 32, 12, 32, 12, 32, 12, 12, 12} << QStringLiteral(".......xxx") << Stable
        << 0.0;
    QTest::newRow("seen in the collected ones only") << Counts{12, 22, 22, 22, 22, 22, 22, 22, 22, 32, 32}
                                                     << QStringLiteral("xxxxxxxx..") << GcClosed << 0.6;
}

void TestJudgeCounts::collectedByItself()
{
    QFETCH(Counts, before);
    QFETCH(QString, collected);
    CountSeries series = seriesOf(Counts(11, 12), before, 20);
    for (qsizetype i = 0; i < collected.size(); ++i)
        series[static_cast<size_t>(i) + 1].hasCollected = collected[i] == QLatin1Char('x');
    const ResourceVerdict verdict
        = analysis::judgeCounts(series, thresholdOf(Resource::Descriptors), LookPolicy::quick());
    QTEST(verdict.outcome, "outcome");
    QTEST(*verdict.perUpload, "perUpload");
}

void TestJudgeCounts::provisional()
{
    for (int rounds = 1; rounds < 8; ++rounds) {
        const ResourceVerdict verdict = analysis::judgeCounts(
            seriesOf(counted(rounds, 10), {}, 10), thresholdOf(Resource::TempFiles), LookPolicy::once(8));
        QCOMPARE(verdict.outcome, Outcome::NeedsMoreRounds);
        QCOMPARE(verdict.growsNow(), rounds >= 3);
    }
    QCOMPARE(analysis::judgeCounts(seriesOf(counted(8, 10), {}, 10), thresholdOf(Resource::TempFiles),
                                   LookPolicy::once(8))
                 .outcome,
             Outcome::Leaks);
}

void TestJudgeCounts::badData()
{
    CountSeries series = seriesOf(counted(10, 20), {}, 20);
    series[3].afterGc = std::nan("");
    const ResourceVerdict verdict
        = analysis::judgeCounts(series, thresholdOf(Resource::Descriptors), LookPolicy::quick());
    QCOMPARE(verdict.outcome, Outcome::Inconclusive);
    QCOMPARE(verdict.reason, Reason::BadData);
}

QTEST_APPLESS_MAIN(TestJudgeCounts)
#include "tst_judgecounts.moc"
