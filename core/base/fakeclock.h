// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <vector>

namespace base {

/// A clock that moves only when told to; for tests and simulations. One thread only.
class FakeClock final : public Clock
{
public:
    /// Starts at the given wall time; the steady time starts at one hour, so that subtracting stays positive.
    explicit FakeClock(Wall start = fromUnixMs(1'700'000'000'000));
    ~FakeClock() override;

    [[nodiscard]] Steady now() const override { return m_now; }
    [[nodiscard]] Wall wallNow() const override { return m_wall; }
    [[nodiscard]] std::unique_ptr<ClockTimer> makeTimer(std::function<void()> onTimeout) override;

    /// Moves both clocks forward, firing every timer that falls due, in order and at its own time - those due
    /// at the same moment in the order in which they were started; timers that those start are fired too when
    /// they fall within the span.
    void advance(std::chrono::milliseconds span);
    /// The wall clock alone jumps, as after NTP or suspend.
    void jumpWall(std::chrono::milliseconds span) { m_wall += span; }

private:
    class Timer;
    Timer *nextDue(Steady until) const;

    Steady m_now{std::chrono::hours(1)};
    Wall m_wall;
    std::vector<Timer *> m_timers;
    quint64 m_turns = 0; ///< Timers started so far.
};

} // namespace base
