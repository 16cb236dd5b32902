// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/retrybudget.h"

namespace transfer {
namespace {

constexpr std::chrono::seconds period(10);

} // namespace

RetryBudget::RetryBudget(const base::Clock &clock)
    : m_clock(clock)
{
}

RetryBudget::Slot &RetryBudget::current()
{
    const qint64 number = m_clock.now().time_since_epoch() / period;
    Slot &slot = m_ring[static_cast<size_t>(number % slots_)];
    if (slot.number != number)
        slot = {number, 0, 0};
    return slot;
}

void RetryBudget::noteFirst()
{
    ++current().first;
}

bool RetryBudget::take()
{
    Slot &now = current();
    int first = 0;
    int repeated = 0;
    for (const Slot &slot : m_ring) {
        if (slot.number <= now.number - slots_)
            continue;
        first += slot.first;
        repeated += slot.repeated;
    }
    if (repeated + 1 > std::max<double>(least, share * first))
        return false;
    ++now.repeated;
    return true;
}

void RetryBudget::giveBack()
{
    const Slot &now = current();
    for (Slot &slot : m_ring) {
        if (slot.number > now.number - slots_ && slot.repeated > 0) {
            --slot.repeated;
            return;
        }
    }
}

} // namespace transfer
