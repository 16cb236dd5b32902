// SPDX-License-Identifier: GPL-3.0-or-later
// Two checks side by side: what is said of the change, and what is accepted.
#include "core/analysis/verdict.h"
#include "core/report/checkjson.h"
#include "core/report/comparedfigures.h"
#include "core/report/comparedfunctions.h"
#include "core/report/comparisonreport.h"
#include "core/report/comparisontext.h"
#include "core/report/unknownwording.h"
#include "tests/report/htmltree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace report;
using analysis::Change;
using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;

namespace {

ResourceVerdict verdictOn(Resource resource, Outcome outcome, double perUpload)
{
    ResourceVerdict verdict;
    verdict.resource = resource;
    verdict.unit = unitOf(resource);
    verdict.outcome = verdict.leaning = outcome;
    const double error = verdict.unit == analysis::Unit::Bytes ? 400 : 0.01;
    verdict.perUpload = perUpload;
    verdict.low = perUpload - error;
    verdict.high = perUpload + error;
    verdict.threshold = verdict.unit == analysis::Unit::Bytes ? 512 : 0.2;
    verdict.detectable = verdict.threshold;
    return verdict;
}

CheckRecord recordOf(std::vector<ResourceVerdict> normal, std::vector<ResourceVerdict> aborted = {},
                     std::vector<ResourceVerdict> crowded = {})
{
    CheckResult result;
    result.resources = std::move(normal);
    result.aborted = std::move(aborted);
    result.crowded = std::move(crowded);
    if (!result.crowded.empty())
        result.crowdRounds.emplace_back();
    result.verdict = analysis::combine(
        {.resources = result.resources, .aborted = result.aborted, .crowded = result.crowded});
    const base::Result<CheckRecord> record
        = checkRecordFrom(QJsonDocument::fromJson(checkToJson(result)).object());
    return record.ok() ? *record : CheckRecord();
}

ResourceVerdict leak(double perUpload)
{
    return verdictOn(Resource::Heap, Outcome::Leaks, perUpload);
}

ResourceVerdict rest()
{
    return verdictOn(Resource::Heap, Outcome::Stable, 3);
}

/// Of a check that reads process memory so, and grew or rested in it.
CheckRecord processRecord(analysis::Reading reading, Outcome outcome)
{
    CheckResult result;
    result.reading = reading;
    result.resources = {rest(), verdictOn(Resource::Rss, outcome, outcome == Outcome::Stable ? 3 : 8192)};
    result.verdict = analysis::combine({.resources = result.resources, .aborted = {}});
    experiment::FloorAt at;
    at.floor.rss = 5.0 * 1024 * 1024;
    result.rounds = {at};
    const auto record = checkRecordFrom(QJsonDocument::fromJson(checkToJson(result)).object());
    return record.ok() ? *record : CheckRecord();
}

QStringList namesIn(const CheckComparison &comparison)
{
    QStringList names;
    for (const CheckComparison::Row &row : comparison.rows)
        names += rowName(row);
    for (const ComparedFigure &figure : comparedFigures(comparison))
        names += figure.name;
    return names;
}

QString sentence(const CheckRecord &before, const CheckRecord &after)
{
    return comparisonSentence(compareChecks(before, after));
}

} // namespace

class TestCheckComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences()
    {
        const CheckRecord stable = recordOf({rest()}), leaks = recordOf({leak(75'468)});
        QCOMPARE(sentence(leaks, stable), QStringLiteral("Fixed: heap +73.7 KiB → below 403 B per upload"));
        QCOMPARE(sentence(stable, leaks),
                 QStringLiteral("New leak: heap below 403 B → +73.7 KiB per upload"));
        QCOMPARE(sentence(stable, stable), QStringLiteral("No difference: stable before and after"));
        QCOMPARE(sentence(leaks, leaks),
                 QStringLiteral("No difference: heap grows by 73.7 KiB per upload before and after"));
        QCOMPARE(sentence(leaks, recordOf({leak(20'480)})),
                 QStringLiteral("Better, and not fixed: heap +73.7 KiB → +20.0 KiB per upload"));
        QCOMPARE(sentence(leaks, recordOf({leak(204'800)})),
                 QStringLiteral("Worse: heap +73.7 KiB → +200 KiB per upload"));
        const CheckRecord open = recordOf({verdictOn(Resource::Heap, Outcome::Inconclusive, 700)});
        QCOMPARE(sentence(leaks, open), QStringLiteral("Cannot tell: the check after is inconclusive"));
        QCOMPARE(sentence(open, stable), QStringLiteral("Cannot tell: the check before is inconclusive"));
        QCOMPARE(sentence(open, open), QStringLiteral("Cannot tell: both checks are inconclusive"));
    }

    void causeLeads()
    {
        const CheckRecord before = recordOf({leak(4096), verdictOn(Resource::Goroutines, Outcome::Leaks, 1)});
        const CheckRecord after = recordOf({rest(), verdictOn(Resource::Goroutines, Outcome::Stable, 0)});
        QCOMPARE(sentence(before, after), QStringLiteral("Fixed: goroutines +1.00 → below 0.01 per upload"));
        // One of two: the other is still there.
        const CheckRecord half = recordOf({leak(4096), verdictOn(Resource::Goroutines, Outcome::Stable, 0)});
        QCOMPARE(toKey(compareChecks(before, half).change), toKey(Change::Better));
        QVERIFY(sentence(before, half).startsWith(QStringLiteral("Partly fixed: goroutines")));
    }

    void otherUploadsHaveRowsOfTheirOwn()
    {
        const CheckRecord before = recordOf({rest()}, {leak(8192)}), after = recordOf({rest()}, {rest()});
        QCOMPARE(sentence(before, after),
                 QStringLiteral("Fixed: heap, aborted +8.00 KiB → below 403 B per aborted upload"));
        // Of many at once a record tells only what leaks.
        const CheckRecord crowd = recordOf({rest()}, {rest()}, {leak(8192)});
        QCOMPARE(toKey(compareChecks(crowd, after).change), toKey(Change::Fixed));
        QCOMPARE(toKey(compareChecks(after, crowd).change), toKey(Change::New));
    }

    void whatLeavesNothingInBothRests()
    {
        const auto first = [](const CheckRecord &before, const CheckRecord &after) {
            return compareChecks(before, after).rows.front();
        };
        QVERIFY(rests(first(recordOf({rest()}), recordOf({rest()}))));
        QVERIFY(!rests(first(recordOf({leak(75'468)}), recordOf({rest()}))));
        QVERIFY(!rests(first(recordOf({leak(75'468)}), recordOf({leak(75'468)}))));
    }

    void whatIsNotWatchedIsNotFixed()
    {
        const CheckRecord before = recordOf({rest(), verdictOn(Resource::Descriptors, Outcome::Leaks, 1)});
        const CheckComparison comparison = compareChecks(before, recordOf({rest()}));
        QCOMPARE(toKey(comparison.change), toKey(Change::Unknown));
        QCOMPARE(comparisonSentence(comparison),
                 QStringLiteral("Cannot tell: the check after did not watch descriptors"));
    }

    void boundsAreNeverAboveTheLeakThatWas()
    {
        const CheckRecord small = recordOf({leak(741)});
        ResourceVerdict seen = rest(); // would have seen 1.17 KiB, and did see less than 403 B
        seen.detectable = 1198;
        QCOMPARE(sentence(small, recordOf({seen})),
                 QStringLiteral("Fixed: heap +741 B → below 403 B per upload"));
        ResourceVerdict coarse = rest();
        coarse.threshold = 4096;
        coarse.high = 1198;
        const CheckComparison after = compareChecks(small, recordOf({coarse}));
        QCOMPARE(comparisonSentence(after),
                 QStringLiteral("Cannot tell: heap grew by 741 B before, and after is known only to have "
                                "grown by less than 1.17 KiB"));
        const QJsonObject json = QJsonDocument::fromJson(comparisonToJson(after)).object();
        const QJsonValue heap = json[QStringLiteral("resources")].toArray().first();
        QCOMPARE(heap[QStringLiteral("change")].toString(), QStringLiteral("unknown"));
        QCOMPARE(heap[QStringLiteral("after")][QStringLiteral("below")].toDouble(), 1198.0);
        QCOMPARE(sentence(recordOf({coarse}), small),
                 QStringLiteral("Cannot tell: heap grew by 741 B after, and before is known only to have "
                                "grown by less than 1.17 KiB"));
        ResourceVerdict flat = verdictOn(Resource::Goroutines, Outcome::Stable, 0);
        flat.low = flat.high = 0;
        QCOMPARE(sentence(recordOf({verdictOn(Resource::Goroutines, Outcome::Leaks, 1)}), recordOf({flat})),
                 QStringLiteral("Fixed: goroutines +1.00 → 0.00 per upload"));
    }

    void functionsAreNoMoreWhereThatWasMeasured_data()
    {
        QTest::addColumn<CheckRecord>("after");
        QTest::addColumn<QString>("naming");
        QTest::addColumn<QString>("word");
        QTest::newRow("cured") << recordOf({rest()}) << "resting"
                               << "no more";
        QTest::newRow("never ran") << CheckRecord() << "unmeasured"
                                   << "not measured after";
        QTest::newRow("undecided") << recordOf({verdictOn(Resource::Heap, Outcome::Inconclusive, 700)})
                                   << "unmeasured"
                                   << "not measured after";
        QTest::newRow("heap not watched")
            << recordOf({verdictOn(Resource::Goroutines, Outcome::Stable, 0)}) << "unmeasured"
            << "not measured after";
        QTest::newRow("less") << recordOf({leak(8192)}) << "unnamed"
                              << "not named after";
    }

    void functionsAreNoMoreWhereThatWasMeasured()
    {
        QFETCH(CheckRecord, after);
        QFETCH(QString, naming);
        QFETCH(QString, word);
        CheckRecord before = recordOf({leak(75'468)});
        before.functions = {
            {{QStringLiteral("main.readAll"), QStringLiteral("a.go"), 7}, QStringLiteral("bytes"), 75'468}};
        const CheckComparison comparison = compareChecks(before, after);
        QCOMPARE(comparison.functions.size(), 1UL);
        QCOMPARE(toKey(comparison.functions[0].namingAfter), naming);
        QCOMPARE(badgeOf(comparison.functions[0]).word, word);
        for (const Format format : {Format::Html, Format::Markdown, Format::Json}) {
            const QByteArray document = renderComparison(comparison, format);
            QVERIFY2(document.contains(format == Format::Json ? naming.toUtf8() : word.toUtf8()),
                     document.constData());
        }
    }

    void theTimeOfWhatDidNotEndIsNoFigure()
    {
        CheckRecord before = recordOf({leak(75'468)});
        before.seconds = 9.9;
        CheckResult dead;
        dead.interruption = experiment::Interruption::NoMetrics;
        dead.took = std::chrono::milliseconds(100);
        const auto never = checkRecordFrom(QJsonDocument::fromJson(checkToJson(dead)).object());
        QVERIFY(never.ok());
        for (const ComparedFigure &figure : comparedFigures(compareChecks(before, *never))) {
            QCOMPARE(figure.after, QStringLiteral("not measured"));
            QCOMPARE(figure.difference, QStringLiteral("—"));
        }
        QVERIFY(namesIn(compareChecks(before, *never)).contains(QStringLiteral("the check took")));
    }

    void whatTheProcessHeldBeforeIsNoFigure()
    {
        const auto from = [](double first, double last) {
            CheckResult result;
            result.resources = {rest()};
            experiment::FloorAt at;
            for (const double heap : {first, last}) {
                at.floor.heap = heap;
                result.rounds.push_back(at);
            }
            const auto record = checkRecordFrom(QJsonDocument::fromJson(checkToJson(result)).object());
            return record.ok() ? *record : CheckRecord();
        };
        constexpr double mib = 1024 * 1024;
        // The same process, which holds yet what the first check has left.
        const auto figures = comparedFigures(compareChecks(from(0, 200 * mib), from(300 * mib, 301 * mib)));
        const auto heap = std::ranges::find(figures, QStringLiteral("highest heap, above its beginning"),
                                            &ComparedFigure::name);
        QVERIFY(heap != figures.end());
        QCOMPARE(heap->before, QStringLiteral("200 MiB"));
        QCOMPARE(heap->after, QStringLiteral("1.00 MiB"));
        QCOMPARE(heap->difference, QStringLiteral("−199 MiB"));
    }

    void processMemorySaysWhetherTheHeapIsInIt()
    {
        using analysis::Reading;
        const CheckRecord outside = processRecord(Reading::GoExact, Outcome::Stable);
        const CheckRecord whole = processRecord(Reading::Node, Outcome::Stable);
        QCOMPARE(outside.isRssOutsideHeap, std::optional(true));
        QCOMPARE(whole.isRssOutsideHeap, std::optional(false));
        QStringList names = namesIn(compareChecks(outside, outside));
        QVERIFY(names.contains(QStringLiteral("process memory outside the heap")));
        QVERIFY(
            names.contains(QStringLiteral("highest process memory outside the heap, above its beginning")));
        names = namesIn(compareChecks(whole, whole));
        QVERIFY(names.contains(QStringLiteral("process memory")));
        QVERIFY(names.contains(QStringLiteral("highest process memory, above its beginning")));

        CheckRecord earlier = outside; // of a version that did not say: it read the same
        earlier.isRssOutsideHeap.reset();
        QVERIFY(namesIn(compareChecks(earlier, outside))
                    .contains(QStringLiteral("process memory outside the heap")));
        QVERIFY(namesIn(compareChecks(earlier, earlier)).contains(QStringLiteral("process memory")));

        const QJsonObject json
            = QJsonDocument::fromJson(comparisonToJson(compareChecks(earlier, outside))).object();
        QVERIFY(json[QStringLiteral("before")][QStringLiteral("rssOutsideHeap")].isNull());
        QCOMPARE(json[QStringLiteral("after")][QStringLiteral("rssOutsideHeap")], QJsonValue(true));
    }

    void memoryWithAndWithoutTheHeapIsNotCompared()
    {
        const CheckRecord before = processRecord(analysis::Reading::GoExact, Outcome::Stable);
        const CheckRecord after = processRecord(analysis::Reading::Node, Outcome::Leaks);
        const CheckComparison comparison = compareChecks(before, after);
        const auto row = std::ranges::find(comparison.rows, Resource::Rss, &CheckComparison::Row::resource);
        QVERIFY(row != comparison.rows.end());
        QCOMPARE(toKey(row->change.change), toKey(Change::Unknown));
        QVERIFY(!row->change.by);
        QVERIFY2(unknownText(*row).contains(QStringLiteral("without the heap")),
                 qPrintable(unknownText(*row)));
        QVERIFY(!namesIn(comparison).contains(QStringLiteral("highest process memory, above its beginning")));
    }

    void unknownSaysWhy_data()
    {
        QTest::addColumn<CheckRecord>("before");
        QTest::addColumn<CheckRecord>("after");
        QTest::addColumn<QString>("why");
        const ResourceVerdict open = verdictOn(Resource::Heap, Outcome::Inconclusive, 700);
        ResourceVerdict noisy = open;
        noisy.reason = analysis::Reason::TooNoisy;
        noisy.detectable = 3072;
        ResourceVerdict loose = leak(8192);
        loose.low.reset();
        const ResourceVerdict pieces = verdictOn(Resource::Goroutines, Outcome::Stable, 0);
        QTest::newRow("known") << recordOf({rest()}) << recordOf({leak(8192)}) << QString();
        QTest::newRow("too few rounds") << recordOf({leak(8192)}) << recordOf({open})
                                        << QStringLiteral("inconclusive after: was measured too few times");
        QTest::newRow("too noisy")
            << recordOf({noisy}) << recordOf({rest()})
            << QStringLiteral("inconclusive before: varies too much: only 3.00 KiB per upload would be seen");
        QTest::newRow("not watched before")
            << recordOf({pieces}) << recordOf({rest(), pieces}) << QStringLiteral("not watched before");
        QTest::newRow("neither") << recordOf({pieces}) << recordOf({open, pieces})
                                 << QStringLiteral(
                                        "not watched before; inconclusive after: was measured too few times");
        QTest::newRow("no interval") << recordOf({loose}) << recordOf({leak(16'384)})
                                     << QStringLiteral("is told without its interval by one of the checks");
    }

    void unknownSaysWhy()
    {
        QFETCH(CheckRecord, before);
        QFETCH(CheckRecord, after);
        QFETCH(QString, why);
        const CheckComparison comparison = compareChecks(before, after);
        const auto heap = std::ranges::find(comparison.rows, Resource::Heap, &CheckComparison::Row::resource);
        QVERIFY(heap != comparison.rows.end());
        QCOMPARE(unknownText(*heap), why);
        const QJsonObject json = QJsonDocument::fromJson(comparisonToJson(comparison)).object();
        for (const QJsonValue row : json[QStringLiteral("resources")].toArray()) {
            if (row[QStringLiteral("role")].toString() == QLatin1StringView("heap"))
                QCOMPARE(row[QStringLiteral("reason")].toString(), why);
        }
        for (const Format format : {Format::Html, Format::Markdown, Format::Csv}) {
            const QString document = QString::fromUtf8(renderComparison(comparison, format));
            QVERIFY2(document.contains(why), qPrintable(document));
        }
    }

    void reasonsAreShownAsText()
    {
        CheckRecord before = recordOf({verdictOn(Resource::Heap, Outcome::Inconclusive, 700)});
        before.rows.front().reason = QStringLiteral("<b>\u001b[2J") + QString(1000, u'x');
        const CheckComparison comparison = compareChecks(before, recordOf({rest()}));
        const QString why = unknownText(comparison.rows.front());
        QVERIFY2(why.size() < 300 && !why.contains(QChar(0x1b)), qPrintable(why));
        QVERIFY(comparisonToHtml(comparison).contains("&lt;b&gt;"));
    }

    void onlyWhatIsKnownIsAccepted_data()
    {
        QTest::addColumn<CheckRecord>("before");
        QTest::addColumn<CheckRecord>("after");
        QTest::addColumn<QString>("acceptance");
        const CheckRecord stable = recordOf({rest()}), leaks = recordOf({leak(75'468)});
        const CheckRecord open = recordOf({verdictOn(Resource::Heap, Outcome::Inconclusive, 700)});
        const ResourceVerdict goroutines = verdictOn(Resource::Goroutines, Outcome::Leaks, 1);
        const CheckRecord aborted = recordOf({rest()}, {leak(8192)});
        const QString accepted = QStringLiteral("accepted"), refused = QStringLiteral("refused"),
                      unknown = QStringLiteral("unknown");
        QTest::newRow("the same") << leaks << leaks << accepted;
        QTest::newRow("cured") << leaks << stable << accepted;
        QTest::newRow("less") << leaks << recordOf({leak(20'480)}) << accepted;
        QTest::newRow("new") << stable << leaks << refused;
        QTest::newRow("more") << leaks << recordOf({leak(204'800)}) << refused;
        QTest::newRow("another, too") << leaks << recordOf({leak(75'468), goroutines}) << refused;
        QTest::newRow("not known before") << open << leaks << refused;
        QTest::newRow("not known now") << leaks << open << unknown;
        QTest::newRow("aborted ones not tried now") << aborted << stable << unknown;
        QTest::newRow("aborted ones not tried now, and another leak") << aborted << leaks << refused;
        QTest::newRow("one not watched now") << recordOf({leak(75'468), goroutines}) << leaks << unknown;
        QTest::newRow("never a part of it") << stable << recordOf({rest()}, {rest()}) << accepted;
        QTest::newRow("at rest, and not tried now") << recordOf({rest()}, {rest()}) << stable << accepted;
    }

    void onlyWhatIsKnownIsAccepted()
    {
        QFETCH(CheckRecord, before);
        QFETCH(CheckRecord, after);
        QFETCH(QString, acceptance);
        const CheckComparison comparison = compareChecks(before, after);
        QCOMPARE(toKey(comparison.acceptance()), acceptance);
        const QJsonObject json = QJsonDocument::fromJson(comparisonToJson(comparison)).object();
        QCOMPARE(json[QStringLiteral("accepted")].toBool(), acceptance == QLatin1StringView("accepted"));
    }

    void reportsOfAnotherKindAreCalledWhatTheyAre()
    {
        const auto record = checkRecordFrom({{QStringLiteral("schema"), QStringLiteral("tidemark.sweep/1")}},
                                            QStringLiteral("run 7"));
        QVERIFY(!record.ok());
        QCOMPARE(record.error().message,
                 QStringLiteral("run 7 tells of a sweep; only leak checks can be compared, those that "
                                "'check' makes"));
        const auto other = checkRecordFrom({{QStringLiteral("schema"), QStringLiteral("other/1")}},
                                           QStringLiteral("a.json"));
        QVERIFY(!other.ok() && other.error().message.contains(QStringLiteral("is not a report of Tidemark")));
    }

    void notesTellWhatDiffers()
    {
        CheckRecord before = recordOf({leak(75'468)}), after = recordOf({rest()});
        before.bodyBytes = 65'536;
        after.bodyBytes = 1'048'576;
        before.speed = QStringLiteral("quick");
        const QString notes = comparisonNotes(compareChecks(before, after)).join(u'\n');
        QVERIFY2(notes.contains(QStringLiteral("The uploads differ: 64.0 KiB before, 1.00 MiB after")),
                 qPrintable(notes));
        QVERIFY2(notes.contains(QStringLiteral("The checks differ")), qPrintable(notes));
        QVERIFY2(notes.contains(QStringLiteral("The difference is −73.7 KiB (98 % interval: −74.")),
                 qPrintable(notes));
    }

    void documentsHoldAll()
    {
        const CheckComparison comparison = compareChecks(recordOf({leak(75'468)}), recordOf({rest()}));
        const QJsonObject json = QJsonDocument::fromJson(comparisonToJson(comparison)).object();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.compare/1"));
        QCOMPARE(json[QStringLiteral("change")].toString(), QStringLiteral("fixed"));
        QCOMPARE(json[QStringLiteral("sentence")].toString(), comparisonSentence(comparison));
        const QJsonObject heap = json[QStringLiteral("resources")].toArray().first().toObject();
        QCOMPARE(heap[QStringLiteral("role")].toString(), QStringLiteral("heap"));
        QCOMPARE(heap[QStringLiteral("by")].toDouble(), 3 - 75'468.0);
        QVERIFY(heap[QStringLiteral("low")].toDouble() < heap[QStringLiteral("by")].toDouble());
        QCOMPARE(heap[QStringLiteral("before")][QStringLiteral("perUpload")].toDouble(), 75'468.0);
        const QString markdown = QString::fromUtf8(renderComparison(comparison, Format::Markdown));
        QVERIFY(markdown.startsWith(QStringLiteral("### ") + comparisonSentence(comparison)));
        QVERIFY2(markdown.contains(QStringLiteral("| heap | +73.7 KiB | below 403 B | −73.7 KiB (")),
                 qPrintable(markdown));
    }

    void htmlTellsTheSame()
    {
        const CheckComparison comparison = compareChecks(recordOf({leak(75'468)}), recordOf({rest()}));
        QString problem;
        const auto html = HtmlNode::parse(comparisonToHtml(comparison), problem);
        QVERIFY2(html, qPrintable(problem));
        QCOMPARE(html->first(QStringLiteral("h1")).text, comparisonSentence(comparison));
        const QByteArray document = comparisonToHtml(comparison);
        for (const char *part :
             {"✓ fixed", ">+73.7 KiB</data>", ">below 403 B</data>", "The two checks", "Tidemark 0.1.0. "})
            QVERIFY2(document.contains(part), part);
    }

    void hostileTextIsNoMarkup()
    {
        CheckRecord before = recordOf({leak(75'468)}), after = recordOf({rest()});
        after.sentence = after.server = QStringLiteral("<script>x</script>|\u001b[2J`a`");
        after.functions = {{{after.server, {}, 0}, QStringLiteral("bytes"), 5}};
        const CheckComparison comparison = compareChecks(before, after);
        for (const Format format : {Format::Html, Format::Markdown, Format::JUnit}) {
            const QByteArray document = renderComparison(comparison, format).replace("\\<", ""); // escaped
            QVERIFY2(!document.contains("<script") && !document.contains('\x1b'), document.constData());
        }
    }

    void csvHasARowForEachResource()
    {
        const QList<QByteArray> rows
            = comparisonToCsv(compareChecks(recordOf({leak(75'468)}), recordOf({rest()}))).split('\n');
        QCOMPARE(rows.size(), 3); // a header, the heap, and the end
        QVERIFY2(rows[1].startsWith("heap,normal,bytes,fixed,75468,75068,75868,3,-397,403,-75465,"),
                 rows[1].constData());
        QCOMPARE(rows[0].count(','), rows[1].count(','));
    }

    void junitFailsOnWhatIsNew()
    {
        const CheckRecord stable = recordOf({rest()}), leaks = recordOf({leak(75'468)});
        const QByteArray fresh = comparisonToJUnit(compareChecks(stable, leaks));
        QVERIFY2(fresh.contains("<failure type=\"new\" message=\"New leak: heap below 403 B"),
                 fresh.constData());
        const QByteArray open = comparisonToJUnit(
            compareChecks(stable, recordOf({verdictOn(Resource::Heap, Outcome::Inconclusive, 700)})));
        QVERIFY2(open.contains("<error type=\"unknown\""), open.constData());
        for (const CheckRecord &after : {stable, leaks}) {
            const QByteArray fine = comparisonToJUnit(compareChecks(leaks, after));
            QVERIFY2(fine.contains("failures=\"0\" errors=\"0\""), fine.constData());
        }
    }

    void whatEndedBeforeItsFirstRoundIsACheck()
    {
        CheckResult interrupted;
        interrupted.interruption = experiment::Interruption::NoMetrics;
        const auto record = checkRecordFrom(QJsonDocument::fromJson(checkToJson(interrupted)).object());
        QVERIFY2(record.ok(), record.ok() ? "" : qPrintable(record.error().message));
        QVERIFY(record->rows.empty());
    }

    void whatIsNoCheckIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        QTest::newRow("upload") << QByteArray(R"({"schema":"tidemark.upload/1"})")
                                << QStringLiteral("tells of uploads; only leak checks can be compared");
        QTest::newRow("another program's")
            << QByteArray(R"({"schema":"other/1"})") << QStringLiteral("it is no leak check");
        QTest::newRow("newer") << QByteArray(R"({"schema":"tidemark.check/2"})")
                               << QStringLiteral("made by another version");
        QTest::newRow("no verdict") << QByteArray(R"({"schema":"tidemark.check/1"})")
                                    << QStringLiteral("verdict is \"\"");
        QTest::newRow("wrong type") << QByteArray(
            R"({"schema":"tidemark.check/1","verdict":"leaks","resources":[{"role":"heap","verdict":"leaks","low":"x"}]})")
                                    << QStringLiteral("resources[0].low is not a number");
        const QString nothing = QStringLiteral("it has no \"resources\"");
        QTest::newRow("no resources")
            << QByteArray(R"({"schema":"tidemark.check/1","verdict":"inconclusive"})") << nothing;
        QTest::newRow("null resources")
            << QByteArray(R"({"schema":"tidemark.check/1","verdict":"stable","resources":null})") << nothing;
        QTest::newRow("a verdict on nothing")
            << QByteArray(R"({"schema":"tidemark.check/1","verdict":"leaks","resources":[]})") << nothing;
        QTest::newRow("no list") << QByteArray(
            R"({"schema":"tidemark.check/1","verdict":"stable","resources":"heap"})")
                                 << QStringLiteral("resources is not an array");
        QTest::newRow("no JSON") << QByteArray("hello") << QStringLiteral("at byte");
    }

    void whatIsNoCheckIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, why);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("c.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const base::Result<CheckRecord> record = readCheckRecord(file.fileName());
        QVERIFY(!record.ok());
        QCOMPARE(record.error().kind, base::ErrorKind::Malformed);
        QVERIFY2(record.error().message.contains(file.fileName()) && record.error().message.contains(why),
                 qPrintable(record.error().message));
    }
};

QTEST_APPLESS_MAIN(TestCheckComparison)
#include "tst_checkcomparison.moc"
