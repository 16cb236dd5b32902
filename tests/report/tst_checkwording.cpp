// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a check, and no more than was measured.
#include "core/analysis/verdict.h"
#include "core/report/checkbounds.h"
#include "core/report/checkjson.h"
#include "core/report/checknotes.h"
#include "core/report/checkreport.h"
#include "core/report/checkwording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace report;
using analysis::Outcome;
using analysis::Reason;
using analysis::Resource;
using experiment::CheckResult;
using experiment::Interruption;

namespace {

analysis::ResourceVerdict verdictOn(Resource resource, Outcome outcome, Reason reason)
{
    analysis::ResourceVerdict verdict;
    verdict.resource = resource;
    verdict.unit = analysis::unitOf(resource);
    verdict.outcome = verdict.leaning = outcome;
    verdict.reason = reason;
    verdict.perUpload = outcome == Outcome::Stable ? 0.0 : 4096.0;
    verdict.threshold = 512;
    return verdict;
}

analysis::ResourceVerdict stable(Resource resource)
{
    return verdictOn(resource, Outcome::Stable, Reason::BelowThreshold);
}

CheckResult judged(CheckResult result)
{
    result.verdict
        = analysis::combine({result.resources, result.aborted, result.idle && result.idle->confirms(),
                             result.crowded, result.spilled, result.idle && result.idle->isUncollected});
    return result;
}

QJsonObject jsonOf(const CheckResult &result)
{
    return QJsonDocument::fromJson(checkToJson(result)).object();
}

bool says(const CheckResult &result, const QString &part)
{
    return checkNotes(result).join(u'\n').contains(part);
}

} // namespace

class TestCheckWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowMuchOfTheGrowthIsExplained_data()
    {
        QTest::addColumn<QList<double>>("shares");
        QTest::addColumn<QString>("said");
        QTest::newRow("a part") << QList{0.62} << QStringLiteral("It explains 62 % of the growth.");
        // In the words of the stack below, whose share is rounded as well.
        QTest::newRow("nearly all") << QList{0.953} << QStringLiteral("It explains 95 % of the growth.");
        QTest::newRow("all") << QList{0.996} << QStringLiteral("It explains all of the growth.");
        QTest::newRow("estimated to be more")
            << QList{1.31} << QStringLiteral("It explains all of the growth.");
        QTest::newRow("by two callers")
            << QList{0.5, 0.25} << QStringLiteral("It explains 75 % of the growth.");
    }

    void saysHowMuchOfTheGrowthIsExplained()
    {
        QFETCH(const QList<double>, shares);
        QFETCH(const QString, said);
        CheckResult result;
        result.resources = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)};
        result.guilt = experiment::Guilt{QStringLiteral("bytes"), {}, 200};
        for (const double share : shares) {
            pprof::Suspect suspect;
            suspect.own = pprof::Site{QStringLiteral("main.blob"), QStringLiteral("/srv/main.go"), 69};
            suspect.share = share;
            suspect.accepted = true;
            result.guilt->attribution.suspects << suspect;
        }
        pprof::Suspect other;
        other.own = pprof::Site{QStringLiteral("main.other"), QStringLiteral("/srv/main.go"), 9};
        other.share = 0.2;
        other.accepted = true;
        result.guilt->attribution.suspects << other;
        QVERIFY2(says(judged(result), said), qPrintable(checkNotes(judged(result)).join(u'\n')));
    }

    void aDeadServerLacksNoMetrics_data()
    {
        using base::ErrorKind;
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing listens") << ErrorKind::ConnectionRefused
                                         << QStringLiteral("Inconclusive: nothing listens at http://h:9: the "
                                                           "connection was refused");
        QTest::newRow("unknown") << ErrorKind::HostNotFound
                                 << QStringLiteral(
                                        "Inconclusive: the server at http://h:9 cannot be reached: "
                                        "said");
        QTest::newRow("mute") << ErrorKind::Timeout
                              << QStringLiteral(
                                     "Inconclusive: the server at http://h:9 takes connections and "
                                     "does not answer: said");
        QTest::newRow("without metrics")
            << ErrorKind::HttpStatus
            << QStringLiteral("Inconclusive: no metrics were found to watch the server by (said)");
    }

    void aDeadServerLacksNoMetrics()
    {
        QFETCH(base::ErrorKind, kind);
        QFETCH(QString, said);
        CheckResult result;
        result.interruption = experiment::Interruption::NoMetrics;
        result.error = {kind, QStringLiteral("said"), 0, {}};
        for (const char *path : {"/", "/metrics"})
            result.found.misses.append(
                {QUrl(QStringLiteral("http://h:9") + QLatin1StringView(path)), result.error});
        QCOMPARE(checkSentence(result), said);
    }

    void verbsAgreeWithWhatGrows()
    {
        analysis::ResourceVerdict one = verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady);
        QCOMPARE(reasonText(one), QStringLiteral("grows with every upload"));
        one = verdictOn(Resource::Descriptors, Outcome::Leaks, Reason::Steady);
        QCOMPARE(reasonText(one), QStringLiteral("grow with every upload"));
        one.reason = Reason::BelowThreshold;
        one.threshold = 0.2;
        one.unit = analysis::Unit::Pieces;
        QCOMPARE(reasonText(one), QStringLiteral("do not grow by 0.20"));
        for (int reason = 0; reason <= static_cast<int>(Reason::ClosedByCollector); ++reason) {
            one.reason = static_cast<Reason>(reason);
            if (one.reason == Reason::NotCollected || one.reason == Reason::HoldsHeap) // of memory alone
                continue;
            const QString first = reasonText(one).section(u' ', 0, 0);
            QVERIFY2(first != QStringLiteral("was")
                         && !(first.endsWith(u's') && first != QStringLiteral("does")),
                     qPrintable(reasonText(one)));
        }
    }

    void lateReleaseOfAbortedUploadsIsTold()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap), stable(Resource::Rss)};
        result.aborted = {stable(Resource::Heap),
                          verdictOn(Resource::Descriptors, Outcome::ReleasedLate, Reason::GivenBack)};
        result = judged(result);
        QCOMPARE(result.verdict.outcome, Outcome::Stable);
        QVERIFY(says(result, QStringLiteral("descriptors grew and were given back while idle")));
    }

    void whenTheMemoryIsFullIsTold()
    {
        CheckResult result;
        result.resources = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)}; // 4 KiB per upload
        result.resources.front().low = 4000;
        result.resources.front().high = 4200;
        QVERIFY(says(judged(result), QStringLiteral("1 GiB is gone after 262,144 such uploads")));
        result.resources = {verdictOn(Resource::Descriptors, Outcome::Leaks, Reason::Steady)};
        result.resources.front().low = result.resources.front().high = 1;
        QVERIFY(!says(judged(result), QStringLiteral("GiB")));
    }

    void whatGrowsWithoutUploadsIsTold()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap)};
        result.resources.front().blank = 1500; // bytes per upload of a round, and was taken off
        result.blanks.resize(4);
        result.blanks.back().timeMs = 2'000;
        result.blanks.front().heap = 1e6;
        result.blanks.back().heap = 1e6 + 200 * 1024;
        result = judged(result);
        QVERIFY(says(result, QStringLiteral("grows without uploads, too, by 100 KiB a second")));
        result.resources.front().blank = 100; // below what would count
        QVERIFY(!says(result, QStringLiteral("without uploads, too")));
    }

    void processMemoryThatNeverMovesIsTold()
    {
        CheckResult result;
        result.reading = analysis::Reading::Other;
        result.resources = {stable(Resource::Rss)};
        for (int round = 0; round <= 10; ++round) {
            experiment::FloorAt at{20.0 * round, {}};
            at.floor.rss = round < 2 ? 4e7 : 5e7;
            result.rounds.push_back(at);
        }
        result = judged(result);
        QVERIFY(says(result, QStringLiteral("the same number for 8 rounds")));
        for (size_t round = 0; round < result.rounds.size(); round += 3)
            result.rounds[round].floor.rss += 4096;
        QVERIFY(!says(result, QStringLiteral("the same number")));
    }

    void cleanAbortsAreStable()
    {
        CheckResult result;
        result.resources = result.aborted = {stable(Resource::Heap)};
        const QJsonObject aborted = jsonOf(judged(result))[QStringLiteral("abortedUploads")].toObject();
        QCOMPARE(aborted[QStringLiteral("verdict")].toString(), QStringLiteral("stable"));
    }

    // Who reads a CI's log has to see what a green check does not speak of.
    void junitOfAStableCheckTellsTheNotes()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap)};
        result = judged(result);
        QVERIFY(!checkNotes(result).isEmpty());
        QXmlStreamReader xml(checkToJUnit(result));
        while (!xml.atEnd() && xml.name() != QLatin1StringView("system-out"))
            xml.readNext();
        const QString said = xml.readElementText();
        for (const QString &note : checkNotes(result))
            QVERIFY2(said.contains(note), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Memory outside the heap was not watched")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Not watched: descriptors")), qPrintable(said));
    }

    void noWaitIsClaimed()
    {
        CheckResult result;
        result.resources = {verdictOn(Resource::Descriptors, Outcome::GcClosed, Reason::ClosedByCollector)};
        result = judged(result);
        QCOMPARE(result.verdict.outcome, Outcome::Leaks);
        QVERIFY(!says(result, QStringLiteral("without uploads")));
        QVERIFY(says(result, QStringLiteral("forced collection")));
        QVERIFY(jsonOf(result)[QStringLiteral("idle")].isNull());
    }

    void unknownShareIsNull()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap)};
        result.idle = experiment::IdleProbe{std::chrono::seconds(75), {}};
        const QJsonObject idle = jsonOf(judged(result))[QStringLiteral("idle")].toObject();
        QCOMPARE(idle[QStringLiteral("seconds")].toInt(), 75);
        QVERIFY(idle[QStringLiteral("returnedShare")].isNull());
    }

    void amountsGoByTheirUnit()
    {
        QCOMPARE(amountText(analysis::Unit::Bytes, 2048), QStringLiteral("2.00 KiB"));
        QCOMPARE(amountText(analysis::Unit::Bytes, -512), QStringLiteral("−512 B"));
        QCOMPARE(amountText(analysis::Unit::Pieces, 0.5), QStringLiteral("0.50"));
        QCOMPARE(amountText(analysis::Unit::Pieces, -0.001), QStringLiteral("0.00"));
    }

    void interruptionIsTheReason()
    {
        CheckResult result;
        result.resources = {verdictOn(Resource::Heap, Outcome::NeedsMoreRounds, Reason::TooFewRounds)};
        result = judged(result);
        result.interruption = Interruption::Restarted;
        QVERIFY(checkSentence(result).endsWith(QStringLiteral("the server was restarted meanwhile")));
        QCOMPARE(jsonOf(result)[QStringLiteral("reason")].toString(),
                 QStringLiteral("the server was restarted meanwhile"));
    }

    void confirmedLeakThatEndedEarly()
    {
        CheckResult result;
        result.resources = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)};
        result.idle = experiment::IdleProbe{std::chrono::seconds(75), 0.0};
        result = judged(result);
        result.interruption = Interruption::Cancelled;
        QVERIFY(checkSentence(result).startsWith(QStringLiteral("Leaks")));
        QVERIFY(says(result, QStringLiteral("It ended early: the check was stopped")));
    }

    void stableSaysWhatItDoesNotCover_data()
    {
        QTest::addColumn<int>("rss"); // -1: not watched
        QTest::addColumn<QString>("note");
        QTest::newRow("watched") << int(Outcome::Stable) << QString();
        QTest::newRow("not watched") << -1 << QStringLiteral("Memory outside the heap was not watched.");
        QTest::newRow("too noisy") << int(Outcome::Inconclusive)
                                   << QStringLiteral("Memory outside the heap is not judged");
    }

    void stableSaysWhatItDoesNotCover()
    {
        QFETCH(int, rss);
        QFETCH(QString, note);
        CheckResult result;
        result.resources = {stable(Resource::Heap)};
        if (rss >= 0) {
            result.resources.push_back(verdictOn(Resource::Rss, Outcome(rss), Reason::TooNoisy));
            result.resources.back().leaning = Outcome::Stable;
        }
        result = judged(result);
        QCOMPARE(result.verdict.outcome, Outcome::Stable);
        QCOMPARE(says(result, QStringLiteral("Memory outside")), !note.isEmpty());
        QVERIFY(says(result, note));
    }

    void stableSaysWhatNobodyWatched()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap), stable(Resource::Rss)};
        QVERIFY(says(judged(result), QStringLiteral("Not watched: descriptors")));
        result.resources = {stable(Resource::Heap), stable(Resource::Rss), stable(Resource::Descriptors),
                            stable(Resource::Goroutines), stable(Resource::TempFiles)};
        QVERIFY(!says(judged(result), QStringLiteral("Not watched")));
    }

    void abortsAreAnAverage()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap)};
        result.aborted = {stable(Resource::Heap)};
        result.aborted.front().threshold = 4'096;
        result.abortKinds = 7;
        result.rarestAbort = 0.125;
        QVERIFY(says(judged(result),
                     QStringLiteral("no single one of the 7 ways to abort leaves more than 32.0 KiB")));
        result.aborted = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)};
        QVERIFY(says(judged(result), QStringLiteral("it leaves up to 8 × as much")));
    }

    void aPartThatCameBackIsTold()
    {
        CheckResult result;
        result.resources = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)};
        result.resources.front().returnedShare = 0.5;
        result.idle = experiment::IdleProbe{std::chrono::seconds(75), 0.5};
        result = judged(result);
        QVERIFY(!result.verdict.confirmed);
        QVERIFY(says(result, QStringLiteral("75 s without uploads gave back 50 %; the rest stayed")));
        QVERIFY(!says(result, QStringLiteral("is not excluded; a default check")));
    }

    void aWaitWithoutCollectionsConfirmsNothing()
    {
        CheckResult result;
        result.resources = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)};
        result.resources.front().returnedShare = 0.0;
        result.idle = experiment::IdleProbe{std::chrono::seconds(75), 0.0};
        QVERIFY(says(judged(result), QStringLiteral("Confirmed: 75 s without uploads gave back 0 %")));
        result.idle->isUncollected = true;
        QVERIFY(says(judged(result),
                     QStringLiteral("Not confirmed: in 75 s without uploads no garbage was collected")));
    }

    void whatMakesItCollectGoesByTheRuntime_data()
    {
        using analysis::Reading;
        QTest::addColumn<Reading>("reading");
        QTest::addColumn<QString>("advice");
        QTest::newRow("Go") << Reading::GoMetrics << QStringLiteral("/debug/pprof/");
        QTest::newRow("JVM") << Reading::Jvm << QStringLiteral("-Xmx");
        QTest::newRow("Node") << Reading::Node << QStringLiteral("--max-old-space-size");
        QTest::newRow("others") << Reading::Other << QStringLiteral("larger uploads");
    }

    void whatMakesItCollectGoesByTheRuntime()
    {
        QFETCH(analysis::Reading, reading);
        QFETCH(QString, advice);
        analysis::ResourceVerdict heap
            = verdictOn(Resource::Heap, Outcome::Inconclusive, Reason::NotCollected);
        heap.reading = reading;
        QVERIFY(reasonText(heap).contains(advice));
        QCOMPARE(reasonText(heap).contains(QStringLiteral("/debug/pprof/")),
                 reading == analysis::Reading::GoMetrics);
    }

    void skippedConcurrencyIsTold()
    {
        CheckResult result;
        result.resources = {stable(Resource::Heap)};
        result = judged(result);
        QVERIFY(!says(result, QStringLiteral("at once")));
        result.isCrowdSkipped = true;
        QVERIFY(says(result, QStringLiteral("Many uploads at once were not tried")));
    }

    void boundsAreThoseOfThePlan_data()
    {
        using Speed = experiment::CheckPlan::Speed;
        QTest::addColumn<Speed>("speed");
        QTest::addColumn<int>("idle");
        QTest::addColumn<QString>("said");
        QTest::newRow("quick") << Speed::Quick << 0
                               << QStringLiteral("10 to 14 rounds, about 15 s. A leak stays unconfirmed.");
        QTest::newRow("default") << Speed::Standard << 0
                                 << QStringLiteral(
                                        "10 to 20 rounds, about 30 s; a leak is watched for 75 s more.");
        QTest::newRow("thorough") << Speed::Thorough << 0
                                  << QStringLiteral("20 to 40 rounds; a leak is watched for 310 s more.");
        QTest::newRow("a wait that was asked for")
            << Speed::Standard << 120
            << QStringLiteral("10 to 20 rounds, about 30 s; a leak is watched for 120 s more.");
    }

    void boundsAreThoseOfThePlan()
    {
        QFETCH(const experiment::CheckPlan::Speed, speed);
        QFETCH(const int, idle);
        experiment::CheckPlan plan;
        plan.speed = speed;
        plan.idle = std::chrono::seconds(idle);
        QTEST(checkBoundsText(plan), "said");
    }

    void theWindowNamesNoOptions()
    {
        const auto inWindow
            = [](const CheckResult &result) { return checkNotes(result, Surface::Window).join(u'\n'); };
        CheckResult result;
        result.resources = {stable(Resource::Heap), stable(Resource::Goroutines)};
        result.resources.front().uploads = 10;
        result.resources.front().steps = {{.size = 10.0 * 512}};
        result = judged(result);
        result.isCrowdSkipped = true;
        QVERIFY(says(result, QStringLiteral("or --thorough, tells")));
        QVERIFY(says(result, QStringLiteral("--thorough does")));
        QVERIFY(says(result, QStringLiteral("descriptors (--pid shows them), files (--disk)")));
        QVERIFY2(!inWindow(result).contains(QStringLiteral("--")), qPrintable(inWindow(result)));
        QVERIFY(inWindow(result).contains(QStringLiteral("Not watched: descriptors, files.")));
        QVERIFY(inWindow(result).contains(QStringLiteral("a thorough check does")));

        CheckResult leak;
        leak.resources = {verdictOn(Resource::Heap, Outcome::Leaks, Reason::Steady)};
        leak.idle = experiment::IdleProbe{std::chrono::seconds(24), 0.0};
        leak = judged(leak);
        QVERIFY2(says(leak, QStringLiteral("without --idle")), qPrintable(checkNotes(leak).join(u'\n')));
        QVERIFY(inWindow(leak).contains(QStringLiteral("a default check waits for 75 s")));
    }
};

QTEST_GUILESS_MAIN(TestCheckWording)
#include "tst_checkwording.moc"
