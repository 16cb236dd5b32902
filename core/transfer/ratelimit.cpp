// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace transfer {

RateLimit::RateLimit(const base::Clock &clock)
    : m_clock(clock)
{
}

void RateLimit::set(const Setting &setting)
{
    const std::scoped_lock lock(m_mutex);
    m_rate = static_cast<double>(std::max<qint64>(0, setting.bytesPerSecond));
    m_burst = setting.burst > 0 ? static_cast<double>(setting.burst)
                                : std::max(m_rate / 10, static_cast<double>(quantum));
    m_tokens = m_burst;
    m_filledAt = m_clock.now();
    m_isOn = m_rate > 0;
}

void RateLimit::fill()
{
    const base::Steady now = m_clock.now();
    const std::chrono::duration<double> since = now - m_filledAt;
    m_tokens = std::min(m_burst, m_tokens + m_rate * since.count());
    m_filledAt = now;
}

double RateLimit::least(qint64 wanted) const
{
    return std::min({static_cast<double>(wanted), static_cast<double>(quantum), std::floor(m_burst)});
}

qint64 RateLimit::take(qint64 wanted)
{
    if (!isOn() || wanted <= 0)
        return wanted;
    const std::scoped_lock lock(m_mutex);
    if (m_rate <= 0) // switched off meanwhile
        return wanted;
    fill();
    if (m_tokens < least(wanted))
        return 0;
    const qint64 granted = std::min(wanted, static_cast<qint64>(m_tokens));
    m_tokens -= static_cast<double>(granted);
    return granted;
}

std::chrono::milliseconds RateLimit::waitFor(qint64 wanted)
{
    using std::chrono::milliseconds;
    if (!isOn() || wanted <= 0)
        return milliseconds(0);
    const std::scoped_lock lock(m_mutex);
    if (m_rate <= 0)
        return milliseconds(0);
    fill();
    const std::chrono::duration<double> wait(std::max(0.0, least(wanted) - m_tokens) / m_rate);
    return std::max(std::chrono::ceil<milliseconds>(wait), milliseconds(1));
}

} // namespace transfer
