// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace std::chrono_literals;

/// The machine's clock: order and silence are asserted, never how long something took.
class TestClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsWallTimes_data();
    void convertsWallTimes();
    void steadyTimeNeverGoesBack();
    void wallTimeIsTheMachines();
    void firesOnceAndNotBeforeItIsDue();
    void neverFiresFromWithinStart_data();
    void neverFiresFromWithinStart();
    void aRestartCountsAnew();
    void isSilentOnceStoppedOrDestroyed();
    void callbackMayDestroyItsTimer();
    void callbackMayStartItsTimerAgain();
    void longDelaysDoNotOverflow();

private:
    base::SystemClock m_clock;
};

void TestClock::convertsWallTimes_data()
{
    QTest::addColumn<qint64>("ms");

    QTest::newRow("epoch") << qint64(0);
    QTest::newRow("today") << qint64(1'795'465'933'007);
    QTest::newRow("before the epoch") << qint64(-1'234);
}

void TestClock::convertsWallTimes()
{
    QFETCH(qint64, ms);
    QCOMPARE(base::toUnixMs(base::fromUnixMs(ms)), ms);
    // A part of a millisecond belongs to the one that began, on both sides of the epoch.
    QCOMPARE(base::toUnixMs(base::fromUnixMs(ms) + 999us), ms);
    QCOMPARE(base::toUnixMs(base::fromUnixMs(ms) - 1us), ms - 1);
}

void TestClock::steadyTimeNeverGoesBack()
{
    base::Steady last = m_clock.now();
    for (int i = 0; i < 1000; ++i) {
        const base::Steady now = m_clock.now();
        QVERIFY(now >= last);
        last = now;
    }
}

void TestClock::wallTimeIsTheMachines()
{
    const auto before = std::chrono::system_clock::now();
    const base::Wall now = m_clock.wallNow();
    QVERIFY(now >= before);
    QVERIFY(now <= std::chrono::system_clock::now());
}

void TestClock::firesOnceAndNotBeforeItIsDue()
{
    int fired = 0;
    base::Steady at;
    const auto timer = m_clock.makeTimer([&] {
        ++fired;
        at = m_clock.now();
    });
    QVERIFY(!timer->isActive());
    const base::Steady started = m_clock.now();
    timer->start(20ms);
    QVERIFY(timer->isActive());
    QTRY_COMPARE_WITH_TIMEOUT(fired, 1, 10'000);
    QVERIFY(!timer->isActive());
    // Qt rounds to the nearest millisecond.
    QVERIFY(at - started >= 19ms);
    bool later = false;
    const auto second = m_clock.makeTimer([&] { later = true; });
    second->start(50ms);
    QTRY_VERIFY_WITH_TIMEOUT(later, 10'000);
    QCOMPARE(fired, 1);
}

void TestClock::neverFiresFromWithinStart_data()
{
    QTest::addColumn<int>("delay");

    QTest::newRow("no delay") << 0;
    QTest::newRow("overdue") << -5;
}

void TestClock::neverFiresFromWithinStart()
{
    QFETCH(int, delay);
    bool fired = false;
    const auto timer = m_clock.makeTimer([&] { fired = true; });
    timer->start(std::chrono::milliseconds(delay));
    QVERIFY(!fired);
    QVERIFY(timer->isActive());
    QTRY_VERIFY_WITH_TIMEOUT(fired, 10'000);
}

void TestClock::aRestartCountsAnew()
{
    std::vector<int> order;
    const auto restarted = m_clock.makeTimer([&] { order.push_back(1); });
    const auto other = m_clock.makeTimer([&] { order.push_back(2); });
    restarted->start(10ms);
    other->start(60ms);
    restarted->start(300ms);
    QTRY_COMPARE_WITH_TIMEOUT(order.size(), size_t(2), 10'000);
    QCOMPARE(order, (std::vector{2, 1}));
}

void TestClock::isSilentOnceStoppedOrDestroyed()
{
    int fired = 0;
    const auto stopped = m_clock.makeTimer([&] { ++fired; });
    auto destroyed = m_clock.makeTimer([&] { ++fired; });
    stopped->start(0ms);
    destroyed->start(0ms);
    stopped->stop();
    QVERIFY(!stopped->isActive());
    destroyed.reset();
    bool later = false;
    const auto after = m_clock.makeTimer([&] { later = true; });
    after->start(20ms);
    QTRY_VERIFY_WITH_TIMEOUT(later, 10'000);
    QCOMPARE(fired, 0);
}

void TestClock::callbackMayDestroyItsTimer()
{
    std::unique_ptr<base::ClockTimer> timer;
    const auto kept = std::make_shared<int>(7);
    int seen = 0;
    timer = m_clock.makeTimer([&timer, &seen, kept] {
        timer.reset();
        seen = *kept; // The captures must outlive the timer's end.
    });
    timer->start(0ms);
    QTRY_COMPARE_WITH_TIMEOUT(seen, 7, 10'000);
    QVERIFY(!timer);
    QCOMPARE(kept.use_count(), 1);
}

void TestClock::callbackMayStartItsTimerAgain()
{
    int fired = 0;
    std::unique_ptr<base::ClockTimer> timer;
    timer = m_clock.makeTimer([&] {
        if (++fired < 3)
            timer->start(1ms);
    });
    timer->start(1ms);
    QTRY_COMPARE_WITH_TIMEOUT(fired, 3, 10'000);
    QVERIFY(!timer->isActive());
}

void TestClock::longDelaysDoNotOverflow()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    bool fired = false;
    const auto timer = m_clock.makeTimer([&] { fired = true; });
    // In 32 bits this would be 704 ms.
    timer->start(std::chrono::milliseconds((qint64(1) << 32) + 704));
    QVERIFY(timer->isActive());
    bool later = false;
    const auto after = m_clock.makeTimer([&] { later = true; });
    after->start(900ms);
    QTRY_VERIFY_WITH_TIMEOUT(later, 10'000);
    QVERIFY(!fired);
    QVERIFY(timer->isActive());
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
