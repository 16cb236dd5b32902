// SPDX-License-Identifier: GPL-3.0-or-later
// Open loops against servers that are made of timers: who waits, for how long, and what is made of that.
#include "core/base/fakeclock.h"
#include "core/transfer/openloop.h"

#include <QTest>

#include <cmath>

using namespace transfer;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// An open loop with a server that answers each upload after `service`, as many at once as it is asked.
class Bench final
{
    Q_DISABLE_COPY_MOVE(Bench)

public:
    Bench(base::FakeClock &clock, const OpenLoop::Plan &plan, milliseconds service)
        : m_clock(clock)
        , m_tally(std::make_shared<ArrivalTally>(plan.share.perSecond, plan.share.count))
        , m_loop(
              clock, plan, m_tally,
              {.begin = [this, service](int number,
                                        std::chrono::microseconds delay) { begin(number, delay, service); },
               .timeOver = [this] { isTimeOver = true; }})
    {
    }

    void start() { m_loop.start(); }
    [[nodiscard]] OpenLoop &loop() { return m_loop; }
    [[nodiscard]] Arrivals arrivals() const { return m_tally->arrivals(); }

    std::vector<int> begun; ///< Their numbers.
    std::vector<std::chrono::microseconds> delays;
    std::function<void(int)> onBegin = [](int) {};
    bool isTimeOver = false;

private:
    void begin(int number, std::chrono::microseconds delay, milliseconds service)
    {
        begun.push_back(number);
        delays.push_back(delay);
        m_answers.push_back(m_clock.makeTimer([this] { m_loop.ended(); }));
        m_answers.back()->start(service);
        onBegin(number);
    }

    base::FakeClock &m_clock;
    std::shared_ptr<ArrivalTally> m_tally;
    std::vector<std::unique_ptr<base::ClockTimer>> m_answers;
    OpenLoop m_loop;
};

OpenLoop::Plan planFor(double perSecond, int count, int connections)
{
    return {.share = {.perSecond = perSecond, .count = count}, .connections = connections};
}

} // namespace

class TestOpenLoop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoFindsAConnectionBeginsAtOnce()
    {
        Bench bench(m_clock, planFor(10, 20, 5), 150ms);
        bench.start();
        m_clock.advance(10s);
        const Arrivals told = bench.arrivals();
        QCOMPARE(told.due, 20);
        QCOMPARE(told.begun, 20);
        QCOMPARE(told.waited + told.late + told.lateByClient + told.dropped, 0);
        QCOMPARE(told.mostAtOnce, 2);
        QCOMPARE(told.delay.max(), qint64(0));
        QCOMPARE(told.endedPerSecond, 10.0);
        QVERIFY(bench.loop().isOver());
    }

    // A closed loop of one connection would call every answer one of 200 ms.
    void whoWaitsInLineIsLate()
    {
        Bench bench(m_clock, planFor(10, 5, 1), 200ms);
        bench.start();
        m_clock.advance(10s);
        QCOMPARE(bench.begun, (std::vector<int>{0, 1, 2, 3, 4})); // first come, first served
        QCOMPARE(bench.delays, (std::vector<std::chrono::microseconds>{0ms, 100ms, 200ms, 300ms, 400ms}));
        const Arrivals told = bench.arrivals();
        QCOMPARE(told.waited, 4);
        QCOMPARE(told.late, 4);
        QCOMPARE(told.lateShare(), 0.8);
        QCOMPARE(told.lateByClient, 0); // it is the server that they wait for
        QCOMPARE(told.mostAtOnce, 1);
        QCOMPARE(told.longestLine, 2);
    }

    void aServerThatIsTooSlowEndsWhatItCan()
    {
        Bench bench(m_clock, planFor(100, 400, 4), 80ms); // 50 a second
        bench.start();
        m_clock.advance(60s);
        const Arrivals told = bench.arrivals();
        QCOMPARE(told.begun, 400);
        QVERIFY2(std::abs(told.endedPerSecond - 50) < 1, qPrintable(QString::number(told.endedPerSecond)));
    }

    // Answers may take longer than the whole load lasts: that alone is no backlog that grows.
    void longAnswersAreNoBacklog()
    {
        Bench bench(m_clock, planFor(10, 20, 100), 5s);
        bench.start();
        m_clock.advance(60s);
        QCOMPARE(bench.arrivals().endedPerSecond, 10.0);
        QCOMPARE(bench.arrivals().mostAtOnce, 20);
        QCOMPARE(bench.arrivals().waited, 0);
    }

    void tooFewTellNoRate()
    {
        Bench bench(m_clock, planFor(10, 1, 1), 10ms);
        bench.start();
        m_clock.advance(1s);
        QVERIFY(std::isnan(bench.arrivals().endedPerSecond));
    }

    void aBusyClientIsNotTheServersFault()
    {
        Bench bench(m_clock, planFor(100, 10, 100), 1ms);
        bench.onBegin = [this](int number) {
            if (number == 2)
                m_clock.advance(45ms); // 3 to 6 fall due meanwhile, the last of them 5 ms ago
        };
        bench.start();
        m_clock.advance(1s);
        const Arrivals told = bench.arrivals();
        QCOMPARE(told.begun, 10);
        QCOMPARE(told.waited, 0);
        QCOMPARE(told.lateByClient, 3);
        QCOMPARE(told.late, 3);
        QCOMPARE(told.lateByClientShare(), 0.3);
    }

    void itsTimeEndsTheLine()
    {
        OpenLoop::Plan plan = planFor(10, 10, 1);
        plan.noneAfter = 1s;
        Bench bench(m_clock, plan, 300ms);
        bench.start();
        m_clock.advance(10s);
        const Arrivals told = bench.arrivals();
        QCOMPARE(bench.begun, (std::vector<int>{0, 1, 2, 3}));
        QVERIFY(bench.isTimeOver && bench.loop().isOver());
        QCOMPARE(told.begun + told.dropped, told.due);
        QCOMPARE(told.dropped, 6);
        QCOMPARE(told.lateByClient, 0);
        QCOMPARE(told.lateShare(), 0.9); // whoever never began is late, too
    }

    void whatNobodyLookedAtIsTheClients()
    {
        OpenLoop::Plan plan = planFor(100, 100, 1'000);
        plan.noneAfter = 1s;
        Bench bench(m_clock, plan, 1ms);
        bench.onBegin = [this](int number) {
            if (number == 50)
                m_clock.advance(3s); // asleep until after its time
        };
        bench.start();
        m_clock.advance(10s);
        QCOMPARE(bench.arrivals().begun, 51);
        QCOMPARE(bench.arrivals().dropped, 49);
        QCOMPARE(bench.arrivals().lateByClient, 49);
    }

    void stopIsSilent()
    {
        Bench bench(m_clock, planFor(10, 10, 1), 300ms);
        bench.start();
        m_clock.advance(250ms);
        bench.loop().stop();
        QVERIFY(bench.loop().isOver());
        m_clock.advance(10s);
        QCOMPARE(bench.begun, std::vector<int>{0});
        QVERIFY(!bench.isTimeOver);
    }

private:
    base::FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestOpenLoop)
#include "tst_openloop.moc"
