// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertsettings.h"
#include "core/session/alerttexts.h"
#include "core/session/alertvalue.h"

#include <QTest>

using namespace std::chrono_literals;
using analysis::AlertRule;
using analysis::AlertUnit;
using session::ListedRule;

/// What users decide about rules: thresholds as texts, rules that are off, and what is in force.
class TestAlertSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreRead_data();
    void valuesAreRead();
    void valuesAreWrittenAsTheyAreRead_data();
    void valuesAreWrittenAsTheyAreRead();
    void valuesHaveLimits();
    void rulesThatAreOffStayInTheFile();
    void aFileMayTurnDefaultsOff();
    void missingDefaultsAreOff();
    void planHoldsWhatIsOn();
    void textsKeepThePriority();
};

void TestAlertSettings::valuesAreRead_data()
{
    QTest::addColumn<AlertUnit>("unit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value"); // -1: none
    const auto row = [](AlertUnit unit, const char *text, double value) {
        QTest::addRow("%s: %s", qPrintable(analysis::toKey(unit)), text)
            << unit << QString::fromLatin1(text) << value;
    };
    row(AlertUnit::Share, "5%", 0.05);
    row(AlertUnit::Share, " 12.5 % ", 0.125);
    row(AlertUnit::Share, "0.05", -1); // five percent, or a twentieth of one?
    row(AlertUnit::Share, "%", -1);
    row(AlertUnit::Share, "5s", -1);
    row(AlertUnit::Seconds, "1.5s", 1.5);
    row(AlertUnit::Seconds, "30m", 1800);
    row(AlertUnit::Seconds, "soon", -1);
    row(AlertUnit::BytesPerSecond, "16K", 16384);
    row(AlertUnit::BytesPerSecond, "16K/s", -1);
    row(AlertUnit::Count, "500", 500);
    row(AlertUnit::Count, "many", -1);
}

void TestAlertSettings::valuesAreRead()
{
    QFETCH(const AlertUnit, unit);
    QFETCH(const QString, text);
    QFETCH(const double, value);
    QCOMPARE(session::parseAlertValue(text, unit).value_or(-1), value);
}

void TestAlertSettings::valuesAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<AlertUnit>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("share") << AlertUnit::Share << 0.07 << QStringLiteral("7%");
    QTest::newRow("part of a percent") << AlertUnit::Share << 0.025 << QStringLiteral("2.5%");
    QTest::newRow("minutes") << AlertUnit::Seconds << 1800.0 << QStringLiteral("30m");
    QTest::newRow("milliseconds") << AlertUnit::Seconds << 0.5 << QStringLiteral("500ms");
    QTest::newRow("rate") << AlertUnit::BytesPerSecond << 16384.0 << QStringLiteral("16K");
    QTest::newRow("count") << AlertUnit::Count << 10'000.0 << QStringLiteral("10000");
}

void TestAlertSettings::valuesAreWrittenAsTheyAreRead()
{
    QFETCH(const AlertUnit, unit);
    QFETCH(const double, value);
    QFETCH(const QString, text);
    QCOMPARE(session::alertValueKey(value, unit), text);
    QCOMPARE(session::parseAlertValue(text, unit).value_or(-1), value);
}

void TestAlertSettings::valuesHaveLimits()
{
    QVERIFY(session::isAlertValue(0, AlertUnit::Share));
    QVERIFY(session::isAlertValue(1, AlertUnit::Share));
    QVERIFY(!session::isAlertValue(1.01, AlertUnit::Share));
    QVERIFY(session::isAlertValue(1.01, AlertUnit::Count));
    QVERIFY(!session::isAlertValue(-1, AlertUnit::Count));
    QVERIFY(!session::isAlertValue(qQNaN(), AlertUnit::Seconds));
    QVERIFY(!session::isAlertValue(qInf(), AlertUnit::Seconds));
}

void TestAlertSettings::rulesThatAreOffStayInTheFile()
{
    QList<ListedRule> rules = session::defaultRuleList();
    rules[2].isEnabled = false;
    rules[2].rule.threshold = 0.5;
    rules[4].rule.holds = 90s;
    AlertRule own = rules[0].rule;
    own.id = QStringLiteral("own");
    rules.append({own, false});
    const auto read = session::parseRuleList(session::ruleListToJson(rules));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(*read, rules);
    // The command line looks at those alone that are on.
    const auto inForce = session::parseAlertRules(session::ruleListToJson(rules));
    QVERIFY(inForce);
    QCOMPARE(*inForce, session::enabledRules(rules));
    QCOMPARE(inForce->size(), rules.size() - 2);
}

void TestAlertSettings::aFileMayTurnDefaultsOff()
{
    const auto read
        = session::parseRuleList(R"({"rules": [{"id": "gc-pause", "enabled": false, "threshold": "2s"}]})");
    QVERIFY(read);
    QCOMPARE(read->size(), analysis::defaultAlertRules().size());
    for (const ListedRule &listed : *read) {
        QCOMPARE(listed.isEnabled, listed.rule.id != QLatin1StringView("gc-pause"));
        if (!listed.isEnabled)
            QCOMPARE(listed.rule.threshold, 2.0);
    }
}

void TestAlertSettings::missingDefaultsAreOff()
{
    const auto few = session::parseRuleList(
        R"({"defaults": false, "rules": [{"id": "x", "signal": "goroutines", "threshold": 9}]})");
    QVERIFY(few);
    const QList<ListedRule> all = session::withAllDefaults(*few);
    QCOMPARE(all.size(), analysis::defaultAlertRules().size() + 1);
    QCOMPARE(session::enabledRules(all), session::enabledRules(*few));
    QCOMPARE(session::withAllDefaults(all), all);
}

void TestAlertSettings::planHoldsWhatIsOn()
{
    session::AlertSettings settings{session::defaultRuleList(), 512e6};
    QCOMPARE(session::planOf(settings), (session::AlertPlan{analysis::defaultAlertRules(), 512e6}));
    for (ListedRule &listed : settings.rules)
        listed.isEnabled = false;
    QVERIFY(session::planOf(settings).rules.isEmpty());
}

void TestAlertSettings::textsKeepThePriority()
{
    session::Alert alert;
    alert.title = QStringLiteral("P1 is a name");
    alert.unit = AlertUnit::Count;
    alert.priority = analysis::AlertPriority::P2;
    QCOMPARE(session::priorityInText(session::alertText(alert)), analysis::AlertPriority::P2);
    QCOMPARE(session::priorityInText(QStringLiteral("a note")), std::nullopt);
    QCOMPARE(session::priorityInText(QStringLiteral("P12 is no priority")), std::nullopt);
}

QTEST_GUILESS_MAIN(TestAlertSettings)
#include "tst_alertsettings.moc"
