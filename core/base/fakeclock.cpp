// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace base {

class FakeClock::Timer final : public ClockTimer
{
public:
    Timer(FakeClock &clock, std::function<void()> onTimeout)
        : m_clock(clock)
        , m_onTimeout(std::move(onTimeout))
    {
        m_clock.m_timers.push_back(this);
    }
    ~Timer() override { std::erase(m_clock.m_timers, this); }

    void start(std::chrono::milliseconds delay) override
    {
        m_due = m_clock.m_now + delay;
        m_turn = ++m_clock.m_turns;
        m_active = true;
    }
    void stop() override { m_active = false; }
    [[nodiscard]] bool isActive() const override { return m_active; }
    [[nodiscard]] Steady due() const { return m_due; }
    [[nodiscard]] bool isBefore(const Timer &other) const
    {
        return std::tie(m_due, m_turn) < std::tie(other.m_due, other.m_turn);
    }

    void fire()
    {
        m_active = false;
        // The callback may destroy this timer.
        const auto callback = m_onTimeout;
        callback();
    }

private:
    FakeClock &m_clock;
    std::function<void()> m_onTimeout;
    Steady m_due;
    quint64 m_turn = 0;
    bool m_active = false;
};

FakeClock::FakeClock(Wall start)
    : m_wall(start)
{
}

FakeClock::~FakeClock()
{
    Q_ASSERT_X(m_timers.empty(), "FakeClock", "a timer outlived its clock");
}

std::unique_ptr<ClockTimer> FakeClock::makeTimer(std::function<void()> onTimeout)
{
    return std::make_unique<Timer>(*this, std::move(onTimeout));
}

FakeClock::Timer *FakeClock::nextDue(Steady until) const
{
    Timer *next = nullptr;
    for (Timer *timer : m_timers) {
        if (timer->isActive() && timer->due() <= until && (!next || timer->isBefore(*next)))
            next = timer;
    }
    return next;
}

void FakeClock::advance(std::chrono::milliseconds span)
{
    const Steady until = m_now + span;
    while (Timer *timer = nextDue(until)) {
        const auto step = std::max(timer->due() - m_now, Steady::duration::zero());
        m_now += step;
        m_wall += std::chrono::duration_cast<Wall::duration>(step);
        timer->fire();
    }
    // A callback that advanced the clock itself may already be past that.
    const auto rest = std::max(until - m_now, Steady::duration::zero());
    m_wall += std::chrono::duration_cast<Wall::duration>(rest);
    m_now += rest;
}

} // namespace base
