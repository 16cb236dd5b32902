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

/// What counts as known, and what does not.
class TestAlertSignals final : public testing::AlertTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseOfLongAgoIsNone();
    void aRestartIsNoPause();
    void pausesBetweenTwoLooksAreSeen();
    void aPauseBeforeASilenceDoesNotLast();
    void missedReadingsNeitherRaiseNorClear();
    void oldReadingsAreNoReadings();
    void fewUploadsAreNoShare();
    void localFailuresAreNotTheServers();
};

void TestAlertSignals::aPauseOfLongAgoIsNone()
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

void TestAlertSignals::aRestartIsNoPause()
{
    start({ruleOf(QStringLiteral("gc-pause"))});
    play(10, [](int) { return Second{.pause = 0.3}; });
    m_allPauses = 0; // another process
    m_longestPause = 2;
    play(10, [](int) { return Second{}; });
    QCOMPARE(log(), QString());
    m_engine->forgetProcess(); // as the session says
    m_allPauses = 100;
    m_longestPause = 50;
    play(10, [](int) { return Second{}; });
    QCOMPARE(log(), QString());
}

void TestAlertSignals::pausesBetweenTwoLooksAreSeen()
{
    start({ruleOf(QStringLiteral("gc-pause"))});
    play(1, [](int) { return Second{}; });
    read({.pause = 1.5});
    m_clock->advance(100ms);
    read({});
    m_clock->advance(900ms);
    QCOMPARE(log(), QStringLiteral("+gc-pause@2"));
}

void TestAlertSignals::aPauseBeforeASilenceDoesNotLast()
{
    analysis::AlertRule rule = ruleOf(QStringLiteral("gc-pause"));
    rule.holds = 10s;
    start({rule});
    play(1, [](int) { return Second{}; });
    play(1, [](int) { return Second{.pause = 1.5}; });
    play(60, [](int) { return Second{.isMissed = true}; });
    QCOMPARE(log(), QString());
}

void TestAlertSignals::missedReadingsNeitherRaiseNorClear()
{
    const QString id = QStringLiteral("goroutines");
    start({ruleOf(id)});
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

void TestAlertSignals::oldReadingsAreNoReadings()
{
    start({quick(AlertSignal::Goroutines, 100)});
    play(1, [](int) { return Second{.goroutines = 200}; });
    QCOMPARE(log(), QStringLiteral("+quick@1"));
    m_engine->start({{quick(AlertSignal::Goroutines, 50)}, 0});
    m_clock->advance(1s);
    QCOMPARE(m_log.size(), 3); // the changed rule's alert is over, and raised anew: a second is nothing
    m_clock->advance(400s);
    m_engine->start({{quick(AlertSignal::Goroutines, 20)}, 0});
    m_clock->advance(10s);
    QCOMPARE(m_log.size(), 4);
    QVERIFY(m_log[3].startsWith(QStringLiteral("-quick@")));
    QVERIFY(!m_engine->rules()[0].isJudged);
}

void TestAlertSignals::fewUploadsAreNoShare()
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

void TestAlertSignals::localFailuresAreNotTheServers()
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

QTEST_GUILESS_MAIN(TestAlertSignals)
#include "tst_alertsignals.moc"
