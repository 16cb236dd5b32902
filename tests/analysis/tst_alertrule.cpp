// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alertstate.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace analysis;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Rules, and when they are raised and cleared.
class TestAlertRule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreThePromisedOnes();
    void defaultsAreSound_data();
    void defaultsAreSound();
    void eachDefaultIsRaisedAndCleared_data();
    void eachDefaultIsRaisedAndCleared();
    void keysAreTheContract();
    void states_data();
    void states();
    void littleCanBeAlarming();
    void aLongSilenceIsNotSeen();
    void theWorstIsRemembered();
    void clearMovesWithTheThreshold();
    void clearBeyondTheThresholdIsSeen();
};

namespace {

AlertRule above(double threshold, double clear, milliseconds holds, milliseconds keeps)
{
    return {QStringLiteral("r"),
            QStringLiteral("R"),
            AlertSignal::Goroutines,
            AlertComparison::Above,
            threshold,
            clear,
            holds,
            keeps,
            AlertPriority::P3};
}

/// What each of the values did, one a second: '.' nothing, 'R' raised, 'C' cleared. "?" is not known, "nan" is NaN.
QString changes(const AlertRule &rule, const QString &values)
{
    AlertState state;
    milliseconds time{0};
    QString log;
    for (const QString &text : values.split(u' ')) {
        std::optional<double> value;
        if (text == QLatin1StringView("nan"))
            value = std::numeric_limits<double>::quiet_NaN();
        else if (text == QLatin1StringView("inf"))
            value = std::numeric_limits<double>::infinity();
        else if (text != QLatin1StringView("?"))
            value = text.toDouble();
        switch (state.feed(rule, time, value)) {
        case AlertState::Change::None:
            log += u'.';
            break;
        case AlertState::Change::Raised:
            log += u'R';
            break;
        case AlertState::Change::Cleared:
            log += u'C';
            break;
        }
        time += 1s;
    }
    return log;
}

void addDefaults()
{
    QTest::addColumn<int>("index");
    const QList<AlertRule> rules = defaultAlertRules();
    for (int i = 0; i < rules.size(); ++i)
        QTest::addRow("%s", qPrintable(rules[i].id)) << i;
}

} // namespace

void TestAlertRule::defaultsAreThePromisedOnes()
{
    QStringList lines;
    for (const AlertRule &rule : defaultAlertRules()) {
        lines << QStringLiteral("%1 %2 %3 %4 %5/%6 for %7 s keep %8 s")
                     .arg(toKey(rule.priority), rule.id, toKey(rule.signal), toKey(rule.comparison))
                     .arg(rule.threshold)
                     .arg(rule.clear)
                     .arg(rule.holds / 1s)
                     .arg(rule.keeps / 1s);
    }
    const QStringList expected{
        QStringLiteral("P1 server-errors serverErrors above 0.05/0.025 for 120 s keep 0 s"),
        QStringLiteral("P1 memory-eta memoryEta below 1800/3600 for 60 s keep 0 s"),
        QStringLiteral("P2 timeouts timeouts above 0.05/0.025 for 120 s keep 0 s"),
        QStringLiteral("P2 gc-pause gcPause above 1/0.5 for 0 s keep 60 s"),
        QStringLiteral("P2 descriptor-use descriptorUse above 0.8/0.7 for 60 s keep 0 s"),
        QStringLiteral("P2 floor-growth floorGrowth above 16384/4096 for 300 s keep 0 s"),
        QStringLiteral("P3 pool-use poolUse above 0.8/0.7 for 60 s keep 0 s"),
        QStringLiteral("P3 slow-answers answerP95 above 5/2.5 for 120 s keep 0 s"),
        QStringLiteral("P3 goroutines goroutines above 10000/8000 for 120 s keep 0 s"),
    };
    QCOMPARE(lines, expected);
}

void TestAlertRule::defaultsAreSound_data()
{
    addDefaults();
}

void TestAlertRule::defaultsAreSound()
{
    QFETCH(const int, index);
    const QList<AlertRule> rules = defaultAlertRules();
    const AlertRule &rule = rules[index];
    QVERIFY(!rule.title.isEmpty());
    QCOMPARE(std::count_if(rules.begin(), rules.end(), [&](const AlertRule &r) { return r.id == rule.id; }),
             1);
    QVERIFY(!isBreached(rule, rule.threshold));
    QVERIFY(!isBreached(rule, rule.clear));
    QVERIFY(isClear(rule, rule.clear));
    QVERIFY(!isClear(rule, rule.threshold)); // there is some distance between them
}

void TestAlertRule::eachDefaultIsRaisedAndCleared_data()
{
    addDefaults();
}

void TestAlertRule::eachDefaultIsRaisedAndCleared()
{
    QFETCH(const int, index);
    const AlertRule rule = defaultAlertRules()[index];
    const double beyond
        = rule.comparison == AlertComparison::Above ? rule.threshold * 1.01 : rule.threshold * 0.99;
    AlertState state;
    milliseconds time{0}, raisedAt{-1}, clearedAt{-1};
    for (; time <= rule.holds + 5s; time += 1s) {
        if (state.feed(rule, time, beyond) == AlertState::Change::Raised)
            raisedAt = time;
    }
    QCOMPARE(raisedAt, rule.holds);
    const milliseconds calmFrom = time;
    for (; time <= calmFrom + rule.keeps + 5s; time += 1s) {
        if (state.feed(rule, time, rule.clear) == AlertState::Change::Cleared)
            clearedAt = time;
    }
    QCOMPARE(clearedAt, calmFrom + rule.keeps);
    QCOMPARE(state.phase(), AlertState::Phase::Inactive);
    QCOMPARE(state.worst(), beyond);
}

void TestAlertRule::keysAreTheContract()
{
    QStringList keys;
    for (const AlertSignal signal : allAlertSignals())
        keys << toKey(signal) + QLatin1Char(' ') + toKey(unitOf(signal));
    QCOMPARE(keys.join(QStringLiteral(", ")),
             QStringLiteral(
                 "serverErrors share, timeouts share, answerP95 seconds, gcPause seconds, poolUse share, "
                 "memoryEta seconds, goroutines count, descriptorUse share, floorGrowth bytesPerSecond"));
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), alertSignalCount);
}

void TestAlertRule::states_data()
{
    QTest::addColumn<int>("holds"); // seconds; threshold 5, clear 3
    QTest::addColumn<int>("keeps");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int holds, int keeps, const char *values, const char *expected) {
        QTest::newRow(name) << holds << keeps << QString::fromLatin1(values) << QString::fromLatin1(expected);
    };
    row("never", 0, 0, "1 2 3", "...");
    row("the threshold itself is not beyond", 0, 0, "5 5 5", "...");
    row("without for at once", 0, 0, "1 6 7", ".R.");
    row("with for after it", 2, 0, "6 6 6 6", "..R.");
    row("too short", 2, 0, "6 6 5 1", "....");
    row("interrupted, from the beginning", 2, 0, "6 6 5 6 6 6", ".....R");
    row("for is measured once for each alert", 2, 0, "6 6 6 3 6 6 6", "..RC..R");
    row("unknown is not beyond", 0, 0, "? ? nan 6", "...R");
    row("unknown time does not count", 2, 0, "6 ? ? ? 6 6 6", "......R");
    row("nor does it begin anew", 2, 0, "6 6 ? 6 6", "....R");
    row("unknown after unknown", 1, 0, "? 6 nan 6 6", "....R");
    row("hysteresis", 0, 0, "6 4 6 4 3", "R...C");
    row("clear itself is clear", 0, 0, "6 3.001 3", "R.C");
    row("unknown does not clear", 0, 0, "6 ? ? nan 3", "R...C");
    row("keeps firing", 0, 2, "6 3 3 3 3", "R..C.");
    row("keeps firing, not clear in between", 0, 2, "6 3 3 4 3 3 3", "R.....C");
    row("unknown time is not clear", 0, 2, "6 3 ? ? 3 3 3", "R.....C");
    row("again", 0, 0, "6 1 6 1", "RCRC");
    row("infinite is beyond", 0, 0, "inf 1", "RC");
}

void TestAlertRule::states()
{
    QFETCH(const int, holds);
    QFETCH(const int, keeps);
    QFETCH(const QString, values);
    QFETCH(const QString, expected);
    QCOMPARE(changes(above(5, 3, holds * 1s, keeps * 1s), values), expected);
}

void TestAlertRule::littleCanBeAlarming()
{
    AlertRule rule = above(10, 20, 1s, 0s);
    rule.comparison = AlertComparison::Below;
    QCOMPARE(changes(rule, QStringLiteral("inf 10 9 9 15 inf 9")), QStringLiteral("...R.C."));
}

void TestAlertRule::aLongSilenceIsNotSeen()
{
    const AlertRule rule = above(5, 3, 15s, 0s);
    AlertState state;
    QCOMPARE(state.feed(rule, 0s, 6), AlertState::Change::None);
    QCOMPARE(state.feed(rule, 60s, 6), AlertState::Change::None); // a minute of which nobody knows
    QCOMPARE(state.feed(rule, 70s, 6), AlertState::Change::None);
    QCOMPARE(state.feed(rule, 80s, 6), AlertState::Change::Raised);
}

void TestAlertRule::theWorstIsRemembered()
{
    AlertRule rule = above(5, 3, 2s, 0s);
    AlertState state;
    milliseconds time{0};
    for (const double value : {9.0, 6.0, 6.0, 7.0, 3.0}) {
        static_cast<void>(state.feed(rule, time, value));
        time += 1s;
    }
    QCOMPARE(state.phase(), AlertState::Phase::Inactive);
    QCOMPARE(state.worst(), 9.0);
    static_cast<void>(state.feed(rule, time, 6));
    QCOMPARE(state.phase(), AlertState::Phase::Pending);
    QCOMPARE(state.worst(), 6.0); // another one
    rule.comparison = AlertComparison::Below;
    QCOMPARE(worseOf(rule, 2, 1), 1.0);
}

void TestAlertRule::clearMovesWithTheThreshold()
{
    const AlertRule rule = above(0.8, 0.7, 15s, 0s);
    const AlertRule half = withThreshold(rule, 0.4);
    QCOMPARE(half.threshold, 0.4);
    QCOMPARE(half.clear, 0.35);
    QVERIFY(withThreshold(rule, 0.8) == rule); // to the last bit
    const AlertRule none = withThreshold(rule, 0);
    QCOMPARE(none.clear, 0.0);
    const AlertRule again = withThreshold(none, 0.5); // 0 of 0 is no proportion
    QCOMPARE(again.threshold, 0.5);
    QCOMPARE(again.clear, 0.5);
}

void TestAlertRule::clearBeyondTheThresholdIsSeen()
{
    AlertRule rule = above(5, 5, 15s, 0s);
    QVERIFY(!endsBeforeItBegins(rule)); // no hysteresis
    rule.clear = 6;
    QVERIFY(endsBeforeItBegins(rule));
    rule.comparison = AlertComparison::Below;
    QVERIFY(!endsBeforeItBegins(rule));
    rule.clear = 4;
    QVERIFY(endsBeforeItBegins(rule));
}

QTEST_APPLESS_MAIN(TestAlertRule)
#include "tst_alertrule.moc"
