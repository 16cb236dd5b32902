// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/arrivalpacer.h"
#include "core/transfer/arrivaltally.h"

#include <deque>

namespace transfer {

/// One lane's part of an open loop: gives each arrival a connection when it is due, or, where all are taken, a place in line;
/// whoever is first in line has the next connection that becomes free.
///
/// How late an upload begins is part of its latency: who waits for a file to be taken waits in the line, too. A closed loop
/// leaves that out, because it begins nothing while the server stalls ("coordinated omission": Gil Tene, "How NOT to Measure
/// Latency", and the README of github.com/giltene/wrk2, whose correction this is).
///
/// Thread: the clock's. Ownership: the caller's; destroying it makes it silent, which must not be done from within its hooks.
/// Errors: none.
class OpenLoop final
{
    Q_DISABLE_COPY_MOVE(OpenLoop)

public:
    struct Plan
    {
        ArrivalPacer::Share share; ///< `count` is of those that are due before `noneAfter`.
        int connections = 1; ///< At once, at most.
        std::chrono::milliseconds noneAfter{0}; ///< From then on none is begun. 0: there is no such time.
    };
    struct Hooks
    {
        /// Begin upload `number`, which was due `delay` ago; ended() is to follow, later.
        std::function<void(int number, std::chrono::microseconds delay)> begin;
        /// Its time is over: isOver() holds from now on.
        std::function<void()> timeOver;
    };

    OpenLoop(base::Clock &clock, const Plan &plan, std::shared_ptr<ArrivalTally> tally, Hooks hooks);

    /// Once only.
    void start();
    /// One that was begun has come to its end, and its connection is free.
    void ended();
    /// Begins none any more, and counts none as dropped.
    void stop();
    /// None will be begun any more; some may be under way.
    [[nodiscard]] bool isOver() const { return m_pacer.isOver() && m_line.empty(); }

private:
    void take(const Arrival &arrival);
    void begin(const Arrival &arrival, bool hasWaited);
    void endTime();
    [[nodiscard]] std::chrono::microseconds since(base::Steady due) const;

    base::Clock &m_clock;
    std::shared_ptr<ArrivalTally> m_tally;
    Hooks m_hooks;
    ArrivalPacer m_pacer;
    std::unique_ptr<base::ClockTimer> m_end;
    std::chrono::milliseconds m_noneAfter;
    std::deque<Arrival> m_line;
    int m_free; ///< Connections.
};

} // namespace transfer
