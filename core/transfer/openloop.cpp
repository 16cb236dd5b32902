// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/openloop.h"

#include <utility>

namespace transfer {

OpenLoop::OpenLoop(base::Clock &clock, const Plan &plan, std::shared_ptr<ArrivalTally> tally, Hooks hooks)
    : m_clock(clock)
    , m_tally(std::move(tally))
    , m_hooks(std::move(hooks))
    , m_pacer(clock, plan.share, [this](const Arrival &arrival) { take(arrival); })
    , m_end(clock.makeTimer([this] { endTime(); }))
    , m_noneAfter(plan.noneAfter)
    , m_free(plan.connections)
{
}

void OpenLoop::start()
{
    m_pacer.start();
    if (m_noneAfter.count()
        > 0) // what is due just before that may be told as much after it, and is not too late
        m_end->start(m_noneAfter + Arrivals::lateAfter);
}

std::chrono::microseconds OpenLoop::since(base::Steady due) const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - due);
}

void OpenLoop::take(const Arrival &arrival)
{
    const bool waits = m_free == 0;
    m_tally->told(since(arrival.due), waits);
    if (waits)
        m_line.push_back(arrival);
    else
        begin(arrival, false);
}

void OpenLoop::begin(const Arrival &arrival, bool hasWaited)
{
    --m_free;
    const auto delay = since(arrival.due);
    m_tally->begun(delay, hasWaited);
    m_hooks.begin(arrival.number, delay);
}

void OpenLoop::ended()
{
    ++m_free;
    m_tally->ended(m_clock.now());
    if (m_line.empty())
        return;
    const Arrival next = m_line.front();
    m_line.pop_front();
    begin(next, true);
}

void OpenLoop::endTime()
{
    m_tally->dropped(static_cast<int>(m_line.size()), m_pacer.left());
    stop();
    m_hooks.timeOver();
}

void OpenLoop::stop()
{
    m_end->stop();
    m_pacer.stop();
    m_line.clear();
}

} // namespace transfer
