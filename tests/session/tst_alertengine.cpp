// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/metrics/seriesstore.h"
#include "core/session/alertengine.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using analysis::AlertRule;
using analysis::AlertSignal;
using metrics::Role;
using session::Alert;
using session::AlertEngine;

/// A server and its uploads, second by second, and what is told of them.
class TestAlertEngine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void silentWithoutRules();
    void eachDefaultRule_data();
    void eachDefaultRule();
    void notRaised_data();
    void notRaised();
    void aPauseOfLongAgoIsNone();
    void aRestartIsNoPause();
    void pausesBetweenTwoLooksAreSeen();
    void missedReadingsNeitherRaiseNorClear();
    void oldReadingsAreNoReadings();
    void fewUploadsAreNoShare();
    void localFailuresAreNotTheServers();
    void evaluateLooksAtOnce();
    void listsAndMarks();
    void newRulesBeginAnew();
    void destroyedFromASlot();

private:
    /// What one second brings.
    struct Second
    {
        double heap = 50e6; ///< What is left after collections.
        double rss = 100e6;
        double goroutines = 10;
        double descriptors = 10;
        double pool = 1;
        double pause = 0; ///< A pause of that many seconds.
        int collections = 0;
        int uploads = 0;
        int serverErrors = 0; ///< Of the uploads, as are the next.
        int timeouts = 0;
        std::chrono::milliseconds answer{20};
        bool isMissed = false;
    };
    using Script = std::function<Second(int second)>;

    void start(const QList<AlertRule> &rules);
    void play(int seconds, const Script &script);
    void read(const Second &second);
    void upload(const Second &second);
    [[nodiscard]] QString log() const { return m_log.join(QLatin1Char(' ')); }

    static constexpr double memoryLimit = 1e9;
    static constexpr double garbage = 10e6;

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<metrics::SeriesStore> m_series;
    std::unique_ptr<AlertEngine> m_engine;
    qint64 m_startMs = 0;
    double m_longestPause = 0;
    double m_allPauses = 0;
    double m_collections = 0;
    int m_played = 0;
    QStringList m_log; ///< "+gc-pause@5", "-gc-pause@66": raised and cleared, seconds after the start.
};

namespace {

AlertRule ruleOf(const QString &id)
{
    for (const AlertRule &rule : analysis::defaultAlertRules()) {
        if (rule.id == id)
            return rule;
    }
    qFatal("no such rule: %s", qPrintable(id));
}

AlertRule quick(AlertSignal signal, double threshold)
{
    return {QStringLiteral("quick"),
            QStringLiteral("Quick"),
            signal,
            analysis::AlertComparison::Above,
            threshold,
            threshold,
            0ms,
            0ms,
            analysis::AlertPriority::P2};
}

} // namespace

void TestAlertEngine::init()
{
    m_engine.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_series = std::make_unique<metrics::SeriesStore>();
    m_engine = std::make_unique<AlertEngine>(*m_series, *m_clock);
    m_startMs = base::toUnixMs(m_clock->wallNow());
    m_longestPause = m_allPauses = m_collections = 0;
    m_played = 0;
    m_log.clear();
    const auto note = [this](const char *sign) {
        return [this, sign](const Alert &alert) {
            m_log << QStringLiteral("%1%2@%3")
                         .arg(QLatin1StringView(sign), alert.rule)
                         .arg((base::toUnixMs(m_clock->wallNow()) - m_startMs) / 1000);
        };
    };
    connect(m_engine.get(), &AlertEngine::raised, this, note("+"));
    connect(m_engine.get(), &AlertEngine::cleared, this, note("-"));
}

void TestAlertEngine::start(const QList<AlertRule> &rules)
{
    m_engine->start({rules, memoryLimit});
}

void TestAlertEngine::read(const Second &second)
{
    const qint64 nowMs = base::toUnixMs(m_clock->wallNow());
    if (second.isMissed) {
        m_series->appendGap(nowMs);
        m_engine->missed();
        return;
    }
    m_collections += second.collections;
    m_allPauses += second.pause;
    m_longestPause = std::max(m_longestPause, second.pause);
    metrics::Reading reading;
    reading.timeMs = nowMs;
    reading.set(Role::HeapLive, second.heap + (second.collections > 0 ? 0 : garbage));
    reading.set(Role::Rss, second.rss);
    reading.set(Role::Goroutines, second.goroutines);
    reading.set(Role::Descriptors, second.descriptors);
    reading.set(Role::DescriptorLimit, 1000);
    reading.set(Role::PoolInUse, second.pool);
    reading.set(Role::PoolSize, 20);
    reading.set(Role::GcCount, m_collections);
    reading.set(Role::GcPauseTotal, m_allPauses);
    reading.set(Role::GcPauseMax, m_longestPause);
    m_series->append(reading);
    m_engine->read(reading);
}

void TestAlertEngine::upload(const Second &second)
{
    for (int i = 0; i < second.uploads; ++i) {
        transfer::UploadRecord record;
        record.state = transfer::UploadState::Done;
        record.httpStatus = 201;
        record.timings.sent = 1ms;
        record.timings.firstByte = record.timings.sent + second.answer;
        if (i < second.serverErrors) {
            record.state = transfer::UploadState::Failed;
            record.httpStatus = 503;
            record.error.kind = base::ErrorKind::HttpStatus;
        } else if (i < second.serverErrors + second.timeouts) {
            record.state = transfer::UploadState::Waiting; // for its next attempt
            record.httpStatus = 0;
            record.error.kind = base::ErrorKind::Timeout;
        }
        m_engine->attemptEnded(record);
    }
}

void TestAlertEngine::play(int seconds, const Script &script)
{
    for (int i = 0; i < seconds; ++i) {
        const Second second = script(i);
        read(second);
        upload(second);
        m_clock->advance(1s);
        ++m_played;
    }
}

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

void TestAlertEngine::aPauseOfLongAgoIsNone()
{
    m_longestPause = 30;
    m_allPauses = 300;
    start({ruleOf(QStringLiteral("gc-pause"))});
    play(60, [](int) { return Second{}; });
    QCOMPARE(log(), QString());
    // Shorter than that one, and yet a pause.
    play(1, [](int) { return Second{.pause = 1.5}; });
    QCOMPARE(log(), QStringLiteral("+gc-pause@61"));
    QCOMPARE(m_engine->alerts()[0].value, 1.5);
}

void TestAlertEngine::aRestartIsNoPause()
{
    start({ruleOf(QStringLiteral("gc-pause"))});
    play(10, [](int) { return Second{.pause = 0.3}; });
    m_allPauses = 0; // another process
    m_longestPause = 2;
    play(10, [](int) { return Second{}; });
    QCOMPARE(log(), QString());
    m_engine->forgetServer(); // another server
    m_allPauses = 100;
    m_longestPause = 50;
    play(10, [](int) { return Second{}; });
    QCOMPARE(log(), QString());
}

void TestAlertEngine::pausesBetweenTwoLooksAreSeen()
{
    start({ruleOf(QStringLiteral("gc-pause"))});
    play(1, [](int) { return Second{}; });
    read({.pause = 1.5});
    m_clock->advance(100ms);
    read({});
    m_clock->advance(900ms);
    QCOMPARE(log(), QStringLiteral("+gc-pause@2"));
}

void TestAlertEngine::missedReadingsNeitherRaiseNorClear()
{
    const QString id = QStringLiteral("goroutines");
    start({ruleOf(id), quick(AlertSignal::DescriptorUse, 0.5)});
    play(60, [](int) { return Second{.goroutines = 20'000}; });
    play(600, [](int) { return Second{.isMissed = true}; });
    QCOMPARE(log(), QString()); // nobody knows what was meanwhile
    play(120, [](int) { return Second{.goroutines = 20'000}; });
    QCOMPARE(m_log.size(), 1);
    QVERIFY(m_log[0].startsWith(QStringLiteral("+goroutines@")));
    play(600, [](int) { return Second{.isMissed = true}; });
    QCOMPARE(m_log.size(), 1);
    play(1, [](int) { return Second{}; });
    QCOMPARE(m_log.size(), 2);
    QVERIFY(m_log[1].startsWith(QStringLiteral("-goroutines@")));
}

void TestAlertEngine::oldReadingsAreNoReadings()
{
    start({quick(AlertSignal::Goroutines, 100)});
    play(1, [](int) { return Second{.goroutines = 200}; });
    QCOMPARE(log(), QStringLiteral("+quick@1"));
    m_engine->start({{quick(AlertSignal::Goroutines, 50)}, 0});
    m_clock->advance(1s);
    QCOMPARE(m_log.size(), 2); // a second is nothing
    m_clock->advance(400s);
    m_engine->start({{quick(AlertSignal::Goroutines, 20)}, 0});
    m_clock->advance(10s);
    QCOMPARE(m_log.size(), 2);
    QVERIFY(!m_engine->rules()[0].isJudged);
}

void TestAlertEngine::fewUploadsAreNoShare()
{
    start({quick(AlertSignal::ServerErrors, 0.5)});
    play(1, [](int) { return Second{.uploads = 9, .serverErrors = 9}; });
    QCOMPARE(log(), QString());
    QVERIFY(!m_engine->rules()[0].isJudged);
    play(1, [](int) { return Second{.uploads = 1}; });
    QCOMPARE(log(), QStringLiteral("+quick@2"));
    QCOMPARE(m_engine->alerts()[0].value, 0.9);
    // Nothing comes any more: nothing is known any more.
    play(600, [](int) { return Second{}; });
    QCOMPARE(m_log.size(), 1);
}

void TestAlertEngine::localFailuresAreNotTheServers()
{
    start({quick(AlertSignal::ServerErrors, 0.5)});
    transfer::UploadRecord record;
    record.state = transfer::UploadState::Failed;
    for (const auto kind :
         {base::ErrorKind::FileMissing, base::ErrorKind::FileChanged, base::ErrorKind::Cancelled}) {
        record.error.kind = kind;
        record.httpStatus = 500; // of an attempt before
        for (int i = 0; i < 20; ++i)
            m_engine->attemptEnded(record);
    }
    m_clock->advance(1s);
    QCOMPARE(log(), QString());
    QVERIFY(!m_engine->rules()[0].isJudged);
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

void TestAlertEngine::newRulesBeginAnew()
{
    start({quick(AlertSignal::Goroutines, 100)});
    play(2, [](int) { return Second{.goroutines = 150}; });
    start({quick(AlertSignal::Goroutines, 120)});
    play(1, [](int) { return Second{.goroutines = 150}; });
    play(1, [](int) { return Second{}; });
    QCOMPARE(log(), QStringLiteral("+quick@1 +quick@3 -quick@4"));
    QCOMPARE(m_engine->alerts()[0].clearedAtMs, 0); // what became of it nobody looks at any more
    QCOMPARE(m_engine->alerts()[1].clearedAtMs, m_startMs + 4'000);
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
