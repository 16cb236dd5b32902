// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace transfer {

RateLimit::RateLimit(const base::Clock &clock)
    : m_clock(clock)
{
}

qint64 RateLimit::burstOf(const Setting &setting)
{
    const qint64 rate = std::max<qint64>(0, setting.bytesPerSecond);
    const qint64 wanted = setting.burst > 0 ? setting.burst : std::max(rate / 10, quantum);
    const std::chrono::duration<double> seconds = slack;
    return std::max(wanted, static_cast<qint64>(std::ceil(static_cast<double>(rate) * seconds.count())));
}

void RateLimit::set(const Setting &setting)
{
    {
        const std::scoped_lock lock(m_mutex);
        fill(); // at the rate so far
        m_rate = static_cast<double>(std::max<qint64>(0, setting.bytesPerSecond));
        if (m_rate > 0) {
            m_burst = static_cast<double>(burstOf(setting));
            m_tokens = m_wasOn ? std::min(m_tokens, m_burst) : m_burst;
            m_wasOn = true;
        }
        m_isOn = m_rate > 0;
    }
    Q_EMIT changed();
}

void RateLimit::fill()
{
    const base::Steady now = m_clock.now();
    const std::chrono::duration<double> since = now - m_filledAt;
    m_tokens = std::min(m_burst, m_tokens + m_rate * since.count());
    m_filledAt = now;
}

// A quarter of a small burst, so that the bucket is not full yet when whoever waits for that wakes up late.
double RateLimit::least(qint64 wanted) const
{
    return std::min(
        {static_cast<double>(wanted), static_cast<double>(quantum), std::max(1.0, std::floor(m_burst / 4))});
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

void RateLimit::spend(qint64 bytes)
{
    if (!isOn())
        return;
    const std::scoped_lock lock(m_mutex);
    if (m_rate <= 0)
        return;
    fill();
    m_tokens -= static_cast<double>(bytes);
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
