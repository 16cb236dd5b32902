// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/queuerun.h"

#include <algorithm>

namespace transfer {

namespace {

qint64 over(const QueueTotals &totals)
{
    return totals.done + totals.failed + totals.cancelled;
}

/// Rows that were cleared away, or are tried again, count no more: what was there before cannot be more than what is.
QueueTotals within(QueueTotals first, const QueueTotals &now)
{
    first.done = std::min(first.done, now.done);
    first.failed = std::min(first.failed, now.failed);
    first.cancelled = std::min(first.cancelled, now.cancelled);
    first.bytesDone = std::min(first.bytesDone, now.bytesDone);
    return first;
}

} // namespace

QueueRun::Change QueueRun::update(const QueueTotals &totals, base::Steady now)
{
    m_last = totals;
    m_now = now;
    if (!m_isOn && totals.running == 0) {
        m_idle = totals;
        return Change::None;
    }
    if (!m_isOn) {
        m_isOn = true;
        m_began = now;
        m_first = within(m_idle, totals);
        return Change::Began;
    }
    m_first = within(m_first, totals);
    if (totals.running + totals.waiting > 0)
        return Change::None;
    m_isOn = false;
    m_idle = totals;
    return Change::Ended;
}

double QueueRun::share() const
{
    const auto ratio = [](qint64 part, qint64 whole) {
        return whole > 0 ? std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0.0, 1.0) : 0;
    };
    if (m_last.bytes > m_first.bytesDone)
        return ratio(bytes(), m_last.bytes - m_first.bytesDone);
    return ratio(over(m_last) - over(m_first), m_last.files - over(m_first));
}

} // namespace transfer
