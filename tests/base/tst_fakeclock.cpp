// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"

#include <QStringList>
#include <QTest>

using namespace std::chrono_literals;

class TestFakeClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesOnlyWhenTold();
    void firesInOrderEachAtItsOwnTime_data();
    void firesInOrderEachAtItsOwnTime();
    void firesOnlyWhatIsDue();
    void firesWhatACallbackStarts();
    void repeatsWithinOneSpan();
    void aRestartMovesTheTimerBack();
    void isSilentOnceStoppedOrDestroyed();
    void callbackMayDestroyTimers();
    void callbackMayAdvanceTheClock();
    void overdueTimersDoNotTurnTimeBack();
    void wallClockJumpsAlone();
};

/// Prints "name@ms" for every firing, ms counted from the clock's start.
class Log final
{
public:
    explicit Log(base::FakeClock &clock)
        : m_clock(clock)
        , m_start(clock.now())
    {
    }
    [[nodiscard]] std::unique_ptr<base::ClockTimer> timer(const QString &name)
    {
        return m_clock.makeTimer([this, name] { write(name); });
    }
    void write(const QString &name)
    {
        const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - m_start);
        m_lines << name + QLatin1Char('@') + QString::number(at.count());
    }
    [[nodiscard]] QString text() const { return m_lines.join(QLatin1Char(' ')); }

private:
    base::FakeClock &m_clock;
    base::Steady m_start;
    QStringList m_lines;
};

void TestFakeClock::movesOnlyWhenTold()
{
    base::FakeClock clock(base::fromUnixMs(5'000));
    const base::Steady start = clock.now();
    QCOMPARE(clock.now(), start);
    QCOMPARE(base::toUnixMs(clock.wallNow()), 5'000);
    clock.advance(0ms);
    QCOMPARE(clock.now(), start);
    clock.advance(1'500ms);
    QCOMPARE(clock.now() - start, std::chrono::nanoseconds(1'500ms));
    QCOMPARE(base::toUnixMs(clock.wallNow()), 6'500);
}

void TestFakeClock::firesInOrderEachAtItsOwnTime_data()
{
    QTest::addColumn<QString>("script"); // "name@delay", in the order in which they are started
    QTest::addColumn<QString>("expected");

    QTest::newRow("one") << QStringLiteral("a@10") << QStringLiteral("a@10");
    QTest::newRow("as started") << QStringLiteral("a@10 b@20 c@30") << QStringLiteral("a@10 b@20 c@30");
    QTest::newRow("reversed") << QStringLiteral("a@30 b@20 c@10") << QStringLiteral("c@10 b@20 a@30");
    QTest::newRow("same moment") << QStringLiteral("a@10 b@10 c@10") << QStringLiteral("a@10 b@10 c@10");
    QTest::newRow("same moment, later one restarted first")
        << QStringLiteral("a@10 b@10 a@10") << QStringLiteral("b@10 a@10");
    QTest::newRow("at once") << QStringLiteral("a@0 b@5") << QStringLiteral("a@0 b@5");
    QTest::newRow("at the very end") << QStringLiteral("a@100") << QStringLiteral("a@100");
    QTest::newRow("one too late") << QStringLiteral("a@101 b@1") << QStringLiteral("b@1");
    QTest::newRow("restarted to fire later")
        << QStringLiteral("a@10 b@20 a@30") << QStringLiteral("b@20 a@30");
    QTest::newRow("restarted to fire sooner")
        << QStringLiteral("a@30 b@20 a@10") << QStringLiteral("a@10 b@20");
}

void TestFakeClock::firesInOrderEachAtItsOwnTime()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    base::FakeClock clock;
    Log log(clock);
    std::map<QString, std::unique_ptr<base::ClockTimer>> timers;
    const QStringList steps = script.split(QLatin1Char(' '));
    for (const QString &step : steps) {
        const QString name = step.section(QLatin1Char('@'), 0, 0);
        auto &timer = timers[name];
        if (!timer)
            timer = log.timer(name);
        timer->start(std::chrono::milliseconds(step.section(QLatin1Char('@'), 1).toInt()));
    }
    clock.advance(100ms);
    QCOMPARE(log.text(), expected);
}

void TestFakeClock::firesOnlyWhatIsDue()
{
    base::FakeClock clock;
    Log log(clock);
    const auto timer = log.timer(QStringLiteral("a"));
    clock.advance(5ms);
    timer->start(10ms);
    clock.advance(9ms);
    QCOMPARE(log.text(), QString());
    QVERIFY(timer->isActive());
    clock.advance(1ms);
    QCOMPARE(log.text(), QStringLiteral("a@15"));
    QVERIFY(!timer->isActive());
    clock.advance(1h);
    QCOMPARE(log.text(), QStringLiteral("a@15"));
}

void TestFakeClock::firesWhatACallbackStarts()
{
    base::FakeClock clock;
    Log log(clock);
    const auto soon = log.timer(QStringLiteral("soon"));
    const auto tooLate = log.timer(QStringLiteral("too late"));
    const auto first = clock.makeTimer([&] {
        log.write(QStringLiteral("first"));
        soon->start(20ms);
        tooLate->start(91ms);
    });
    first->start(10ms);
    clock.advance(100ms);
    QCOMPARE(log.text(), QStringLiteral("first@10 soon@30"));
    QVERIFY(tooLate->isActive());
}

void TestFakeClock::repeatsWithinOneSpan()
{
    base::FakeClock clock;
    Log log(clock);
    std::unique_ptr<base::ClockTimer> timer;
    timer = clock.makeTimer([&] {
        log.write(QStringLiteral("t"));
        timer->start(1s);
    });
    timer->start(1s);
    clock.advance(3'500ms);
    QCOMPARE(log.text(), QStringLiteral("t@1000 t@2000 t@3000"));
}

void TestFakeClock::aRestartMovesTheTimerBack()
{
    base::FakeClock clock;
    Log log(clock);
    const auto timer = log.timer(QStringLiteral("a"));
    timer->start(10ms);
    clock.advance(9ms);
    timer->start(10ms);
    clock.advance(9ms);
    QCOMPARE(log.text(), QString());
    clock.advance(1ms);
    QCOMPARE(log.text(), QStringLiteral("a@19"));
}

void TestFakeClock::isSilentOnceStoppedOrDestroyed()
{
    base::FakeClock clock;
    Log log(clock);
    const auto stopped = log.timer(QStringLiteral("stopped"));
    auto destroyed = log.timer(QStringLiteral("destroyed"));
    stopped->start(1ms);
    destroyed->start(1ms);
    stopped->stop();
    QVERIFY(!stopped->isActive());
    destroyed.reset();
    clock.advance(1s);
    QCOMPARE(log.text(), QString());
}

void TestFakeClock::callbackMayDestroyTimers()
{
    base::FakeClock clock;
    Log log(clock);
    std::unique_ptr<base::ClockTimer> self;
    auto other = log.timer(QStringLiteral("other"));
    self = clock.makeTimer([&] {
        self.reset();
        other.reset();
        log.write(QStringLiteral("self"));
    });
    self->start(5ms);
    other->start(5ms);
    clock.advance(10ms);
    QCOMPARE(log.text(), QStringLiteral("self@5"));
}

void TestFakeClock::callbackMayAdvanceTheClock()
{
    base::FakeClock clock(base::fromUnixMs(0));
    Log log(clock);
    const auto inner = log.timer(QStringLiteral("inner"));
    const auto outer = clock.makeTimer([&] {
        clock.advance(100ms);
        log.write(QStringLiteral("outer"));
    });
    outer->start(10ms);
    inner->start(50ms);
    clock.advance(20ms);
    QCOMPARE(log.text(), QStringLiteral("inner@50 outer@110"));
    QCOMPARE(base::toUnixMs(clock.wallNow()), 110);
}

void TestFakeClock::overdueTimersDoNotTurnTimeBack()
{
    base::FakeClock clock;
    Log log(clock);
    const auto timer = log.timer(QStringLiteral("a"));
    clock.advance(50ms);
    timer->start(-20ms);
    QCOMPARE(log.text(), QString());
    clock.advance(1ms);
    QCOMPARE(log.text(), QStringLiteral("a@50"));
}

void TestFakeClock::wallClockJumpsAlone()
{
    base::FakeClock clock(base::fromUnixMs(10'000));
    Log log(clock);
    const auto timer = log.timer(QStringLiteral("a"));
    timer->start(5ms);
    const base::Steady before = clock.now();
    clock.jumpWall(-1h);
    QCOMPARE(clock.now(), before);
    QCOMPARE(base::toUnixMs(clock.wallNow()), 10'000 - 3'600'000);
    QCOMPARE(log.text(), QString());
    clock.advance(5ms);
    QCOMPARE(log.text(), QStringLiteral("a@5"));
}

QTEST_APPLESS_MAIN(TestFakeClock)
#include "tst_fakeclock.moc"
