// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/arrivalpacer.h"

#include <algorithm>

namespace transfer {

using std::chrono::milliseconds;

ArrivalPacer::ArrivalPacer(base::Clock &clock, const Share &share, std::function<void(const Arrival &)> onDue)
    : m_clock(clock)
    , m_share(share)
    , m_onDue(std::move(onDue))
    , m_next(share.first)
    , m_timer(clock.makeTimer([this] { tell(); }))
{
    Q_ASSERT_X(share.perSecond > 0 && share.step > 0, "ArrivalPacer", "no rate");
}

void ArrivalPacer::start()
{
    m_begin = m_clock.now();
    if (!isOver())
        wait();
}

void ArrivalPacer::stop()
{
    m_timer->stop();
    m_next = m_share.count;
}

int ArrivalPacer::left() const
{
    return isOver() ? 0 : (m_share.count - 1 - m_next) / m_share.step + 1;
}

base::Steady ArrivalPacer::dueAt(int number) const
{
    const std::chrono::duration<double> after(number / m_share.perSecond);
    return m_begin + std::chrono::round<base::Steady::duration>(after);
}

// Only what was due when it looked: a thread that is behind would otherwise begin uploads for ever and end none.
void ArrivalPacer::tell()
{
    const base::Steady now = m_clock.now();
    while (!isOver() && dueAt(m_next) <= now) {
        const Arrival arrival{m_next, dueAt(m_next)};
        m_next += m_share.step;
        m_onDue(arrival);
    }
    if (!isOver())
        wait();
}

void ArrivalPacer::wait()
{
    m_timer->start(std::max(milliseconds(0), std::chrono::ceil<milliseconds>(dueAt(m_next) - m_clock.now())));
}

} // namespace transfer
