// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/arrivals.h"

#include <functional>
#include <memory>

namespace transfer {

/// Says when the arrivals of an open loop are due: number i at begin + i / rate, at constant spacing, whatever became of
/// those before it. That is the plan by which wrk2 measures (Gil Tene, github.com/giltene/wrk2, "constant throughput").
///
/// Each time is worked out from its number, so that nothing adds up. None is told before it is due; timers have whole
/// milliseconds, so most are told up to one after it. Those that fell due while this thread was busy are told together, in
/// order, each with the time at which it was due; what falls due meanwhile is told after the thread's other events.
///
/// Several pacers may share one plan: each is told which numbers are its own.
///
/// Thread: the clock's; needs its event loop. Ownership: the caller's; destroying it makes it silent, and so does stop(), also
/// from within `onDue`, where it must not be destroyed. Errors: none.
class ArrivalPacer final
{
    Q_DISABLE_COPY_MOVE(ArrivalPacer)

public:
    struct Share
    {
        double perSecond = 1; ///< Of all pacers together; above 0.
        int count = 0; ///< Of all pacers together.
        int first = 0; ///< The numbers of this one are first, first + step, …
        int step = 1;
    };

    ArrivalPacer(base::Clock &clock, const Share &share, std::function<void(const Arrival &)> onDue);

    /// Once only. The first is due now; `onDue` is never called from within this.
    void start();
    void stop();
    /// None is due any more.
    [[nodiscard]] bool isOver() const { return m_next >= m_share.count; }
    /// Of its own numbers, how many it has not told yet.
    [[nodiscard]] int left() const;

private:
    [[nodiscard]] base::Steady dueAt(int number) const;
    void tell();
    void wait();

    base::Clock &m_clock;
    Share m_share;
    std::function<void(const Arrival &)> m_onDue;
    base::Steady m_begin;
    int m_next; ///< The next number to tell.
    std::unique_ptr<base::ClockTimer> m_timer;
};

} // namespace transfer
