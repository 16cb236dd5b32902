// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a check: the same sentence as elsewhere, in its colour, with what to do.
#include "core/report/checkadvice.h"
#include "core/report/checkwording.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/leak/verdicttext.h"

#include <QTest>

using namespace ui;
using analysis::Outcome;
using analysis::Resource;
using experiment::CheckResult;
using experiment::Interruption;

Q_DECLARE_METATYPE(CheckResult (*)())

namespace {

QStringList namesOf(const std::vector<ResourceRow> &rows)
{
    QStringList names;
    for (const ResourceRow &row : rows)
        names.append(row.name + QStringLiteral(": ") + row.word);
    return names;
}

} // namespace

class TestVerdictText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentenceAndTone_data()
    {
        QTest::addColumn<CheckResult (*)()>("example");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("leaks") << &examples::leaking
                               << QStringLiteral("Leaks 1.06 MiB per upload in main.readAll (") << Tone::Bad;
        QTest::newRow("leaks when aborted")
            << &examples::leakingWhenAborted << QStringLiteral("Leaks 1.00 goroutines per aborted upload")
            << Tone::Bad;
        QTest::newRow("stable") << &examples::stable << QStringLiteral("Stable: nothing above ")
                                << Tone::Good;
        QTest::newRow("noisy") << &examples::noisy << QStringLiteral("Inconclusive: heap ") << Tone::Warn;
    }

    void sentenceAndTone()
    {
        using Example = CheckResult (*)();
        QFETCH(Example, example);
        QFETCH(QString, begins);
        QFETCH(Tone, tone);
        const CheckResult result = example();
        const VerdictText text = verdictText(result);
        QCOMPARE(text.sentence, report::checkSentence(result));
        QVERIFY2(text.sentence.startsWith(begins), qPrintable(text.sentence));
        QCOMPARE(text.tone, tone);
        QVERIFY(!text.sign.isEmpty());
        QVERIFY(!text.details.isEmpty());
    }

    void signsDifferNotOnlyColours()
    {
        QSet<QString> signs;
        for (const CheckResult &result : {examples::leaking(), examples::stable(), examples::noisy()})
            signs.insert(verdictText(result).sign);
        QCOMPARE(signs.size(), 3);
    }

    void leaksSaysHowSureItIs()
    {
        const VerdictText text = verdictText(examples::leaking());
        const QString details = text.details.join(u'\n');
        QVERIFY2(details.contains(QStringLiteral("(98 %), over 200 uploads of 1.00 MiB")),
                 qPrintable(details));
        QVERIFY2(details.contains(QStringLiteral("Confirmed: 75 s")), qPrintable(details));
        QVERIFY(text.notes.join(u'\n').contains(QStringLiteral("explains 99 % of the growth")));
        QVERIFY(!text.notes.join(u'\n').contains(QStringLiteral("Confirmed"))); // Once is enough.
    }

    void stableSaysWhatItCouldHaveSeen()
    {
        const QString details = verdictText(examples::stable()).details.join(u'\n');
        QVERIFY2(details.contains(QStringLiteral("smallest leak it could have seen: ")), qPrintable(details));
        QVERIFY2(details.contains(QStringLiteral("after 200 uploads")), qPrintable(details));
    }

    void saysWhatToDo()
    {
        const CheckResult result = examples::interrupted(Interruption::UploadsFailed, 2);
        const VerdictText text = verdictText(result);
        QCOMPARE(text.tone, Tone::Warn);
        QVERIFY(text.sentence.startsWith(QStringLiteral("Inconclusive: ")));
        QCOMPARE(text.details, QStringList{report::checkAdvice(result, report::Surface::Window)});
        QVERIFY(text.details.first().contains(QStringLiteral("on the Upload page")));
    }

    void rowsOfALeak()
    {
        const std::vector<ResourceRow> rows = resourceRows(examples::leaking());
        QCOMPARE(namesOf(rows).first(), QStringLiteral("Heap: leaks"));
        QCOMPARE(rows.front().tone, Tone::Bad);
        QCOMPARE(rows.front().value, QStringLiteral("+1.06 MiB"));
        QVERIFY2(rows.front().toolTip.contains(QStringLiteral("grows with every upload")),
                 qPrintable(rows.front().toolTip));
        QVERIFY(rows.front().toolTip.contains(QStringLiteral("(98 %)")));
    }

    void whatIsStableBesideALeakSharesARow()
    {
        const ResourceRow last = resourceRows(examples::leaking()).back();
        const QStringList names = last.toolTip.split(u'\n');
        QCOMPARE(last.name, QStringLiteral("%1 others").arg(names.size()));
        QCOMPARE(last.word, QStringLiteral("stable"));
        QVERIFY2(last.toolTip.contains(QStringLiteral("Goroutines: < ")), qPrintable(last.toolTip));
        QVERIFY2(last.toolTip.contains(QStringLiteral("Aborted uploads: < ")), qPrintable(last.toolTip));
        QVERIFY(!namesOf(resourceRows(examples::stable())).contains(QStringLiteral("others")));
        QVERIFY(resourceRows(examples::stable()).size() > 5);
    }

    void rowsOfALeakWhenAborted()
    {
        const CheckResult result = examples::leakingWhenAborted();
        const QStringList names = namesOf(resourceRows(result));
        QVERIFY2(names.contains(QStringLiteral("Goroutines, aborted: leaks")), qPrintable(names.join(u'\n')));
        const QString details = verdictText(result).details.join(u'\n');
        QVERIFY2(details.contains(QStringLiteral("aborted uploads of 1.00 MiB")), qPrintable(details));
    }

    void rowsOfALeakWhenCrowded()
    {
        const CheckResult result = examples::leakingWhenCrowded();
        const QStringList names = namesOf(resourceRows(result));
        QVERIFY2(names.contains(QStringLiteral("Goroutines, 16 at once: leaks")),
                 qPrintable(names.join(u'\n')));
        const QString details = verdictText(result).details.join(u'\n');
        QVERIFY2(details.contains(QStringLiteral("(98 %), over 320 uploads of 1.00 MiB, 16 at once")),
                 qPrintable(details));
    }

    void rowsOfALeakWhenLarge()
    {
        const CheckResult result = examples::leakingWhenLarge();
        const std::vector<ResourceRow> rows = resourceRows(result);
        const auto files = std::ranges::find(rows, QStringLiteral("Files, large"), &ResourceRow::name);
        QVERIFY2(files != rows.end(), qPrintable(namesOf(rows).join(u'\n')));
        QCOMPARE(files->word, QStringLiteral("leaks"));
        const QString said = files->toolTip + verdictText(result).details.join(u'\n');
        QVERIFY2(said.contains(QStringLiteral("large uploads of 36.0 MiB")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("98 %")), qPrintable(said)); // These are extremes of few.
    }

    void undecidedIsInconclusiveOnlyAtTheEnd()
    {
        const CheckResult stopped = examples::interrupted(experiment::Interruption::Cancelled, 5);
        QVERIFY(stopped.resources.front().growsNow());
        QCOMPARE(resourceRows(stopped).front().word, QStringLiteral("inconclusive"));
        QCOMPARE(provisionalRows(stopped.resources).front().word, QStringLiteral("leaks"));
        analysis::ResourceVerdict unclear;
        QCOMPARE(provisionalRows({unclear}).front().word, QStringLiteral("not clear yet"));
        QCOMPARE(provisionalRows({unclear}).front().tone, Tone::Dim);
    }

    // The table and the sentence above it are about the same thing.
    void resourcesAreCalledAsInReports()
    {
        for (int i = 0; i <= static_cast<int>(Resource::TempBytes); ++i) {
            const auto resource = static_cast<Resource>(i);
            QCOMPARE(resourceTitle(resource).toLower(), report::resourceName(resource).toLower());
            QVERIFY(resourceTitle(resource).front().isUpper());
        }
    }

    void noRowsOfNothing() { QVERIFY(resourceRows({}).empty()); }

    void provisionalVerdict()
    {
        const VerdictText early = provisionalText(examples::running(2));
        QCOMPARE(early.sentence, QStringLiteral("No verdict yet"));
        const VerdictText later = provisionalText(examples::running(7));
        QCOMPARE(later.sentence, QStringLiteral("So far: leaks"));
        QCOMPARE(later.tone, Tone::Dim); // Not before it is decided.
        QVERIFY2(later.details.join(u' ').contains(QStringLiteral("MiB per upload")),
                 qPrintable(later.details.join(u' ')));
    }

    void phases()
    {
        using namespace std::chrono_literals;
        QCOMPARE(phaseLine(examples::running(4)),
                 QStringLiteral("Round 4 of 10 · 160 uploads · 0:03 so far · about 0:03 left of this"));
        experiment::CheckProgress progress;
        progress.elapsed = 1s;
        QCOMPARE(phaseLine(progress), QStringLiteral("Looking for metrics · 0 uploads · 0:01 so far"));
        progress.phase = experiment::CheckPhase::Idle;
        progress.phaseLeft = 1min;
        const QString waiting = phaseLine(progress);
        QVERIFY2(waiting.endsWith(QStringLiteral("0:01 so far · about 1:00 left of this")),
                 qPrintable(waiting));
    }
};

QTEST_GUILESS_MAIN(TestVerdictText)
#include "tst_verdicttext.moc"
