// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a sweep in every format, and no more than was measured.
#include "core/base/format.h"
#include "core/report/runhead.h"
#include "core/report/sweepreport.h"
#include "core/report/sweeptable.h"
#include "core/report/sweepwording.h"
#include "tests/report/htmltree.h"
#include "tests/report/sweepexamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace report;
using analysis::Amplified;
using analysis::Bottleneck;
using base::ErrorKind;
using examples::calm;
using examples::judged;
using examples::storm;
using experiment::SweepLevel;
using experiment::SweepResult;
using experiment::SweepStop;

namespace {

constexpr double mebibyte = 1024 * 1024;

QJsonObject jsonOf(const SweepResult &result)
{
    return QJsonDocument::fromJson(sweepToJson(result)).object();
}

} // namespace

class TestSweepReport : public QObject
{
    Q_OBJECT

    [[nodiscard]] static QStringList failedCases(const SweepResult &result)
    {
        QXmlStreamReader xml(sweepToJUnit(result));
        QString name;
        QStringList failed;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1StringView("testcase"))
                name = xml.attributes().value(QLatin1StringView("name")).toString();
            if (xml.name() == QLatin1StringView("failure"))
                failed += name;
        }
        return failed;
    }

private Q_SLOTS:
    void sentences()
    {
        QCOMPARE(
            sweepSentence(storm()),
            QStringLiteral("Breaks down at 200 at once: 92.5 % time out; the server is the bottleneck from "
                           "200 at once on; a leak grows with the load"));
        QCOMPARE(
            sweepSentence(calm()),
            QStringLiteral("Takes 200 at once, 500 uploads/s; the server is the bottleneck from 200 at once "
                           "on; no leak grows with the load"));
        SweepResult none = examples::emptySweep();
        none.stop = SweepStop::NotTaken;
        none.error = {ErrorKind::HttpStatus, QStringLiteral("the server answered 404"), 404, {}};
        QCOMPARE(
            sweepSentence(none),
            QStringLiteral("No level was measured: the server took none of the first uploads: the server "
                           "answered 404"));
        none.stop = SweepStop::ServerDown;
        none.error = {ErrorKind::HostNotFound, QStringLiteral("no such host"), 0, {}};
        QCOMPARE(sweepSentence(none),
                 QStringLiteral("No level was measured: no upload got an answer there: no such host"));
        none.warmUpUploads = 20;
        QCOMPARE(sweepSentence(none),
                 QStringLiteral("The server went down: nothing answers there any more (no such host)"));
    }

    void headlinesBeginTheSentence()
    {
        QCOMPARE(sweepHeadline(storm()), QStringLiteral("Breaks down at 200 at once"));
        QCOMPARE(sweepDetail(storm()), QStringLiteral("92.5 % time out"));
        QCOMPARE(sweepHeadline(calm()), QStringLiteral("Takes 200 at once"));
        QCOMPARE(sweepDetail(calm()), QStringLiteral("500 uploads/s"));
        SweepResult flawed = calm();
        flawed.levels[1] = examples::sweepLevel(200, {990, 10, 0, std::chrono::milliseconds(200), {}});
        flawed = judged(flawed);
        QCOMPARE(sweepDetail(flawed), QStringLiteral("1.0 % time out"));
        QVERIFY(sweepSentence(flawed).startsWith(QStringLiteral("Takes 200 at once, but 1.0 % time out; ")));
        QCOMPARE(sweepHeadline(examples::unreachable()), QStringLiteral("No level was measured"));
        flawed.levels[0] = flawed.levels[1];
        flawed.levels[0].connections = 50;
        flawed.levels[1] = examples::sweepLevel(200, {1000, 0, 0, std::chrono::milliseconds(200), {}});
        flawed = judged(flawed);
        QCOMPARE(sweepDetail(flawed), QStringLiteral("with 50 at once 1.0 % time out"));
        for (const SweepResult &result :
             {storm(), calm(), flawed, examples::unreachable(), examples::goneDown()})
            QVERIFY(sweepSentence(result).startsWith(sweepHeadline(result)));
    }

    // A server that is gone is no slower one.
    void goingDownIsTheHeadline()
    {
        const SweepResult result = examples::goneDown();
        QCOMPARE(sweepHeadline(result), QStringLiteral("The server went down at 50 at once"));
        QVERIFY2(sweepSentence(result).startsWith(
                     QStringLiteral("The server went down at 50 at once: it took 10 at once before, 790 "
                                    "uploads/s; ")),
                 qPrintable(sweepSentence(result)));
        QVERIFY(!sweepSentence(result).contains(QStringLiteral("bottleneck")));
        QVERIFY2(sweepNotes(result).first().startsWith(
                     QStringLiteral("Stopped: the server is down: nothing answers there any more")),
                 qPrintable(sweepNotes(result).first()));
        QCOMPARE(jsonOf(result)[QStringLiteral("stoppedAt")].toDouble(), 50.0);
        QVERIFY(jsonOf(result)[QStringLiteral("collapse")].isNull());
        QCOMPARE(failedCases(result), QStringList(QStringLiteral("stands 50 uploads at once")));
        // Before anything of the level could be measured.
        SweepResult before = result;
        before.levels.resize(2);
        QCOMPARE(sweepHeadline(before), QStringLiteral("The server went down at 50 at once"));
        QCOMPARE(failedCases(before), QStringList(QStringLiteral("stands 50 uploads at once")));
    }

    void whatEachUploadLeavesIsSaid()
    {
        const SweepResult result = examples::leaving();
        QCOMPARE(
            sweepSentence(result),
            QStringLiteral("Takes 200 at once, 500 uploads/s; the server is the bottleneck from 200 at "
                           "once on; each upload leaves about 8.00 KiB (heap) at every level: run a leak "
                           "check"));
        QVERIFY2(sweepRemarks(result).join(u'\n').contains(QStringLiteral(
                     "Each upload leaves about 8.00 KiB (heap) at every level: run a leak check")),
                 qPrintable(sweepRemarks(result).join(u'\n')));
        QCOMPARE(result.amplified(), Amplified::Absent);
        for (const Badge &badge : sweepBadges(result))
            QVERIFY2(badge.tone != Tone::Good, qPrintable(badge.text()));
        QVERIFY(!sweepToHtml(result).contains("no leak grows"));
        QCOMPARE(jsonOf(result)[QStringLiteral("amplification")][QStringLiteral("resources")][0]
                               [QStringLiteral("leftByEach")]
                                   .toDouble(),
                 8192.0);
        QVERIFY(failedCases(result).isEmpty()); // it is asked about the load
        QVERIFY(!sweepSentence(calm()).contains(QStringLiteral("leaves")));
        QVERIFY(jsonOf(calm())[QStringLiteral("amplification")][QStringLiteral("resources")][0]
                              [QStringLiteral("leftByEach")]
                                  .isNull());
    }

    void failuresAreNoPass()
    {
        SweepResult result = examples::scaling();
        for (SweepLevel &level : result.levels)
            level = examples::sweepLevel(level.connections,
                                         {77 * level.connections, 0, 0, std::chrono::milliseconds(12), {}});
        for (SweepLevel &level : result.levels) {
            level.load.refused = 23 * level.connections;
            level.load.statuses[500] = level.load.refused;
        }
        result = judged(result);
        QVERIFY2(sweepSentence(result).startsWith(QStringLiteral(
                     "Takes 200 at once, but 23.0 % fail; neither server nor client was at its limit; ")),
                 qPrintable(sweepSentence(result)));
        QVERIFY2(sweepNotes(result).contains(QStringLiteral(
                     "Uploads fail at every level, with few at once as with many: that does not come of the "
                     "load")),
                 qPrintable(sweepNotes(result).join(u'\n')));
        QCOMPARE(failedCases(result),
                 (QStringList{QStringLiteral("stands 1 upload at once"),
                              QStringLiteral("stands 10 uploads at once"),
                              QStringLiteral("stands 50 uploads at once"),
                              QStringLiteral("stands 200 uploads at once")}));
    }

    void outcomes_data()
    {
        QTest::addColumn<SweepResult>("result");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("badge"); // the first one
        const auto row
            = [](const char *name, const SweepResult &result, const char *verdict, const char *badge) {
                  QTest::newRow(name) << result << QString::fromLatin1(verdict) << QString::fromUtf8(badge);
              };
        const auto stopped = [](SweepStop stop) {
            SweepResult result = calm();
            result.stop = stop;
            return result;
        };
        row("holds", calm(), "holds", "✓ amplification absent");
        row("breaks down", storm(), "breaks-down", "▲ breaks down");
        SweepResult amplified = storm();
        amplified.scaling.collapsedAt.reset();
        amplified.plan.errorLimit = 1;
        row("leaks more under load", amplified, "amplified", "▲ amplification present");
        SweepResult failing = calm();
        failing.levels[0].load.refused = 100;
        failing.plan.errorLimit = 0.05;
        row("more fails than is allowed", failing, "failed", "▲ failed");
        row("down", stopped(SweepStop::ServerDown), "failed", "▲ server down");
        row("down at a level", examples::goneDown(), "failed", "▲ server down");
        SweepResult flawed = calm();
        flawed.levels[0].load.refused = 30;
        row("some fail", flawed, "flawed", "▲ some fail");
        SweepResult hardly = calm();
        hardly.levels[0].load.refused = 5;
        row("hardly any fail", hardly, "holds", "✓ amplification absent");
        SweepResult flawedAndStopped = flawed;
        flawedAndStopped.stop = SweepStop::Client;
        row("some fail, and it was stopped", flawedAndStopped, "flawed", "▲ some fail");
        row("each upload leaves something", examples::leaving(), "leaves", "? leaks perhaps");
        SweepResult leavingAndStopped = examples::leaving();
        leavingAndStopped.stop = SweepStop::Client;
        row("that, and it was stopped", leavingAndStopped, "unfinished", "? unfinished");
        row("stopped", stopped(SweepStop::Cancelled), "unfinished", "? unfinished");
        row("restarted", stopped(SweepStop::Restarted), "unfinished", "? unfinished");
        row("the client was at its end", stopped(SweepStop::Client), "unfinished", "? unfinished");
        row("never there", examples::unreachable(), "unknown", "? amplification unknown");
    }

    // One verdict, whoever tells it: report, list of runs, window, exit code.
    void outcomes()
    {
        QFETCH(SweepResult, result);
        QTEST(toKey(result.outcome()), "verdict");
        QTEST(runHead(jsonOf(result)).verdict, "verdict");
        QTEST(sweepBadges(result).constFirst().text(), "badge");
    }

    void boundsAreToldBefore()
    {
        experiment::SweepPlan plan;
        QCOMPARE(
            sweepBoundsText(plan, 1024 * 1024),
            QStringLiteral("up to %1 uploads, 200 at once, %2 in all")
                .arg(base::formatCount(static_cast<double>(plan.mostUploads(1024 * 1024))),
                     base::formatBytes(static_cast<double>(plan.mostUploads(1024 * 1024)) * 1024 * 1024)));
    }

    void boundsByTimeAreUpToTheServer()
    {
        experiment::SweepPlan plan;
        plan.levelTime = std::chrono::seconds(5);
        QCOMPARE(sweepBoundsText(plan, 1024),
                 QStringLiteral(
                     "as many uploads as are answered in 5.00 s at each level, 200 at once in the end, %1 in "
                     "all at most")
                     .arg(base::formatCount(static_cast<double>(plan.mostUploads()))));
        QVERIFY(plan.mostUploads() <= experiment::SweepPlan::largestSweep);
        plan.rates = {10, 20}; // that fixes how many
        QVERIFY2(sweepBoundsText(plan, 1024).startsWith(QStringLiteral("up to ")),
                 qPrintable(sweepBoundsText(plan, 1024)));
        QVERIFY(sweepBoundsText(plan, 1024).contains(QStringLiteral("20 a second")));
    }

    void openLoopsAreSaidByRate()
    {
        const SweepResult result = examples::fallingBehind();
        QCOMPARE(
            sweepSentence(result),
            QStringLiteral(
                "Breaks down at 200 a second: only 120 uploads/s come to their end, and what waits grows; "
                "the server is the bottleneck from 200 a second on; no leak grows with the load"));
        const QString notes = sweepNotes(result).join(u'\n');
        for (const char *part :
             {"In line with 200 a second: 2,900 of 4,000 uploads, because 1,000 were under way",
              "200 a second was ended after 1:00 min, when 1,600 uploads still waited in line",
              "heap 0 B per upload with 100 a second, 0 B with 200 a second"})
            QVERIFY2(notes.contains(QString::fromUtf8(part)), qPrintable(notes));
        QVERIFY2(!notes.contains(QStringLiteral("at once on")), qPrintable(notes));
        const QString conditions = sweepConditions(result).join(u'\n');
        QVERIFY2(conditions.contains(QStringLiteral("Open loop"))
                     && conditions.contains(QStringLiteral("1,000 at once"))
                     && conditions.contains(QStringLiteral("20.0 s a level")),
                 qPrintable(conditions));
        SweepResult stopped = result;
        stopped.stop = SweepStop::NotKeptUp;
        QVERIFY(stopText(stopped).contains(QStringLiteral("does not keep up with 200 a second")));
    }

    void aRateThatThisClientDoesNotKeepUpWithIsNotTaken()
    {
        SweepResult result = examples::fallingBehind();
        result.levels[1].clientBusy = 0.97;
        result = judged(result);
        QVERIFY(!result.scaling.collapsedAt);
        QCOMPARE(result.outcome(), experiment::SweepOutcome::Unfinished);
        QVERIFY2(
            sweepSentence(result).startsWith(QStringLiteral(
                "Not kept up with 200 a second: only 120 uploads/s come to their end, and what waits grows; "
                "this client is the bottleneck from 200 a second on")),
            qPrintable(sweepSentence(result)));
    }

    void openLoopsHaveTheirOwnKeys()
    {
        const QJsonObject json = jsonOf(examples::fallingBehind());
        QCOMPARE(json[QStringLiteral("loop")].toString(), QStringLiteral("open"));
        QCOMPARE(json[QStringLiteral("collapse")][QStringLiteral("at")].toDouble(), 200.0);
        QCOMPARE(json[QStringLiteral("bottleneck")][QStringLiteral("from")].toDouble(), 200.0);
        const QJsonObject level = json[QStringLiteral("levels")][1].toObject();
        QCOMPARE(level[QStringLiteral("rate")].toDouble(), 200.0);
        QCOMPARE(level[QStringLiteral("achievedRate")].toDouble(), 120.0);
        QCOMPARE(level[QStringLiteral("concurrency")].toInt(), 1000);
        QCOMPARE(level[QStringLiteral("requestsPerSecond")].toDouble(), 120.0);
        const QJsonObject arrivals = level[QStringLiteral("arrivals")].toObject();
        QCOMPARE(arrivals[QStringLiteral("due")].toInt(), 4000);
        QCOMPARE(arrivals[QStringLiteral("begun")].toInt(), 2400);
        QCOMPARE(arrivals[QStringLiteral("neverBegun")].toInt(), 1600);
        QCOMPARE(arrivals[QStringLiteral("lateShare")].toDouble(), 2900.0 / 4000);
        QCOMPARE(arrivals[QStringLiteral("inFlightLimit")].toInt(), 1000);
        QVERIFY(arrivals[QStringLiteral("serviceMs")][QStringLiteral("p99")].toDouble()
                < level[QStringLiteral("latencyMs")][QStringLiteral("p99")].toDouble());
        // Of a closed loop they are there, and not known.
        const QJsonObject closed = jsonOf(storm())[QStringLiteral("levels")][0].toObject();
        for (const char *key : {"rate", "achievedRate", "arrivals"})
            QVERIFY2(closed.contains(QLatin1StringView(key)) && closed[QLatin1StringView(key)].isNull(), key);
        QCOMPARE(jsonOf(storm())[QStringLiteral("loop")].toString(), QStringLiteral("closed"));
    }

    void openLoopsHaveARowForEachRate()
    {
        const SweepResult result = examples::fallingBehind();
        const QByteArray markdown = renderSweep(result, Format::Markdown);
        QVERIFY2(markdown.contains("| Rate/s | Most at once | Begun late | Requests |")
                     && markdown.contains("| 200 | 1,000 | 72.5 % | 2,400 |"),
                 markdown.constData());
        const QList<QByteArray> rows = sweepToCsv(result).split('\n');
        QVERIFY2(rows[0].startsWith("rate_per_second,concurrency,late_percent,requests,ok,"),
                 rows[0].constData());
        QVERIFY2(rows[2].startsWith("200,1000,72.5,2400,2400,"), rows[2].constData());
        QCOMPARE(rows[0].count("rate_per_second"), 1);
        QVERIFY(sweepToJUnit(result).contains("stands 200 uploads a second"));
        const QByteArray html = sweepToHtml(result);
        QVERIFY(html.contains("uploads a second") && html.contains("Answers by rate"));
        QVERIFY(!html.contains("uploads at once"));
    }

    void aLimiterIsNamed()
    {
        const SweepResult result = examples::limiting();
        QVERIFY2(sweepSentence(result).contains(
                     QStringLiteral("the server's limiter is the bottleneck from 50 at once on")),
                 qPrintable(sweepSentence(result)));
        QVERIFY(bottleneckText(result).contains(QStringLiteral("it answers 40.0 % with 429 or 503")));
        QCOMPARE(jsonOf(result)[QStringLiteral("bottleneck")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("server"));
        QVERIFY(jsonOf(result)[QStringLiteral("bottleneck")][QStringLiteral("limiter")].toBool());
        QVERIFY(!jsonOf(storm())[QStringLiteral("bottleneck")][QStringLiteral("limiter")].toBool(true));
    }

    void whatIsGarbagePerhapsIsNotTold()
    {
        SweepResult result = calm();
        result.levels[0].peaks.collections = 0;
        const QJsonObject json = jsonOf(result);
        QVERIFY(json[QStringLiteral("levels")][0][QStringLiteral("bytesPerInFlight")].isNull());
        QCOMPARE(json[QStringLiteral("levels")][0][QStringLiteral("bytesPerInFlightUnknown")].toString(),
                 QStringLiteral("not-collected"));
        QVERIFY(json[QStringLiteral("levels")][1][QStringLiteral("bytesPerInFlightUnknown")].isNull());
        const QString notes = sweepNotes(result).join(u'\n');
        QVERIFY2(
            notes.contains(QStringLiteral(
                "What each upload in flight takes of the server is not known with 50 at once: no garbage")),
            qPrintable(notes));
    }

    void theOverviewHasWhatIsTold()
    {
        const auto keys = [](const SweepTable &table) {
            QStringList names;
            for (const SweepColumn &column : table.columns)
                names += QLatin1StringView(column.key);
            return names;
        };
        const QStringList all = keys(sweepOverview(storm().levels));
        QCOMPARE(all.first(), QStringLiteral("concurrency"));
        for (const char *key : {"timeouts_percent", "mean_ms", "p99_ms", "peak_heap_bytes", "peak_rss_bytes",
                                "bytes_per_in_flight"})
            QVERIFY2(all.contains(QLatin1StringView(key)), key);
        const QStringList silent = keys(sweepOverview(examples::silentAndStopped().levels));
        QVERIFY(silent.contains(QStringLiteral("p99_ms")));
        QVERIFY(silent.filter(QStringLiteral("bytes")).isEmpty());
    }

    void notesSayWhy()
    {
        const QString notes = sweepNotes(storm()).join(u'\n');
        for (const char *part :
             {"Stopped: more than 50.0 % of the attempts with 200 at once failed",
              "The server is the bottleneck from 200 at once on: 92.5 % time out",
              "Amplification present: heap 0 B per upload with 50 at once, +57.6 KiB with 200 at once",
              "each retry leaves that once more",
              "Failures with 200 at once: 3,600 × 504 Gateway Timeout, 100 × Timeout"})
            QVERIFY2(notes.contains(QString::fromUtf8(part)), qPrintable(notes));
        const QString quiet = sweepNotes(calm()).join(u'\n');
        QVERIFY2(quiet.contains(QStringLiteral("nothing failed, so nothing would have been tried again")),
                 qPrintable(quiet));
        QVERIFY2(!quiet.contains(QStringLiteral("Failures")) && !quiet.contains(QStringLiteral("Stopped")),
                 qPrintable(quiet));
    }

    void aBusyClientIsNamed()
    {
        SweepResult result = calm();
        result.levels[1].clientBusy = 0.97;
        result.stop = SweepStop::Client;
        result = judged(result);
        QVERIFY(sweepSentence(result).contains(
            QStringLiteral("this client is the bottleneck from 200 at once on")));
        QVERIFY(bottleneckText(result).contains(QStringLiteral("97.0 % of the time")));
        QCOMPARE(jsonOf(result)[QStringLiteral("bottleneck")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("client"));
    }

    void aFullMachineIsTold()
    {
        SweepResult result = calm();
        result.levels[1].machineBusy = 0.99; // the server is elsewhere
        QCOMPARE(judged(result).scaling.bottleneck, Bottleneck::Server);
        QVERIFY(!bottleneckText(judged(result)).contains(QStringLiteral("share")));
        result.levels[1].isShared = true;
        result.levels[1].clientBusy = 0.24;
        result = judged(result);
        QVERIFY2(
            sweepSentence(result).contains(QStringLiteral(
                "; from 200 at once on this machine's processors, which client and server share, are all "
                "busy; ")),
            qPrintable(sweepSentence(result)));
        QVERIFY2(bottleneckText(result).contains(QStringLiteral("99.0 % of the time"))
                     && bottleneckText(result).contains(QStringLiteral("24.0 %")),
                 qPrintable(bottleneckText(result)));
        QCOMPARE(jsonOf(result)[QStringLiteral("bottleneck")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("machine"));
        QCOMPARE(jsonOf(result)[QStringLiteral("bottleneck")][QStringLiteral("from")].toInt(), 200);
        QVERIFY(!sweepNotes(result).join(u'\n').contains(QStringLiteral("is the bottleneck")));
        // What fails with many at once is the server's own.
        SweepResult failing = storm();
        failing.levels[1].machineBusy = 0.99;
        failing.levels[1].isShared = true;
        failing = judged(failing);
        QCOMPARE(failing.scaling.bottleneck, Bottleneck::Server);
        QVERIFY(bottleneckText(failing).contains(QStringLiteral("they share this machine")));
    }

    // There is one bottleneck, whoever ended the sweep.
    void theBottleneckIsSaidOnce()
    {
        SweepResult result = examples::collapsing();
        result.levels.resize(3);
        result.levels[1].load.done = 100;
        result.levels[2].load.done = 110;
        result.levels[2].clientBusy = 0.99;
        result.stop = SweepStop::Client;
        result = judged(result);
        QCOMPARE(result.scaling.bottleneck, Bottleneck::Server);
        const QString notes = sweepNotes(result).join(u'\n');
        QCOMPARE(notes.count(QStringLiteral("is the bottleneck")), 1);
        QVERIFY2(notes.contains(QStringLiteral("Stopped: with 50 at once this client was at its limit, too")),
                 qPrintable(notes));
    }

    void levelsTooShortAreSaid()
    {
        SweepResult result = calm();
        for (SweepLevel &level : result.levels)
            level.load.elapsed = std::chrono::milliseconds(20);
        result = judged(result);
        QVERIFY2(sweepSentence(result).contains(QStringLiteral(
                     "levels as short as these do not tell who is the bottleneck: let each last a second")),
                 qPrintable(sweepSentence(result)));
        QCOMPARE(jsonOf(result)[QStringLiteral("bottleneck")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("unknown"));
    }

    void jsonHoldsTheContract()
    {
        const QJsonObject json = jsonOf(storm());
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.sweep/1"));
        QCOMPARE(json[QStringLiteral("stopped")].toString(), QStringLiteral("error-rate"));
        QVERIFY(!sweepToJson(storm()).contains("secret"));
        QCOMPARE(json[QStringLiteral("amplification")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("present"));
        QCOMPARE(json[QStringLiteral("bottleneck")][QStringLiteral("from")].toInt(), 200);
        QCOMPARE(json[QStringLiteral("collapse")][QStringLiteral("at")].toInt(), 200);
        const QJsonObject level = json[QStringLiteral("levels")][1].toObject();
        QCOMPARE(level[QStringLiteral("concurrency")].toInt(), 200);
        QCOMPARE(level[QStringLiteral("requests")].toInt(), 4000);
        QCOMPARE(level[QStringLiteral("ok")].toInt(), 300);
        QCOMPARE(level[QStringLiteral("failed")].toInt(), 3700);
        QCOMPARE(level[QStringLiteral("timeouts")].toInt(), 3700);
        QCOMPARE(level[QStringLiteral("timeoutRate")].toDouble(), 0.925);
        QCOMPARE(level[QStringLiteral("requestsPerSecond")].toDouble(), 2000.0);
        const QJsonObject latency = level[QStringLiteral("latencyMs")].toObject();
        for (const char *key : {"mean", "p50", "p90", "p95", "p99", "max"})
            QVERIFY2(std::abs(latency[QLatin1StringView(key)].toDouble() - 160) < 160.0 / 64, key);
        QCOMPARE(level[QStringLiteral("serverPeak")][QStringLiteral("heap")].toDouble(), 202 * mebibyte);
        QCOMPARE(level[QStringLiteral("serverPeak")][QStringLiteral("rss")].toDouble(), 208 * mebibyte);
        QCOMPARE(level[QStringLiteral("bytesPerInFlight")].toDouble(), mebibyte);
        QCOMPARE(level[QStringLiteral("perUpload")].toDouble(), 3600 * 65536.0 / 4000);
        const QJsonArray failures = level[QStringLiteral("failures")].toArray();
        QCOMPARE(failures.size(), 2);
        QCOMPARE(failures[0][QStringLiteral("httpStatus")].toInt(), 504);
        QCOMPARE(failures[1][QStringLiteral("kind")].toString(), QStringLiteral("timeout"));
    }

    void unknownIsNull()
    {
        SweepResult result = examples::emptySweep();
        SweepLevel level;
        level.connections = 10;
        level.load.failed = 5;
        level.load.errors[ErrorKind::Timeout] = 5;
        result.levels = {level};
        result = judged(result);
        const QJsonObject json = jsonOf(result);
        const QJsonObject first = json[QStringLiteral("levels")][0].toObject();
        for (const char *key : {"latencyMs", "bytesPerInFlight", "perUpload", "serverCpuSeconds"})
            QVERIFY2(first.contains(QLatin1StringView(key)) && first[QLatin1StringView(key)].isNull(), key);
        QVERIFY(first[QStringLiteral("serverPeak")][QStringLiteral("heap")].isNull());
        QCOMPARE(json[QStringLiteral("amplification")][QStringLiteral("verdict")].toString(),
                 QStringLiteral("unknown"));
        QVERIFY(sweepNotes(result).join(u'\n').contains(QStringLiteral("no metrics were found")));
        QVERIFY(!renderSweep(result, Format::Markdown).contains("nan"));
        QVERIFY(!sweepToHtml(result).contains("Peak heap")); // nothing of the server is told
    }

    void htmlHasTheTables()
    {
        QString problem;
        const auto html = HtmlNode::parse(sweepToHtml(storm()), problem);
        QVERIFY2(html, qPrintable(problem));
        QCOMPARE(html->first(QStringLiteral("h1")).text, sweepSentence(storm()));
        QCOMPARE(html->all(QStringLiteral("table")).size(), std::size_t(2));
        QCOMPARE(html->all(QStringLiteral("tbody")).front()->all(QStringLiteral("tr")).size(),
                 std::size_t(2));
        QCOMPARE(html->all(QStringLiteral("script")).size(), std::size_t(0));
        QVERIFY(!sweepToHtml(storm()).contains("secret"));
        QCOMPARE(html->first(QStringLiteral("span"), QStringLiteral("bad")).text,
                 QStringLiteral("▲ breaks down"));
        const auto calmHtml = HtmlNode::parse(sweepToHtml(calm()), problem);
        QVERIFY2(calmHtml, qPrintable(problem));
        QCOMPARE(calmHtml->all(QStringLiteral("span"), QStringLiteral("bad")).size(), std::size_t(0));
    }

    void htmlDrawsWhatIsKnown()
    {
        QString problem;
        const auto html = HtmlNode::parse(sweepToHtml(examples::collapsing()), problem);
        QVERIFY2(html, qPrintable(problem));
        const auto charts = html->all(QStringLiteral("svg"));
        QCOMPARE(charts.size(), std::size_t(2));
        QCOMPARE(charts[0]->all(QStringLiteral("path"), QStringLiteral("line")).size(), std::size_t(3));
        QCOMPARE(charts[1]->all(QStringLiteral("path"), QStringLiteral("line")).size(), std::size_t(2));
        QCOMPARE(charts[0]->all(QStringLiteral("rect"), QStringLiteral("collapse")).size(), std::size_t(1));
        QCOMPARE(charts[0]->all(QStringLiteral("g"), QStringLiteral("column")).size(), std::size_t(4));
        QVERIFY(!sweepToHtml(examples::collapsing()).contains("nan"));
        const auto silent = HtmlNode::parse(sweepToHtml(examples::silentAndStopped()), problem);
        QVERIFY2(silent, qPrintable(problem));
        QCOMPARE(silent->all(QStringLiteral("svg")).size(), std::size_t(1)); // nothing of the server is told
        QVERIFY(!sweepToHtml(examples::unreachable()).contains("<svg"));
    }

    void markdownAndCsvHaveARowForEachLevel()
    {
        const QByteArray markdown = renderSweep(storm(), Format::Markdown);
        QVERIFY(markdown.startsWith("### Breaks down"));
        QVERIFY2(markdown.contains("| At once | Requests | OK | Failed | Timeouts |")
                     && markdown.contains("| 200 | 4,000 | 300 | 3,700 | 92.5 % |"),
                 markdown.constData());
        const QList<QByteArray> rows = sweepToCsv(storm()).split('\n');
        QCOMPARE(rows.size(), 4); // a header, two levels, and the end
        QVERIFY(rows[0].startsWith("concurrency,requests,ok,failed,timeouts_percent,"));
        QVERIFY(rows[2].startsWith("200,4000,300,3700,92.5,"));
        QCOMPARE(rows[1].count(','), rows[0].count(','));
        QCOMPARE(rows[0].count("concurrency"), 1);
    }

    void junitFailsWhereItBreaksDown()
    {
        QXmlStreamReader xml(sweepToJUnit(storm()));
        QStringList cases, failed;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1StringView("testcase"))
                cases += xml.attributes().value(QLatin1StringView("name")).toString();
            if (xml.name() == QLatin1StringView("failure"))
                failed += cases.back();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases,
                 (QStringList{QStringLiteral("stands 50 uploads at once"),
                              QStringLiteral("stands 200 uploads at once"),
                              QStringLiteral("no leak grows with the load")}));
        QCOMPARE(failed, cases.sliced(1));
        QVERIFY(!sweepToJUnit(calm()).contains("<failure") && !sweepToJUnit(calm()).contains("<error"));
    }
};

QTEST_GUILESS_MAIN(TestSweepReport)
#include "tst_sweepreport.moc"
