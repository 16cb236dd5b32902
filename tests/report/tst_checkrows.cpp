// SPDX-License-Identifier: GPL-3.0-or-later
// Which resources of a check are worth a line, and which one is spoken of first.
#include "core/report/checkevidence.h"
#include "core/report/checkrows.h"
#include "tests/ui/leak/checkexamples.h"

#include <QTest>

using namespace report;
using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;

namespace {

ResourceVerdict verdictOn(Resource resource, Outcome outcome)
{
    ResourceVerdict verdict;
    verdict.resource = resource;
    verdict.outcome = verdict.leaning = outcome;
    return verdict;
}

/// "0 leaks", "7 stable, aborted": resources by their number.
QStringList told(const std::vector<CheckRow> &rows)
{
    QStringList lines;
    for (const CheckRow &row : rows) {
        QString line = row.kind == CheckRow::Kind::Others ? QStringLiteral("%1 others").arg(row.others.size())
            : row.kind == CheckRow::Kind::AllAborted
            ? QStringLiteral("all")
            : QString::number(static_cast<int>(row.verdict.resource));
        line += u' ' + toKey(row.outcome);
        lines += row.suffix.isEmpty() ? line : line + QStringLiteral(", ") + row.suffix;
    }
    return lines;
}

QString line(Resource resource, const char *rest)
{
    return QString::number(static_cast<int>(resource)) + u' ' + QString::fromUtf8(rest);
}

} // namespace

class TestCheckRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStableBesideALeakSharesTheLastRow()
    {
        const std::vector<CheckRow> rows = checkRows(examples::leaking());
        QCOMPARE(told(rows).first(), line(Resource::Heap, "leaks"));
        QCOMPARE(rows.back().kind, CheckRow::Kind::Others);
        QVERIFY(rows.back().others.size() > 1);
        QCOMPARE(std::ranges::count(rows, Outcome::Stable, &CheckRow::outcome), 1);
        for (const CheckRow &row : checkRows(examples::stable()))
            QVERIFY(row.kind != CheckRow::Kind::Others);
    }

    void oneStableResourceKeepsItsRow()
    {
        CheckResult result;
        result.verdict.outcome = Outcome::Leaks;
        result.resources
            = {verdictOn(Resource::Heap, Outcome::Leaks), verdictOn(Resource::Descriptors, Outcome::Stable)};
        QCOMPARE(told(checkRows(result)),
                 (QStringList{line(Resource::Heap, "leaks"), line(Resource::Descriptors, "stable")}));
    }

    void aWitnessSpeaksOnlyWhereItSaysSomethingElse()
    {
        CheckResult result;
        result.verdict.outcome = Outcome::Stable;
        result.resources
            = {verdictOn(Resource::HeapObjects, Outcome::Stable), verdictOn(Resource::Heap, Outcome::Stable)};
        QCOMPARE(told(checkRows(result)), QStringList{line(Resource::Heap, "stable")});
        result.resources.front() = verdictOn(Resource::HeapObjects, Outcome::Leaks);
        QCOMPARE(checkRows(result).size(), std::size_t(2));
        result.resources = {verdictOn(Resource::TempBytes, Outcome::Stable)}; // of nothing
        QCOMPARE(checkRows(result).size(), std::size_t(1));
    }

    void abortedUploadsThatLeaveNothingTakeOneRow()
    {
        CheckResult result;
        result.aborted = {verdictOn(Resource::Heap, Outcome::Stable),
                          verdictOn(Resource::Goroutines, Outcome::ReleasedLate)};
        QCOMPARE(told(checkRows(result)), QStringList{QStringLiteral("all released-late, aborted")});
        result.aborted.push_back(verdictOn(Resource::Descriptors, Outcome::Leaks));
        QCOMPARE(told(checkRows(result)), QStringList{line(Resource::Descriptors, "leaks, aborted")});
    }

    void rareUploadsHaveRowsOnlyOfWhatTheyLeave()
    {
        CheckResult result;
        result.spilled
            = {verdictOn(Resource::Heap, Outcome::Stable), verdictOn(Resource::TempFiles, Outcome::Leaks)};
        const std::vector<CheckRow> rows = checkRows(result);
        QCOMPARE(told(rows), QStringList{line(Resource::TempFiles, "leaks, large")});
        QVERIFY(!rows.front().hasInterval);
    }

    void aCheckThatRunsShowsWhatItLeansTo()
    {
        ResourceVerdict heap = verdictOn(Resource::Heap, Outcome::NeedsMoreRounds);
        heap.leaning = Outcome::Leaks;
        QCOMPARE(told(leaningRows({heap})), QStringList{line(Resource::Heap, "leaks")});
        QVERIFY(checkRows({}).empty());
        QVERIFY(leaningRows({}).empty());
    }

    void theForemostGrowsAndFollowsNone()
    {
        QVERIFY(!foremost({}));
        QVERIFY(!firstGrowing({}));
        const CheckResult stable = examples::stable();
        QVERIFY(!firstGrowing(stable.resources));
        QCOMPARE(foremost(stable.resources), &stable.resources.front());
        const CheckResult result = examples::leaking();
        std::vector<ResourceVerdict> verdicts = result.resources;
        ResourceVerdict memory = *find(verdicts, Resource::Heap);
        memory.resource = Resource::Rss;
        verdicts.insert(verdicts.begin(), memory);
        QVERIFY(verdicts.front().growsNow());
        QCOMPARE(foremost(verdicts)->resource, Resource::Heap);
    }

    void uploadsBetweenTheProfiles()
    {
        CheckResult result;
        QCOMPARE(result.uploadsBetweenProfiles(), 0.0);
        result.rounds = {{.uploads = 0, .floor = {}}, {.uploads = 280, .floor = {}}};
        QCOMPARE(result.uploadsBetweenProfiles(), 280.0);
        result.guilt = experiment::Guilt{QStringLiteral("bytes"), {}, 300};
        QCOMPARE(result.uploadsBetweenProfiles(), 300.0);
    }

    void shareOfThePhase_data()
    {
        using experiment::CheckPhase;
        QTest::addColumn<CheckPhase>("phase");
        QTest::addColumn<int>("round");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("whole");
        QTest::newRow("of its rounds") << CheckPhase::Rounds << 3 << 10 << 0.5 << 0.25;
        QTest::newRow("before the first") << CheckPhase::Rounds << 0 << 10 << 0.0 << 0.0;
        QTest::newRow("rounds that are not known") << CheckPhase::Profile << 2 << 0 << 0.5 << 0.5;
        QTest::newRow("a wait") << CheckPhase::Idle << 1 << 1 << 0.4 << 0.4;
        QTest::newRow("never more than all") << CheckPhase::Rounds << 11 << 10 << 1.0 << 1.0;
    }

    void shareOfThePhase()
    {
        QFETCH(const experiment::CheckPhase, phase);
        QFETCH(const int, round);
        QFETCH(const int, rounds);
        QFETCH(const double, share);
        experiment::CheckProgress progress;
        progress.phase = phase;
        progress.round = round;
        progress.rounds = rounds;
        progress.share = share;
        QTEST(progress.shareOfPhase(), "whole");
    }
};

QTEST_GUILESS_MAIN(TestCheckRows)
#include "tst_checkrows.moc"
