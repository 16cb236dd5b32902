// SPDX-License-Identifier: GPL-3.0-or-later
// What the Audit page says of a result, and how its rows are shown.
#include "core/report/auditwording.h"
#include "tests/ui/audit/auditexamples.h"
#include "ui/audit/audittext.h"
#include "ui/audit/checkrowdelegate.h"
#include "ui/audit/findingmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace ui;
using experiment::AuditOutcome;
using experiment::AuditResult;

namespace {
using Example = AuditResult (*)();
} // namespace

Q_DECLARE_METATYPE(Example)

class TestAuditText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<Example>("example");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("detail");
        QTest::newRow("faulty") << Example(&examples::faulty) << static_cast<int>(Tone::Bad)
                                << QStringLiteral("3 of 18 checks failed; 4 could not be decided")
                                << QStringLiteral("3 failed, 11 passed, 4 unknown");
        QTest::newRow("sound") << Example(&examples::sound) << static_cast<int>(Tone::Good)
                               << QStringLiteral("No check failed")
                               << QStringLiteral("0 failed, 18 passed, 0 unknown");
        QTest::newRow("stopped, and something failed")
            << Example(&examples::stopped) << static_cast<int>(Tone::Bad)
            << QStringLiteral("2 of 18 checks failed; 15 could not be decided; the audit was stopped")
            << QStringLiteral("let it come to its end");
        QTest::newRow("stopped, and nothing failed") << Example([] {
            AuditResult result = examples::sound();
            result.end = experiment::AuditEnd::Cancelled;
            return result;
        }) << static_cast<int>(Tone::Warn) << QStringLiteral("No check failed; the audit was stopped")
                                                     << QStringLiteral("let it come to its end");
        QTest::newRow("unusable") << Example(&examples::unusable) << static_cast<int>(Tone::Warn)
                                  << QStringLiteral("Not audited")
                                  << QStringLiteral("A small, right upload is not taken");
        QTest::newRow("gone") << Example(&examples::gone) << static_cast<int>(Tone::Bad)
                              << QStringLiteral(
                                     "1 of 18 checks failed; 7 could not be decided; the server took "
                                     "no upload any more after “Thousands of parts do no harm”")
                              << QStringLiteral("Find out what became of the server");
        QTest::newRow("nothing decided") << Example([] {
            AuditResult result = examples::sound();
            for (experiment::AuditFinding &finding : result.findings)
                finding.outcome = AuditOutcome::Unknown;
            return result;
        }) << static_cast<int>(Tone::Warn)
                                         << QStringLiteral("None of 18 checks could be decided")
                                         << QStringLiteral("0 failed, 0 passed, 18 unknown");
    }

    void verdicts()
    {
        QFETCH(Example, example);
        QFETCH(QString, detail);
        const VerdictText text = auditVerdict(example());
        QTEST(static_cast<int>(text.tone), "tone");
        QTEST(text.sentence, "sentence");
        const QString details = text.details.join(u'\n');
        QVERIFY2(details.contains(detail), qPrintable(details));
        QVERIFY(!text.sign.isEmpty());
        QCOMPARE(text.notes, report::auditConditions(example()));
    }

    void rowsTellTheirOutcomeInWords()
    {
        FindingModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(report::auditRows(examples::faulty()));
        QCOMPARE(model.rowCount(), 18);
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data(WordRole).toString(), QStringLiteral("failed"));
        QCOMPARE(first.data(SignRole).toString(), QStringLiteral("alert"));
        QCOMPARE(first.data(IdRole).toString(), QStringLiteral("body-limit"));
        QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("failed: The size of a request is limited"));
        QCOMPARE(model.index(3).data(WordRole).toString(), QStringLiteral("unknown"));
        QCOMPARE(model.index(17).data(WordRole).toString(), QStringLiteral("passed"));
    }

    void rowsAreFiltered()
    {
        FindingModel model;
        QAbstractItemModelTester tester(&model);
        model.setOnly(AuditOutcome::Fail);
        model.setRows(report::auditRows(examples::faulty()));
        QCOMPARE(model.rowCount(), 3);
        model.setOnly(AuditOutcome::Unknown);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data(WordRole).toString(), QStringLiteral("unknown"));
        model.setOnly({});
        QCOMPARE(model.rowCount(), 18);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAuditText)
#include "tst_audittext.moc"
