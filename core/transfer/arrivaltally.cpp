// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/arrivaltally.h"

#include <algorithm>

namespace transfer {
namespace {

constexpr int outer = 20; // one of so many, at either end, is not counted

} // namespace

ArrivalTally::ArrivalTally(double perSecond, int planned)
    : m_firstMark(planned / outer + 1)
    , m_lastMark(planned - planned / outer)
{
    m_arrivals.perSecond = perSecond;
    m_arrivals.due = planned;
}

void ArrivalTally::told(std::chrono::microseconds lateness, bool waits)
{
    const std::scoped_lock lock(m_mutex);
    if (lateness > Arrivals::lateAfter)
        ++m_arrivals.lateByClient;
    if (!waits)
        return;
    ++m_arrivals.waited;
    m_arrivals.longestLine = std::max(m_arrivals.longestLine, ++m_inLine);
}

void ArrivalTally::begun(std::chrono::microseconds delay, bool hasWaited)
{
    const std::scoped_lock lock(m_mutex);
    ++m_arrivals.begun;
    if (delay > Arrivals::lateAfter)
        ++m_arrivals.late;
    m_arrivals.delay.record(delay.count());
    m_inLine -= hasWaited ? 1 : 0;
    m_arrivals.mostAtOnce = std::max(m_arrivals.mostAtOnce, ++m_inFlight);
}

void ArrivalTally::ended(base::Steady now)
{
    const std::scoped_lock lock(m_mutex);
    --m_inFlight;
    ++m_ended;
    if (m_ended == m_firstMark)
        m_firstAt = m_lastAt = now;
    if (m_ended < m_firstMark || m_ended > m_lastMark)
        return;
    m_lastCounted = m_ended;
    m_lastAt = std::max(m_lastAt, now); // another lane may have looked at the clock later, and locked sooner
}

void ArrivalTally::dropped(int inLine, int unseen)
{
    const std::scoped_lock lock(m_mutex);
    m_inLine -= inLine;
    m_arrivals.dropped += inLine + unseen;
    m_arrivals.lateByClient += unseen;
}

Arrivals ArrivalTally::arrivals() const
{
    const std::scoped_lock lock(m_mutex);
    Arrivals result = m_arrivals;
    const std::chrono::duration<double> time = m_lastAt - m_firstAt;
    if (m_lastCounted > m_firstMark && time.count() > 0)
        result.endedPerSecond = (m_lastCounted - m_firstMark) / time.count();
    return result;
}

} // namespace transfer
