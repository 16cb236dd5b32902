// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/retrybudget.h"

#include <algorithm>

namespace transfer {
namespace {

constexpr std::chrono::seconds period(1);
constexpr std::chrono::seconds window(10);

} // namespace

RetryBudget::RetryBudget(const base::Clock &clock)
    : m_clock(clock)
{
}

qint64 RetryBudget::number() const
{
    return m_clock.now().time_since_epoch() / period;
}

RetryBudget::Slot &RetryBudget::current()
{
    const qint64 now = number();
    Slot &slot = m_ring[static_cast<size_t>(now % slots_)];
    if (slot.number != now)
        slot = {now, 0, 0};
    return slot;
}

int RetryBudget::count(int Slot::*what) const
{
    const qint64 oldest = number() - slots_ + 1;
    int sum = 0;
    for (const Slot &slot : m_ring)
        sum += slot.number >= oldest ? slot.*what : 0;
    return sum;
}

void RetryBudget::noteFirst()
{
    ++current().first;
    m_most = std::max(m_most, count(&Slot::first));
    m_hopedAt = m_hopedAt.value_or(m_clock.now());
}

bool RetryBudget::take(bool isFirstLeft)
{
    const int first = isFirstLeft ? count(&Slot::first) : m_most;
    if (count(&Slot::repeated) + 1 > std::max<double>(least, share * first))
        return false;
    ++current().repeated;
    return true;
}

void RetryBudget::noteSuccess(Attempt attempt)
{
    m_hopedAt = m_clock.now();
    m_inARow = std::min(m_inARow + 1, wellAfter);
    m_failedInARow = 0;
    if (attempt == Attempt::Repetition && m_inARow >= wellAfter) {
        giveBack();
        giveBack(); // one of those that were counted until then
    }
}

void RetryBudget::noteFailure()
{
    m_inARow = 0;
    m_failedInARow = std::min(m_failedInARow + 1, least);
}

bool RetryBudget::isHopeless() const
{
    return m_failedInARow >= least && m_hopedAt && m_clock.now() - *m_hopedAt >= window;
}

void RetryBudget::giveBack()
{
    const qint64 oldest = number() - slots_ + 1;
    const auto slot = std::ranges::find_if(
        m_ring, [&](const Slot &each) { return each.number >= oldest && each.repeated > 0; });
    if (slot != m_ring.end())
        --slot->repeated;
}

} // namespace transfer
