// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/postponeduploads.h"

namespace transfer {

PostponedUploads::PostponedUploads(base::Clock &clock, OnDue onDue)
    : m_clock(clock)
    , m_onDue(std::move(onDue))
    , m_timer(clock.makeTimer([this] { release(); }))
{
}

void PostponedUploads::add(UploadId id, std::chrono::milliseconds wait)
{
    m_byId[id.value] = m_byTime.emplace(m_clock.now() + wait, id);
    startTimer();
}

bool PostponedUploads::remove(UploadId id)
{
    const auto found = m_byId.find(id.value);
    if (found == m_byId.end())
        return false;
    m_byTime.erase(found->second);
    m_byId.erase(found);
    return true;
}

QList<UploadId> PostponedUploads::ids() const
{
    QList<UploadId> ids;
    for (const auto &[time, id] : m_byTime)
        ids.append(id);
    return ids;
}

void PostponedUploads::startTimer()
{
    using std::chrono::milliseconds;
    m_timer->start(std::chrono::ceil<milliseconds>(m_byTime.begin()->first - m_clock.now()));
}

void PostponedUploads::release()
{
    // The callback may add and remove.
    while (!m_byTime.empty() && m_byTime.begin()->first <= m_clock.now()) {
        const UploadId id = m_byTime.begin()->second;
        const base::Steady due = m_byTime.begin()->first;
        remove(id);
        if (const std::chrono::milliseconds more = m_onDue(id); more.count() > 0) {
            m_byId[id.value] = m_byTime.emplace_hint(m_byTime.begin(), due, id);
            m_timer->start(more);
            return;
        }
    }
    if (!m_byTime.empty())
        startTimer();
}

} // namespace transfer
