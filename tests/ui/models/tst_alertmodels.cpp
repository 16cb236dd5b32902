// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"
#include "core/session/alertsettings.h"
#include "ui/models/alertlogmodel.h"
#include "ui/models/alertruledraft.h"
#include "ui/models/alertrulemodel.h"
#include "ui/models/alerttext.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace std::chrono_literals;
using namespace ui;
using analysis::AlertPriority;
using analysis::AlertRule;
using session::Alert;

namespace {

AlertRule rule(const char *id)
{
    return session::defaultRule(QLatin1StringView(id)).value();
}

Alert alert(const char *id, AlertPriority priority, qint64 raisedAtMs, qint64 clearedAtMs = 0)
{
    return {QLatin1StringView(id),
            QLatin1StringView(id),
            priority,
            analysis::AlertComparison::Above,
            analysis::AlertUnit::Count,
            10,
            12,
            raisedAtMs,
            clearedAtMs};
}

/// A language in which the rules' titles are in brackets.
class RuleTranslator final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        return qstrcmp(context, "analysis::AlertRule") == 0 ? u'[' + QString::fromUtf8(text) + u']'
                                                            : QString();
    }
};

/// "many 1, few 0": whether each is raised.
QString listed(const AlertLogModel &log)
{
    QStringList rows;
    for (int row = 0; row < log.rowCount(); ++row) {
        const QModelIndex index = log.index(row);
        rows << index.data().toString() + u' '
                + QString::number(index.data(AlertLogModel::FiringRole).toInt());
    }
    return rows.join(QStringLiteral(", "));
}

} // namespace

/// Alerts and their rules as lists and as texts that a person types and reads.
class TestAlertModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreRead_data();
    void draftsAreRead();
    void draftsNameMistakes_data();
    void draftsNameMistakes();
    void whatIsNotTouchedStaysExact();
    void thresholdTakesItsEndAlong();
    void mistakesAreMended();

    void rulesAreListed();
    void rulesAreTurnedOff();
    void rulesAreReplaced();

    void urgentAlertsAreFirst();
    void alertsThatAreOverFollow();
    void oldestAlertsGo();

    void rulesAreSentences();
    void titlesAreInTheUsersLanguage();
    void alertsAreSummedUp();
    void spansNameTheDayWhereItIsAnother();
};

void TestAlertModels::draftsAreRead_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<AlertField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    const auto row = [](const char *id, AlertField field, const char *text, double value) {
        QTest::addRow("%s: %s", id, text)
            << QString::fromLatin1(id) << field << QString::fromLatin1(text) << value;
    };
    row("server-errors", AlertField::Threshold, "10%", 0.1);
    row("server-errors", AlertField::Threshold, " 10 % ", 0.1);
    row("server-errors", AlertField::Threshold, "10", 0.1);
    row("server-errors", AlertField::Clear, "0", 0);
    row("server-errors", AlertField::Holds, "90", 90);
    row("gc-pause", AlertField::Threshold, "1500ms", 1.5);
    row("gc-pause", AlertField::Keeps, "5m", 300);
    row("goroutines", AlertField::Threshold, "12,500", 12'500);
    row("floor-growth", AlertField::Threshold, "1M", 1'048'576);
    row("floor-growth", AlertField::Threshold, "64 KiB/s", 65'536);
}

void TestAlertModels::draftsAreRead()
{
    QFETCH(const QString, id);
    QFETCH(const AlertField, field);
    QFETCH(const QString, text);
    QFETCH(const double, value);
    AlertRuleDraft draft(session::defaultRule(id).value());
    draft.setText(field, text);
    QVERIFY2(draft.isSound(), qPrintable(draft.mistake(field)));
    const AlertRule &read = draft.rule();
    const auto seconds
        = [](std::chrono::milliseconds time) { return std::chrono::duration<double>(time).count(); };
    switch (field) {
    case AlertField::Threshold:
        QCOMPARE(read.threshold, value);
        return;
    case AlertField::Clear:
        QCOMPARE(read.clear, value);
        return;
    case AlertField::Holds:
        QCOMPARE(seconds(read.holds), value);
        return;
    case AlertField::Keeps:
        QCOMPARE(seconds(read.keeps), value);
        return;
    }
}

void TestAlertModels::draftsNameMistakes_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<AlertField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part"); // of the sentence
    const auto row
        = [](const char *name, const char *id, AlertField field, const char *text, const char *part) {
              QTest::newRow(name) << QString::fromLatin1(id) << field << QString::fromLatin1(text)
                                  << QString::fromUtf8(part);
          };
    row("a word", "server-errors", AlertField::Threshold, "often", "“often” is not a share");
    row("nothing", "server-errors", AlertField::Threshold, "", "is not a share");
    row("more than all", "server-errors", AlertField::Threshold, "101%", "is not a share");
    row("below nothing", "goroutines", AlertField::Threshold, "-1", "“-1” is not a number from 0 on");
    row("no time", "gc-pause", AlertField::Threshold, "1 day", "is not a time");
    row("no duration", "goroutines", AlertField::Holds, "a while", "“a while” is not a time");
    row("no size", "floor-growth", AlertField::Clear, "slow", "is not a number of bytes");
    row("over before it began", "server-errors", AlertField::Clear, "6%", "Write 5 % or less");
    row("the same of little", "memory-eta", AlertField::Clear, "10m", "Write 30:00 min or more");
}

void TestAlertModels::draftsNameMistakes()
{
    QFETCH(const QString, id);
    QFETCH(const AlertField, field);
    QFETCH(const QString, text);
    QFETCH(const QString, part);
    AlertRuleDraft draft(session::defaultRule(id).value());
    draft.setText(field, text);
    QVERIFY(!draft.isSound());
    QVERIFY2(draft.mistake(field).contains(part), qPrintable(draft.mistake(field)));
    QCOMPARE(draft.text(field), text); // it is there to be mended
    for (const AlertField other : allAlertFields)
        QVERIFY(other == field || draft.mistake(other).isEmpty());
}

void TestAlertModels::whatIsNotTouchedStaysExact()
{
    AlertRule odd = rule("server-errors");
    odd.threshold = 1.0 / 3;
    odd.clear = 1.0 / 7;
    odd.holds = 61'001ms;
    AlertRuleDraft draft(odd);
    for (const AlertField field : allAlertFields)
        draft.setText(field, draft.text(field));
    QCOMPARE(draft.rule(), odd);
    draft.setText(AlertField::Keeps, QStringLiteral("1s"));
    draft.setPriority(AlertPriority::P3);
    odd.keeps = 1s;
    odd.priority = AlertPriority::P3;
    QCOMPARE(draft.rule(), odd);
}

void TestAlertModels::thresholdTakesItsEndAlong()
{
    AlertRuleDraft draft(rule("server-errors"));
    draft.setText(AlertField::Threshold, QStringLiteral("20%"));
    QCOMPARE(draft.rule().clear, 0.1);
    QCOMPARE(draft.text(AlertField::Clear), QStringLiteral("10%"));
    draft.setText(AlertField::Threshold, QStringLiteral("0"));
    QCOMPARE(draft.rule().clear, 0.0);
    draft.setText(AlertField::Threshold, QStringLiteral("5%")); // of nothing no proportion is left
    QCOMPARE(draft.rule().clear, 0.05);
    QVERIFY(draft.isSound());
}

void TestAlertModels::mistakesAreMended()
{
    AlertRuleDraft draft(rule("server-errors"));
    draft.setText(AlertField::Clear, QStringLiteral("8%"));
    QVERIFY(!draft.isSound());
    draft.setText(AlertField::Threshold, QStringLiteral("10%"));
    QVERIFY2(draft.isSound(), qPrintable(draft.mistake(AlertField::Clear)));
    QCOMPARE(draft.rule().clear, 0.08); // as it was typed
    draft.setText(AlertField::Threshold, QStringLiteral("x"));
    draft.setText(AlertField::Threshold, QStringLiteral("10%"));
    QVERIFY(draft.isSound());
}

void TestAlertModels::rulesAreListed()
{
    AlertRuleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), static_cast<int>(analysis::defaultAlertRules().size()));
    const QModelIndex first = model.index(0);
    QCOMPARE(first.data().toString(), QStringLiteral("Share of 5xx answers"));
    QCOMPARE(first.data(AlertRuleModel::ConditionRole).toString(), report::alertConditionText(model.rule(0)));
    QCOMPARE(first.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("P1 Share of 5xx answers, > 5 % for 2:00 min"));
    QVERIFY(!first.data(AlertRuleModel::ChangedRole).toBool());
    AlertRule changed = model.rule(0);
    changed.priority = AlertPriority::P2;
    QSignalSpy told(&model, &AlertRuleModel::changed);
    model.setRule(0, changed);
    model.setRule(0, changed);
    QCOMPARE(told.size(), 1);
    QVERIFY(first.data(AlertRuleModel::ChangedRole).toBool());
}

void TestAlertModels::rulesAreTurnedOff()
{
    AlertRuleModel model;
    QSignalSpy told(&model, &AlertRuleModel::changed);
    QVERIFY(model.setData(model.index(1), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(told.size(), 1);
    QVERIFY(!model.rules()[1].isEnabled);
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", off")));
    QVERIFY(!model.setData(model.index(1), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!model.setData({}, Qt::Checked, Qt::CheckStateRole));
}

void TestAlertModels::rulesAreReplaced()
{
    AlertRuleModel model;
    QSignalSpy told(&model, &AlertRuleModel::changed);
    model.setRules(session::defaultRuleList());
    QCOMPARE(told.size(), 0);
    AlertRule own = rule("goroutines");
    own.id = QStringLiteral("own");
    own.title = QStringLiteral("Mine");
    model.setRules({{own, true}});
    QCOMPARE(told.size(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Mine"));
    QVERIFY(model.index(0).data(AlertRuleModel::ChangedRole).toBool());
}

void TestAlertModels::urgentAlertsAreFirst()
{
    AlertLogModel log;
    const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(log.mostUrgent(), std::nullopt);
    log.raise(alert("b", AlertPriority::P2, 1'000));
    log.raise(alert("c", AlertPriority::P3, 2'000));
    log.raise(alert("a", AlertPriority::P1, 3'000));
    log.raise(alert("b2", AlertPriority::P2, 4'000));
    QCOMPARE(listed(log), QStringLiteral("a 1, b2 1, b 1, c 1"));
    QCOMPARE(log.firing(), 4);
    QCOMPARE(log.mostUrgent()->rule, QStringLiteral("a"));
}

void TestAlertModels::alertsThatAreOverFollow()
{
    AlertLogModel log;
    const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy told(&log, &AlertLogModel::changed);
    log.raise(alert("a", AlertPriority::P1, 1'000));
    log.raise(alert("b", AlertPriority::P2, 2'000));
    Alert over = alert("a", AlertPriority::P1, 1'000, 5'000);
    over.value = 99;
    log.clear(over);
    QCOMPARE(listed(log), QStringLiteral("b 1, a 0"));
    QVERIFY(log.index(1).data(AlertLogModel::DetailRole).toString().startsWith(QStringLiteral("99 > 10, ")));
    log.clear(over); // is over already
    log.clear(alert("unknown", AlertPriority::P1, 1, 2));
    QCOMPARE(told.size(), 3);
    log.clear(alert("b", AlertPriority::P2, 2'000, 6'000));
    QCOMPARE(listed(log), QStringLiteral("b 0, a 0"));
    QCOMPARE(log.firing(), 0);
    QCOMPARE(log.mostUrgent(), std::nullopt);
}

void TestAlertModels::oldestAlertsGo()
{
    AlertLogModel log;
    log.raise(alert("stays", AlertPriority::P3, 1));
    for (int i = 0; i < AlertLogModel::mostOver + 5; ++i) {
        log.raise(alert("flaps", AlertPriority::P1, i));
        log.clear(alert("flaps", AlertPriority::P1, i, i + 1));
    }
    QCOMPARE(log.rowCount(), static_cast<int>(AlertLogModel::mostOver) + 1);
    QCOMPARE(log.firing(), 1);
    QCOMPARE(log.mostUrgent()->rule, QStringLiteral("stays"));
}

void TestAlertModels::rulesAreSentences()
{
    QCOMPARE(ruleMeaning(rule("server-errors")),
             QStringLiteral("Raised when it is above 5 % for 2:00 min. Over when it is 2.5 % or less."));
    QCOMPARE(ruleMeaning(rule("gc-pause")),
             QStringLiteral("Raised when it is above 1.00 s. Over when it is 500 ms or less for 1:00 min."));
    QCOMPARE(
        ruleMeaning(rule("memory-eta")),
        QStringLiteral("Raised when it is below 30:00 min for 1:00 min. Over when it is 1:00:00 h or more."));
    for (const analysis::AlertSignal signal : analysis::allAlertSignals())
        QVERIFY(signalMeaning(signal).endsWith(u'.'));
}

/// By the one word that reports have for it, too.
void TestAlertModels::titlesAreInTheUsersLanguage()
{
    RuleTranslator translator;
    QCoreApplication::installTranslator(&translator);
    AlertRuleModel rules;
    rules.setRules(session::defaultRuleList());
    QVERIFY(rules.rowCount() > 0);
    for (const AlertRule &usual : analysis::defaultAlertRules()) {
        Alert raised = alert("any", usual.priority, 1);
        raised.title = usual.title;
        AlertLogModel log;
        log.raise(raised);
        QCOMPARE(log.index(0).data().toString(), u'[' + usual.title + u']');
        QCOMPARE(alertName(raised),
                 analysis::toKey(usual.priority) + QStringLiteral(" [") + usual.title + u']');
    }
    for (int row = 0; row < rules.rowCount(); ++row)
        QVERIFY(rules.index(row).data().toString().startsWith(u'['));
}

void TestAlertModels::alertsAreSummedUp()
{
    QCOMPARE(alertsSummary(0, {}), QStringLiteral("No alerts"));
    const Alert one = alert("Goroutines", AlertPriority::P3, 1);
    QCOMPARE(alertsSummary(1, one), QStringLiteral("1 alert: P3 Goroutines"));
    QCOMPARE(alertsSummary(1'200, one), QStringLiteral("1,200 alerts, first P3 Goroutines"));
}

void TestAlertModels::spansNameTheDayWhereItIsAnother()
{
    const QDateTime noon(QDate(2026, 11, 30), QTime(12, 0));
    const qint64 now = noon.toMSecsSinceEpoch();
    QCOMPARE(alertSpan(alert("a", AlertPriority::P1, now - 61'000), now), QStringLiteral("since 11:58:59"));
    QCOMPARE(alertSpan(alert("a", AlertPriority::P1, now - 61'000, now), now),
             QStringLiteral("11:58:59 to 12:00:00 (1:01 min)"));
    QCOMPARE(alertSpan(alert("a", AlertPriority::P1, now - 24 * 3'600'000LL), now),
             QStringLiteral("since 2026-11-29 12:00:00"));
}

QTEST_GUILESS_MAIN(TestAlertModels)
#include "tst_alertmodels.moc"
