// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/throttle.h"

#include <QTest>

using namespace std::chrono_literals;

class TestThrottle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void neverRunsFromWithinTheRequest();
    void runsAtOnceAfterAPause();
    void spacesRunsByTheInterval();
    void doesWhatWasAskedForInTheEnd();
    void requestFromTheActionWaitsItsTurn();
    void flushRunsNowAndOnlyOnce();
    void flushWithoutARequestDoesNothing();
    void destructionIsSilent();

private:
    [[nodiscard]] QString runs() const { return m_runs.join(QLatin1Char(' ')); }

    std::unique_ptr<base::FakeClock> m_clock;
    base::Steady m_start;
    QStringList m_runs; ///< When it ran, ms since the start.
    std::unique_ptr<session::Throttle> m_throttle;
};

void TestThrottle::init()
{
    m_throttle.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_start = m_clock->now();
    m_runs.clear();
    m_throttle = std::make_unique<session::Throttle>(*m_clock, 100ms, [this] {
        const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock->now() - m_start);
        m_runs << QString::number(at.count());
    });
}

void TestThrottle::neverRunsFromWithinTheRequest()
{
    m_throttle->request();
    m_throttle->request();
    QCOMPARE(runs(), QString());
    m_clock->advance(0ms);
    QCOMPARE(runs(), QStringLiteral("0"));
}

void TestThrottle::runsAtOnceAfterAPause()
{
    m_throttle->request();
    m_clock->advance(100ms);
    m_throttle->request();
    m_clock->advance(0ms);
    QCOMPARE(runs(), QStringLiteral("0 100"));
}

void TestThrottle::spacesRunsByTheInterval()
{
    for (int ms = 0; ms < 1'000; ++ms) {
        m_throttle->request();
        m_clock->advance(1ms);
    }
    QCOMPARE(runs(), QStringLiteral("0 100 200 300 400 500 600 700 800 900 1000"));
}

void TestThrottle::doesWhatWasAskedForInTheEnd()
{
    m_throttle->request();
    m_clock->advance(30ms);
    m_throttle->request();
    m_clock->advance(69ms);
    QCOMPARE(runs(), QStringLiteral("0"));
    m_clock->advance(1ms);
    QCOMPARE(runs(), QStringLiteral("0 100"));
    m_clock->advance(10s);
    QCOMPARE(runs(), QStringLiteral("0 100"));
}

void TestThrottle::requestFromTheActionWaitsItsTurn()
{
    int left = 3;
    std::unique_ptr<session::Throttle> throttle;
    throttle = std::make_unique<session::Throttle>(*m_clock, 100ms, [&] {
        if (--left > 0)
            throttle->request();
    });
    throttle->request();
    m_clock->advance(0ms);
    QCOMPARE(left, 2);
    m_clock->advance(99ms);
    QCOMPARE(left, 2);
    m_clock->advance(101ms);
    QCOMPARE(left, 0);
}

void TestThrottle::flushRunsNowAndOnlyOnce()
{
    m_throttle->request();
    m_clock->advance(10ms);
    m_throttle->request();
    m_clock->advance(10ms);
    m_throttle->flush();
    QCOMPARE(runs(), QStringLiteral("0 20"));
    m_clock->advance(1s);
    QCOMPARE(runs(), QStringLiteral("0 20"));
    m_throttle->request();
    m_clock->advance(0ms);
    QCOMPARE(runs(), QStringLiteral("0 20 1020"));
}

void TestThrottle::flushWithoutARequestDoesNothing()
{
    m_throttle->flush();
    m_clock->advance(1s);
    QCOMPARE(runs(), QString());
}

void TestThrottle::destructionIsSilent()
{
    m_throttle->request();
    m_throttle.reset();
    m_clock->advance(1s);
    QCOMPARE(runs(), QString());
}

QTEST_APPLESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
