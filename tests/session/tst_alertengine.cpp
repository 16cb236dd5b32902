// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/alerttest.h"

#include <QTest>

using namespace std::chrono_literals;
using analysis::AlertSignal;
using session::Alert;
using session::AlertEngine;
using testing::quick;
using testing::ruleOf;
using testing::Second;

/// Each default rule is raised and cleared by what it is about, and by nothing else.
class TestAlertEngine final : public testing::AlertTest
{
    Q_OBJECT

private Q_SLOTS:
    void silentWithoutRules();
    void eachDefaultRule_data();
    void eachDefaultRule();
    void notRaised_data();
    void notRaised();
    void evaluateLooksAtOnce();
    void listsAndMarks();
    void changedRulesBeginAnew();
    void unchangedRulesGoOn();
    void anotherLimitIsAnotherRule();
    void anotherServerEndsAll();
    void destroyedFromASlot();
};

void TestAlertEngine::silentWithoutRules()
{
    play(300, [](int) { return Second{.goroutines = 1e6, .uploads = 20, .serverErrors = 20}; });
    QCOMPARE(log(), QString());
    QVERIFY(m_engine->rules().isEmpty());
    start(analysis::defaultAlertRules());
    start({});
    play(300, [](int) { return Second{.goroutines = 1e6}; });
    QCOMPARE(log(), QString());
}

void TestAlertEngine::eachDefaultRule_data()
{
    QTest::addColumn<int>(
        "raisedAt"); // seconds after the start, the bad times being the first ten or twenty minutes
    QTest::addColumn<int>("bad");
    QTest::addColumn<int>("earliest"); // cleared so long after they end
    QTest::addColumn<int>("latest");
    // Shares are known at once, and hold on until the minute of which they are has passed.
    QTest::newRow("server-errors") << 121 << 600 << 20 << 60;
    QTest::newRow("timeouts") << 121 << 600 << 20 << 60;
    QTest::newRow("slow-answers") << 121 << 600 << 20 << 60;
    QTest::newRow("gc-pause") << 2 << 600 << 60 << 62;
    QTest::newRow("descriptor-use") << 61 << 600 << 1 << 1;
    QTest::newRow("pool-use") << 61 << 600 << 1 << 1;
    QTest::newRow("goroutines") << 121 << 600 << 1 << 1;
    // Two minutes of readings, and the rule's own one.
    QTest::newRow("memory-eta") << 181 << 600 << 30 << 300;
    // The first of three floors is ten minutes old, and must hold for five more.
    QTest::newRow("floor-growth") << 900 << 1200 << 120 << 480;
}

void TestAlertEngine::eachDefaultRule()
{
    QFETCH(const int, raisedAt);
    QFETCH(const int, bad);
    QFETCH(const int, earliest);
    QFETCH(const int, latest);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    start(analysis::defaultAlertRules());
    const auto script = [&](int at) {
        Second second{.collections = at % 30 == 0 ? 1 : 0, .uploads = 20};
        const int badFor = std::min(at, bad);
        second.heap += id == QLatin1StringView("floor-growth") ? 32768.0 * badFor : 0;
        second.rss += id == QLatin1StringView("memory-eta") ? 1e6 * badFor : 0;
        if (at >= bad)
            return second;
        if (id == QLatin1StringView("server-errors"))
            second.serverErrors = 2;
        else if (id == QLatin1StringView("timeouts"))
            second.timeouts = 2;
        else if (id == QLatin1StringView("slow-answers"))
            second.answer = 6s;
        else if (id == QLatin1StringView("gc-pause"))
            second.pause = at > 0 ? 1.2 : 0; // what was before watching began nobody knows
        else if (id == QLatin1StringView("descriptor-use"))
            second.descriptors = 850;
        else if (id == QLatin1StringView("pool-use"))
            second.pool = 17;
        else if (id == QLatin1StringView("goroutines"))
            second.goroutines = 10'001;
        return second;
    };
    play(bad, script);
    QCOMPARE(m_log.size(), 1);
    QCOMPARE(m_log[0].section(u'@', 0, 0), QString(QStringLiteral("+") + id));
    const int at = m_log[0].section(u'@', 1).toInt();
    QVERIFY2(std::abs(at - raisedAt) <= (raisedAt > 500 ? 60 : 0), qPrintable(m_log[0]));
    QCOMPARE(m_engine->alerts().size(), 1);
    QCOMPARE(m_engine->alerts()[0].clearedAtMs, 0);

    play(600, [&](int later) { return script(bad + later); });
    QCOMPARE(m_log.size(), 2);
    QCOMPARE(m_log[1].section(u'@', 0, 0), QString(QStringLiteral("-") + id));
    const int over = m_log[1].section(u'@', 1).toInt() - bad;
    QVERIFY2(over >= earliest && over <= latest, qPrintable(m_log[1]));
    const Alert alert = m_engine->alerts().constFirst();
    QCOMPARE(alert.raisedAtMs, m_startMs + at * 1000);
    QCOMPARE(alert.clearedAtMs, m_startMs + (bad + over) * 1000);
    QCOMPARE(alert.priority, ruleOf(id).priority);
    QVERIFY(analysis::isBreached(ruleOf(id), alert.value));
}

void TestAlertEngine::notRaised_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"a quiet server", "5xx for half a minute", "one 5xx of twenty-five",
                             "goroutines for a minute and a half", "just below all limits",
                             "heap steps up once", "memory wavers", "many short pauses"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestAlertEngine::notRaised()
{
    QFETCH(const QString, what);
    const auto is = [&what](const char *name) { return what == QLatin1StringView(name); };
    start(analysis::defaultAlertRules());
    play(1500, [&](int at) {
        Second second{.collections = at % 30 == 0 ? 1 : 0, .uploads = 25};
        if (is("5xx for half a minute"))
            second.serverErrors = at >= 100 && at < 130 ? 25 : 0;
        else if (is("one 5xx of twenty-five"))
            second.serverErrors = 1;
        else if (is("goroutines for a minute and a half"))
            second.goroutines = at >= 100 && at < 190 ? 50'000 : 10;
        else if (is("heap steps up once"))
            second.heap += at > 700 ? 500e6 : 0;
        else if (is("memory wavers"))
            second.rss += (at * 7919) % 101 * 1e6;
        else if (is("many short pauses"))
            second.pause = 0.4;
        if (is("just below all limits")) {
            second.serverErrors = 1;
            second.timeouts = 1;
            second.answer = 4'900ms;
            second.goroutines = 10'000;
            second.descriptors = 800;
            second.pool = 16;
            second.pause = at > 0 ? 0.99 : 0;
            second.heap += 16'000.0 * at;
        }
        return second;
    });
    QCOMPARE(log(), QString());
    for (const session::JudgedRule &rule : m_engine->rules())
        QVERIFY2(rule.isJudged, qPrintable(rule.rule.id));
}

void TestAlertEngine::evaluateLooksAtOnce()
{
    start({quick(AlertSignal::ServerErrors, 0.5)});
    upload({.uploads = 20, .serverErrors = 20});
    QCOMPARE(log(), QString());
    m_engine->evaluate();
    QCOMPARE(log(), QStringLiteral("+quick@0"));
    m_engine->evaluate();
    QCOMPARE(m_log.size(), 1);
}

void TestAlertEngine::listsAndMarks()
{
    QStringList marks;
    connect(m_engine.get(), &AlertEngine::marked, this, [&](const session::Mark &mark) {
        marks << QStringLiteral("%1@%2 %3")
                     .arg(session::toKey(mark.kind))
                     .arg((mark.timeMs - m_startMs) / 1000)
                     .arg(mark.text);
    });
    start({quick(AlertSignal::Goroutines, 100)});
    play(3, [](int at) { return Second{.goroutines = 150.0 + 50 * at}; });
    play(1, [](int) { return Second{}; });
    play(1, [](int) { return Second{.goroutines = 120}; });
    QCOMPARE(log(), QStringLiteral("+quick@1 -quick@4 +quick@5"));
    const QStringList expected{QStringLiteral("alertRaised@1 P2 Quick: 150 > 100"),
                               QStringLiteral("alertCleared@4 P2 Quick: 250 > 100"),
                               QStringLiteral("alertRaised@5 P2 Quick: 120 > 100")};
    QCOMPARE(marks, expected);
    const QList<Alert> alerts = m_engine->alerts();
    QCOMPARE(alerts.size(), 2);
    const Alert first{QStringLiteral("quick"),
                      QStringLiteral("Quick"),
                      analysis::AlertPriority::P2,
                      analysis::AlertComparison::Above,
                      analysis::AlertUnit::Count,
                      100,
                      250,
                      m_startMs + 1'000,
                      m_startMs + 4'000};
    QCOMPARE(alerts[0], first);
    QCOMPARE(alerts[1].clearedAtMs, 0);
    QCOMPARE(m_engine->rules(), (QList<session::JudgedRule>{{quick(AlertSignal::Goroutines, 100), true}}));
}

void TestAlertEngine::changedRulesBeginAnew()
{
    QStringList marks;
    connect(m_engine.get(), &AlertEngine::marked, this,
            [&](const session::Mark &mark) { marks << session::toKey(mark.kind); });
    start({quick(AlertSignal::Goroutines, 100)});
    play(2, [](int) { return Second{.goroutines = 150}; });
    start({quick(AlertSignal::Goroutines, 120)});
    QCOMPARE(log(), QStringLiteral("+quick@1 -quick@2")); // nobody looks at it any more
    play(1, [](int) { return Second{.goroutines = 150}; });
    start({});
    QCOMPARE(log(), QStringLiteral("+quick@1 -quick@2 +quick@3 -quick@3"));
    QCOMPARE(m_engine->alerts()[0].clearedAtMs, m_startMs + 2'000);
    QCOMPARE(m_engine->alerts()[1].clearedAtMs, m_startMs + 3'000);
    QCOMPARE(marks.join(u' '), QStringLiteral("alertRaised alertCleared alertRaised alertCleared"));
}

void TestAlertEngine::unchangedRulesGoOn()
{
    analysis::AlertRule slow = quick(AlertSignal::DescriptorUse, 0.5);
    slow.id = QStringLiteral("slow");
    slow.holds = 4s;
    start({quick(AlertSignal::Goroutines, 100), slow});
    const auto bad = [](int) { return Second{.goroutines = 150, .descriptors = 900}; };
    play(3, bad);
    start({slow, quick(AlertSignal::Goroutines, 100), quick(AlertSignal::PoolUse, 0.99)});
    play(3, bad);
    QCOMPARE(log(), QStringLiteral("+quick@1 +slow@5")); // raised once, and no second lost
    QCOMPARE(m_engine->rules()[1].isJudged, true);
}

void TestAlertEngine::anotherLimitIsAnotherRule()
{
    analysis::AlertRule rule = ruleOf(QStringLiteral("memory-eta"));
    rule.holds = 0s;
    const auto grows = [](int at) { return Second{.rss = 500e6 + 1e6 * at}; };
    start({rule});
    play(200, grows);
    QVERIFY2(log().startsWith(QStringLiteral("+memory-eta@")), qPrintable(log()));
    m_engine->start({{rule}, 0});
    QCOMPARE(m_log.constLast(), QStringLiteral("-memory-eta@200"));
    play(5, [&](int at) { return grows(200 + at); });
    QCOMPARE(m_log.size(), 2); // without a limit nothing is known
}

void TestAlertEngine::anotherServerEndsAll()
{
    QStringList marks;
    start({quick(AlertSignal::Goroutines, 100)});
    play(2, [](int) { return Second{.goroutines = 150}; });
    connect(m_engine.get(), &AlertEngine::marked, this,
            [&](const session::Mark &mark) { marks << session::toKey(mark.kind); });
    m_engine->forgetServer();
    QCOMPARE(log(), QStringLiteral("+quick@1 -quick@2"));
    QCOMPARE(m_engine->alerts()[0].clearedAtMs, m_startMs + 2'000);
    QVERIFY(marks.isEmpty());
    m_engine->forgetServer();
    QCOMPARE(m_log.size(), 2);
    play(1, [](int) { return Second{.goroutines = 150}; });
    QCOMPARE(log(), QStringLiteral("+quick@1 -quick@2 +quick@3"));
    m_engine->forgetProcess(); // the same server: it has to be seen to be better
    QCOMPARE(m_log.size(), 3);
}

void TestAlertEngine::destroyedFromASlot()
{
    start({quick(AlertSignal::Goroutines, 1), quick(AlertSignal::DescriptorUse, 0.001)});
    m_engine->disconnect(this);
    int told = 0;
    connect(m_engine.get(), &AlertEngine::marked, this, [&] {
        ++told;
        m_engine.reset();
    });
    read({});
    m_clock->advance(10s);
    QCOMPARE(told, 1);
    QVERIFY(!m_engine);
}

QTEST_GUILESS_MAIN(TestAlertEngine)
#include "tst_alertengine.moc"
