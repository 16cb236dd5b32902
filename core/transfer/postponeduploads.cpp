// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/postponeduploads.h"

namespace transfer {

PostponedUploads::PostponedUploads(base::Clock &clock, std::function<void(UploadId)> onDue)
    : m_clock(clock)
    , m_onDue(std::move(onDue))
    , m_timer(clock.makeTimer([this] { release(); }))
{
}

void PostponedUploads::add(UploadId id, std::chrono::milliseconds wait)
{
    m_byTime.emplace(m_clock.now() + wait, id);
    startTimer();
}

bool PostponedUploads::remove(UploadId id)
{
    return std::erase_if(m_byTime, [id](const auto &entry) { return entry.second == id; }) > 0;
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
        m_byTime.erase(m_byTime.begin());
        m_onDue(id);
    }
    if (!m_byTime.empty())
        startTimer();
}

} // namespace transfer
