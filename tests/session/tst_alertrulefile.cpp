// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertrulefile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using analysis::AlertRule;
using base::ErrorKind;

/// Rules as users write them.
class TestAlertRuleFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyMeansTheDefaults();
    void changesADefault_data();
    void changesADefault();
    void addsARule();
    void dropsRules();
    void whatIsWrittenIsReadBack();
    void mistakesAreNamedWithTheirPlace_data();
    void mistakesAreNamedWithTheirPlace();
    void files();

private:
    static QList<AlertRule> parsed(const QByteArray &json);
};

QList<AlertRule> TestAlertRuleFile::parsed(const QByteArray &json)
{
    const auto rules = session::parseAlertRules(json);
    if (!rules)
        QTest::qFail(qPrintable(rules.error().message), __FILE__, __LINE__);
    return rules ? *rules : QList<AlertRule>();
}

void TestAlertRuleFile::emptyMeansTheDefaults()
{
    QCOMPARE(parsed("{\"rules\": []}"), analysis::defaultAlertRules());
    QCOMPARE(parsed("{\"schema\": \"tidemark.alert-rules/1\", \"defaults\": true, \"rules\": []}"),
             analysis::defaultAlertRules());
    QVERIFY(parsed("{\"defaults\": false, \"rules\": []}").isEmpty());
}

void TestAlertRuleFile::changesADefault_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("clear");
    QTest::addColumn<int>("holds"); // ms
    QTest::addColumn<int>("keeps");
    QTest::newRow("nothing") << QByteArray() << 0.05 << 0.025 << 120'000 << 0;
    QTest::newRow("share as a number") << QByteArray(", \"threshold\": 0.1") << 0.1 << 0.05 << 120'000 << 0;
    QTest::newRow("share as a text") << QByteArray(", \"threshold\": \"20%\", \"clear\": \"1 %\"") << 0.2
                                     << 0.01 << 120'000 << 0;
    QTest::newRow("durations") << QByteArray(", \"for\": \"500ms\", \"keepFiringFor\": 90") << 0.05 << 0.025
                               << 500 << 90'000;
    QTest::newRow("no for") << QByteArray(", \"for\": 0") << 0.05 << 0.025 << 0 << 0;
    QTest::newRow("the signal that it has")
        << QByteArray(", \"signal\": \"serverErrors\"") << 0.05 << 0.025 << 120'000 << 0;
}

void TestAlertRuleFile::changesADefault()
{
    QFETCH(const QByteArray, members);
    QFETCH(const double, threshold);
    QFETCH(const double, clear);
    QFETCH(const int, holds);
    QFETCH(const int, keeps);
    const auto rules = parsed("{\"rules\": [{\"id\": \"server-errors\"" + members + "}]}");
    QCOMPARE(rules.size(), analysis::defaultAlertRules().size());
    QCOMPARE(rules[0].id, QStringLiteral("server-errors"));
    QCOMPARE(rules[0].threshold, threshold);
    QCOMPARE(rules[0].clear, clear);
    QCOMPARE(rules[0].holds, holds * 1ms);
    QCOMPARE(rules[0].keeps, keeps * 1ms);
    QCOMPARE(rules.sliced(1), analysis::defaultAlertRules().sliced(1));
}

void TestAlertRuleFile::addsARule()
{
    const auto rules = parsed(R"({"defaults": false, "rules": [
        {"id": "many", "title": "Too many", "signal": "goroutines", "threshold": 500, "clear": 400, "for": "10s",
         "priority": "P1"},
        {"id": "soon", "signal": "memoryEta", "threshold": "10m"},
        {"id": "fast", "signal": "floorGrowth", "comparison": "above", "threshold": "1M"}]})");
    const AlertRule many{QStringLiteral("many"),
                         QStringLiteral("Too many"),
                         analysis::AlertSignal::Goroutines,
                         analysis::AlertComparison::Above,
                         500,
                         400,
                         10s,
                         0s,
                         analysis::AlertPriority::P1};
    QCOMPARE(rules.size(), 3);
    QCOMPARE(rules[0], many);
    QCOMPARE(rules[1].comparison, analysis::AlertComparison::Below);
    QCOMPARE(rules[1].threshold, 600.0);
    QCOMPARE(rules[1].clear, 600.0);
    QCOMPARE(rules[1].priority, analysis::AlertPriority::P3);
    QCOMPARE(rules[1].title, QStringLiteral("soon"));
    QCOMPARE(rules[2].threshold, 1048576.0);
}

void TestAlertRuleFile::dropsRules()
{
    const auto rules = parsed(R"({"rules": [{"id": "gc-pause", "enabled": false}]})");
    QCOMPARE(rules.size(), analysis::defaultAlertRules().size() - 1);
    for (const AlertRule &rule : rules)
        QVERIFY(rule.id != QLatin1StringView("gc-pause"));
}

void TestAlertRuleFile::whatIsWrittenIsReadBack()
{
    QList<AlertRule> rules = analysis::defaultAlertRules();
    rules.removeAt(2);
    rules[0].holds = 1'500ms;
    rules[1].keeps = 61s;
    rules[3].threshold = 1.0 / 3 + 0.5;
    rules[3].title = QStringLiteral("“quoted” \\ \"text\"");
    QCOMPARE(parsed(session::alertRulesToJson(rules)), rules);
    QVERIFY(parsed(session::alertRulesToJson({})).isEmpty());
}

void TestAlertRuleFile::mistakesAreNamedWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("begin"); // of the sentence
    const auto row = [](const char *name, const char *json, const char *begin) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(begin);
    };
    row("no JSON", "{\"rules\":\n  [,]}", "line 2, column 4: ");
    row("cut off", "{\"rules\": [", "line 1, column ");
    row("empty", "", "line 1, column 1: ");
    row("no object", "[]", "it is not an object");
    row("no rules", "{}", "rules: ");
    row("rules are no list", "{\"rules\": {}}", "rules: ");
    row("foreign key", "{\"rules\": [], \"rule\": 1}", "\"rule\" is not known");
    row("another schema", "{\"schema\": \"tidemark.upload/1\", \"rules\": []}", "schema: ");
    row("defaults", "{\"defaults\": 1, \"rules\": []}", "defaults: ");
    row("a rule that is none", "{\"rules\": [7]}", "rules[0]: it is not an object");
    row("no id", "{\"rules\": [{\"threshold\": 1}]}", "rules[0].id: ");
    row("an id like that", "{\"rules\": [{\"id\": \"A b\"}]}", "rules[0].id: ");
    row("twice", "{\"rules\": [{\"id\": \"gc-pause\"}, {\"id\": \"gc-pause\"}]}",
        "rules[1].id: \"gc-pause\" is there twice");
    row("unknown member", "{\"rules\": [{\"id\": \"gc-pause\", \"treshold\": 1}]}",
        "rules[0]: \"treshold\" is not known; known are id, title");
    row("threshold of the wrong type", "{\"rules\": [{\"id\": \"gc-pause\", \"threshold\": true}]}",
        "rules[0].threshold: it is not a number of seconds");
    row("threshold below 0", "{\"rules\": [{\"id\": \"gc-pause\", \"threshold\": -1}]}",
        "rules[0].threshold: ");
    row("a share of more than all", "{\"rules\": [{\"id\": \"timeouts\", \"threshold\": 5}]}",
        "rules[0].threshold: it is not a share from 0 to 1");
    row("a share in seconds", "{\"rules\": [{\"id\": \"timeouts\", \"threshold\": \"5s\"}]}",
        "rules[0].threshold: ");
    row("a count as text", "{\"rules\": [{\"id\": \"goroutines\", \"threshold\": \"many\"}]}",
        "rules[0].threshold: it is not a number");
    row("negative duration",
        "{\"rules\": [{\"id\": \"gc-pause\"}, {\"id\": \"timeouts\", \"for\": \"-5s\"}]}",
        "rules[1].for: a duration must not be negative");
    row("negative number of seconds", "{\"rules\": [{\"id\": \"gc-pause\", \"keepFiringFor\": -1}]}",
        "rules[0].keepFiringFor: a duration must not be negative");
    row("no duration", "{\"rules\": [{\"id\": \"gc-pause\", \"for\": \"soon\"}]}",
        "rules[0].for: it is not a duration");
    row("duration of the wrong type", "{\"rules\": [{\"id\": \"gc-pause\", \"for\": []}]}",
        "rules[0].for: it is not a duration");
    row("priority", "{\"rules\": [{\"id\": \"gc-pause\", \"priority\": \"P4\"}]}",
        "rules[0].priority: \"P4\" is not one of P1, P2, P3");
    row("signal", "{\"rules\": [{\"id\": \"x\", \"signal\": \"cpu\", \"threshold\": 1}]}",
        "rules[0].signal: \"cpu\" is not one of serverErrors, ");
    row("another signal", "{\"rules\": [{\"id\": \"gc-pause\", \"signal\": \"goroutines\"}]}",
        "rules[0].signal: the rule \"gc-pause\" is about gcPause");
    row("comparison", "{\"rules\": [{\"id\": \"gc-pause\", \"comparison\": \">\"}]}",
        "rules[0].comparison: ");
    row("a new rule without a signal", "{\"rules\": [{\"id\": \"x\", \"threshold\": 1}]}",
        "rules[0].signal: \"x\" is none of the default rules");
    row("a new rule without a threshold", "{\"rules\": [{\"id\": \"x\", \"signal\": \"goroutines\"}]}",
        "rules[0].threshold: ");
    row("clear beyond the threshold", "{\"rules\": [{\"id\": \"gc-pause\", \"clear\": 2}]}",
        "rules[0].clear: it is above the threshold");
    row("clear below, of little", "{\"rules\": [{\"id\": \"memory-eta\", \"clear\": 2}]}",
        "rules[0].clear: it is below the threshold");
    row("enabled", "{\"rules\": [{\"id\": \"gc-pause\", \"enabled\": \"no\"}]}", "rules[0].enabled: ");
    row("title", "{\"rules\": [{\"id\": \"gc-pause\", \"title\": 1}]}", "rules[0].title: ");
}

void TestAlertRuleFile::mistakesAreNamedWithTheirPlace()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, begin);
    const auto rules = session::parseAlertRules(json);
    QVERIFY(!rules);
    QCOMPARE(rules.error().kind, ErrorKind::Malformed);
    QVERIFY2(rules.error().message.startsWith(begin), qPrintable(rules.error().message));
    QVERIFY2(!rules.error().message.contains(u'\n'), qPrintable(rules.error().message));
}

void TestAlertRuleFile::files()
{
    const QTemporaryDir dir;
    const QString name = dir.filePath(QStringLiteral("rules.json"));
    const auto missing = session::readAlertRules(name);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::FileMissing);
    QVERIFY(missing.error().message.contains(name));
    QVERIFY(!session::readAlertRules(dir.path()));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("{\"rules\": [{\"id\": \"gc-pause\", \"for\": -1}]}") > 0);
    file.close();
    const auto wrong = session::readAlertRules(name);
    QVERIFY(!wrong);
    QCOMPARE(
        wrong.error().message,
        QStringLiteral("the alert rules %1 cannot be used: rules[0].for: a duration must not be negative")
            .arg(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray(1024 * 1024 + 1, ' ')) > 0);
    file.close();
    QVERIFY(session::readAlertRules(name).error().message.contains(QStringLiteral("1 MiB")));
}

QTEST_GUILESS_MAIN(TestAlertRuleFile)
#include "tst_alertrulefile.moc"
