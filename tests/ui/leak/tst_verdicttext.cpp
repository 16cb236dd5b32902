// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a check: the same sentence as elsewhere, in its colour, with what to do.
#include "core/report/checkwording.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/leak/checkadvice.h"
#include "ui/leak/verdicttext.h"

#include <QTest>

using namespace ui;
using analysis::Outcome;
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
        QVERIFY(text.notes.join(u'\n').contains(QStringLiteral("explains 99 %")));
        QVERIFY(!text.notes.join(u'\n').contains(QStringLiteral("Confirmed"))); // Once is enough.
    }

    void stableSaysWhatItCouldHaveSeen()
    {
        const QString details = verdictText(examples::stable()).details.join(u'\n');
        QVERIFY2(details.contains(QStringLiteral("smallest leak it could have seen: ")), qPrintable(details));
        QVERIFY2(details.contains(QStringLiteral("after 200 uploads")), qPrintable(details));
    }

    void everyInterruptionHasAdvice_data()
    {
        QTest::addColumn<Interruption>("why");
        for (const Interruption why :
             {Interruption::Cancelled, Interruption::NoMetrics, Interruption::UploadsFailed,
              Interruption::ReadingFailed, Interruption::Restarted, Interruption::ForeignTraffic})
            QTest::addRow("%s", qPrintable(experiment::toKey(why))) << why;
    }

    void everyInterruptionHasAdvice()
    {
        QFETCH(Interruption, why);
        const CheckResult result = examples::interrupted(why, 2);
        QVERIFY(!checkAdvice(result).isEmpty());
        const VerdictText text = verdictText(result);
        QCOMPARE(text.tone, Tone::Warn);
        QVERIFY(text.sentence.startsWith(QStringLiteral("Inconclusive: ")));
        QCOMPARE(text.details, QStringList{checkAdvice(result)});
    }

    void everyReasonHasAdvice()
    {
        CheckResult result;
        result.verdict.leading = analysis::ResourceVerdict{};
        for (int reason = 0; reason <= static_cast<int>(analysis::Reason::ClosedByCollector); ++reason) {
            result.verdict.leading->reason = static_cast<analysis::Reason>(reason);
            QVERIFY2(!checkAdvice(result).isEmpty(), qPrintable(QString::number(reason)));
        }
        result.verdict.leading.reset();
        QVERIFY(!checkAdvice(result).isEmpty());
    }

    void noAdviceWhereThereIsAVerdict()
    {
        QVERIFY(checkAdvice(examples::leaking()).isEmpty());
        QVERIFY(checkAdvice(examples::stable()).isEmpty());
    }

    void rowsOfALeak()
    {
        const CheckResult result = examples::leaking();
        const std::vector<ResourceRow> rows = resourceRows(result.resources, result.aborted);
        const QStringList names = namesOf(rows);
        QVERIFY2(names.contains(QStringLiteral("Heap: leaks")), qPrintable(names.join(u'\n')));
        QVERIFY2(names.contains(QStringLiteral("Goroutines: stable")), qPrintable(names.join(u'\n')));
        QCOMPARE(names.last(), QStringLiteral("Aborted uploads: stable"));
        QCOMPARE(rows.front().tone, Tone::Bad);
        QCOMPARE(rows.front().value, QStringLiteral("+1.06 MiB"));
        QVERIFY2(rows.front().toolTip.contains(QStringLiteral("grows with every upload")),
                 qPrintable(rows.front().toolTip));
        QVERIFY(rows.back().value.startsWith(QStringLiteral("< ")));
    }

    void rowsOfALeakWhenAborted()
    {
        const CheckResult result = examples::leakingWhenAborted();
        const QStringList names = namesOf(resourceRows(result.resources, result.aborted));
        QVERIFY2(names.contains(QStringLiteral("Goroutines, aborted: leaks")), qPrintable(names.join(u'\n')));
        QVERIFY(!names.contains(QStringLiteral("Aborted uploads: stable")));
    }

    void undecidedIsInconclusiveOnlyAtTheEnd()
    {
        const CheckResult stopped = examples::interrupted(experiment::Interruption::Cancelled, 5);
        QVERIFY(stopped.resources.front().growsNow());
        QCOMPARE(resourceRows(stopped.resources).front().word, QStringLiteral("inconclusive"));
        QCOMPARE(provisionalRows(stopped.resources).front().word, QStringLiteral("leaks"));
        analysis::ResourceVerdict unclear;
        QCOMPARE(provisionalRows({unclear}).front().word, QStringLiteral("not clear yet"));
        QCOMPARE(provisionalRows({unclear}).front().tone, Tone::Dim);
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
        QCOMPARE(phaseLine(examples::running(4)), QStringLiteral("Round 4 of 10 · 160 uploads · 0:03"));
        experiment::CheckProgress progress;
        progress.elapsed = std::chrono::seconds(1);
        QCOMPARE(phaseLine(progress), QStringLiteral("Looking for metrics · 0 uploads · 0:01"));
    }
};

QTEST_GUILESS_MAIN(TestVerdictText)
#include "tst_verdicttext.moc"
