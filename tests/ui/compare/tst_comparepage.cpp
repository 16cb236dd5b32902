// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisontext.h"
#include "core/report/unknownwording.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/common/verdictbox.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparerows.h"
#include "ui/compare/comparetext.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using experiment::CheckResult;
using report::CheckComparison;

namespace {

report::CheckRecord recordOf(CheckResult result)
{
    result.answerTimes
        = experiment::AnswerTimes{20, std::chrono::milliseconds(8), std::chrono::milliseconds(14),
                                  std::chrono::milliseconds(22), std::chrono::milliseconds(31)};
    return report::checkRecordOf(result);
}

CheckComparison compared(const CheckResult &before, const CheckResult &after)
{
    return report::compareChecks(recordOf(before), recordOf(after));
}

const ComparedRow *rowNamed(const std::vector<ComparedRow> &rows, const QString &name)
{
    const auto row = std::ranges::find(rows, name, &ComparedRow::name);
    return row == rows.end() ? nullptr : &*row;
}

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colourSignAndWordsGoTogether_data()
    {
        QTest::addColumn<CheckResult>("before");
        QTest::addColumn<CheckResult>("after");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("fixed") << examples::leaking() << examples::stable() << QStringLiteral("Fixed")
                               << Tone::Good;
        QTest::newRow("new") << examples::stable() << examples::leaking() << QStringLiteral("New leak")
                             << Tone::Bad;
        QTest::newRow("same") << examples::stable() << examples::stable() << QStringLiteral("No difference")
                              << Tone::Dim;
        QTest::newRow("unknown") << examples::leaking() << examples::noisy() << QStringLiteral("Cannot tell")
                                 << Tone::Warn;
    }

    void colourSignAndWordsGoTogether()
    {
        QFETCH(CheckResult, before);
        QFETCH(CheckResult, after);
        QFETCH(QString, begin);
        const CheckComparison comparison = compared(before, after);
        const VerdictText text = comparisonText(comparison);
        QVERIFY2(text.sentence.startsWith(begin), qPrintable(text.sentence));
        QCOMPARE(text.sentence, report::comparisonSentence(comparison));
        QTEST(text.tone, "tone");
        QVERIFY(!text.sign.isEmpty());
    }

    void everyResourceHasItsRow()
    {
        const CheckComparison comparison = compared(examples::leaking(), examples::stable());
        const std::vector<ComparedRow> rows = comparedRows(comparison);
        const ComparedRow *heap = rowNamed(rows, QStringLiteral("Heap"));
        QVERIFY(heap);
        QCOMPARE(heap->word, QStringLiteral("fixed"));
        QCOMPARE(heap->tone, Tone::Good);
        QVERIFY2(heap->before.text.contains(QStringLiteral("MiB")), qPrintable(heap->before.text));
        QVERIFY(!heap->before.interval.isEmpty());
        QVERIFY2(heap->after.text.startsWith(QStringLiteral("below")), qPrintable(heap->after.text));
        QVERIFY(heap->after.interval.isEmpty()); // a bound has none
        QVERIFY(!heap->difference.interval.isEmpty());
        QVERIFY2(heap->toolTip.contains(inOneLine(heap->difference)), qPrintable(heap->toolTip));
        for (const CheckComparison::Row &row : comparison.rows) {
            QString name = report::rowName(row);
            name[0] = name[0].toUpper();
            QVERIFY2(rowNamed(rows, name), qPrintable(name));
        }
    }

    void whatCannotBeToldSaysWhy()
    {
        const CheckComparison comparison = compared(examples::leaking(), examples::noisy());
        const auto unknown = std::ranges::find_if(comparison.rows, [](const CheckComparison::Row &row) {
            return row.change.change == analysis::Change::Unknown;
        });
        QVERIFY(unknown != comparison.rows.end());
        QString name = report::rowName(*unknown);
        name[0] = name[0].toUpper();
        const std::vector<ComparedRow> rows = comparedRows(comparison);
        const ComparedRow *row = rowNamed(rows, name);
        QVERIFY(row);
        QVERIFY(!report::unknownText(*unknown).isEmpty());
        QCOMPARE(row->difference.text, report::unknownText(*unknown));
        QVERIFY2(row->toolTip.contains(row->difference.text), qPrintable(row->toolTip));
    }

    void timesAndPeaksAreThere()
    {
        const std::vector<ComparedRow> rows = comparedRows(compared(examples::leaking(), examples::stable()));
        const ComparedRow *median = rowNamed(rows, QStringLiteral("Time to answer, median"));
        QVERIFY(median);
        QCOMPARE(median->before.text, QStringLiteral("8.0 ms"));
        QCOMPARE(median->difference.text, QStringLiteral("same"));
        const ComparedRow *heap = rowNamed(rows, QStringLiteral("Highest heap, above its beginning"));
        QVERIFY(heap);
        QVERIFY2(heap->difference.text.startsWith(QChar(0x2212)),
                 qPrintable(heap->difference.text)); // it fell
    }

    void guiltyFunctionsAreNamed()
    {
        const CheckComparison comparison = compared(examples::leaking(), examples::stable());
        QVERIFY(!comparison.functions.empty());
        const auto rows = comparedRows(comparison);
        const auto gone = std::ranges::find(rows, QStringLiteral("no more"), &ComparedRow::word);
        QVERIFY(gone != rows.end());
        QVERIFY(gone->name.contains(QStringLiteral("main.")));
    }

    void worksByKeys()
    {
        ComparePage page;
        page.resize(900, 420);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.showComparison(compared(examples::leaking(), examples::stable()), true);
        QSignalSpy closed(&page, &ComparePage::closeRequested);
        QSignalSpy flame(&page, &ComparePage::flameGraphRequested);
        QSignalSpy copied(&page, &ComparePage::copyRequested);
        QSignalSpy exported(&page, &ComparePage::exportRequested);
        QVERIFY(keyboard::tabTo(QStringLiteral("Flame graph")));
        keyboard::press(Qt::Key_Space);
        QCOMPARE(flame.size(), 1);
        QVERIFY(keyboard::tabTo(QStringLiteral("Export")));
        for (QAction *action : page.actions())
            action->trigger();
        QCOMPARE(exported.size(), static_cast<qsizetype>(report::allFormats.size()));
        QCOMPARE(copied.size(), 1);
        keyboard::press(Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void flameGraphsNeedProfilesOfBoth()
    {
        ComparePage page;
        page.showComparison(compared(examples::stable(), examples::stable()), false);
        for (const QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("Flame")))
                QVERIFY(!button->isEnabled());
        }
    }

    void everyRowIsReadAloudWhole()
    {
        ComparePage page;
        page.showComparison(compared(examples::leaking(), examples::stable()), false);
        const auto *rows = page.findChild<CompareRows *>();
        int read = 0;
        for (const ComparedRow &row : rows->rows()) {
            if (row.kind == ComparedRow::Kind::Title)
                continue;
            const auto widgets = rows->findChildren<QWidget *>();
            read += std::ranges::any_of(widgets, [&row](const QWidget *widget) {
                return widget->accessibleName().startsWith(row.name + u':')
                    && widget->accessibleName().contains(row.before.text)
                    && widget->accessibleName().contains(row.after.text);
            });
        }
        const auto lines = std::ranges::count(rows->rows(), ComparedRow::Kind::Line, &ComparedRow::kind);
        QCOMPARE(read, static_cast<int>(lines));
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
