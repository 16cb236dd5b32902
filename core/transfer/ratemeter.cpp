// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/ratemeter.h"

namespace transfer {
namespace {

using namespace std::chrono_literals;

constexpr auto settleTime = 300ms;
constexpr auto window = 2s;
constexpr auto spacing = 100ms;
constexpr double slowest = 1.0; // bytes per second; below it nobody waits for the end

} // namespace

void RateMeter::add(base::Steady now, qint64 total)
{
    if (!m_begin)
        m_begin = now;
    if (now - *m_begin < settleTime)
        return;
    if (m_count > 0 && total <= m_latest.total)
        return;
    m_latest = {now, total};
    if (m_count == 0 || now - point(m_count - 1).time >= spacing)
        push(m_latest);
}

void RateMeter::push(Point point)
{
    static_assert((capacity - 2) * spacing > window);
    if (m_count == capacity) {
        m_first = (m_first + 1) % capacity;
        --m_count;
    }
    m_points[(m_first + m_count) % capacity] = point;
    ++m_count;
}

double RateMeter::rate(base::Steady now) const
{
    if (m_count == 0)
        return 0;
    size_t i = m_count - 1;
    while (i > 0 && (point(i).time > now - window || point(i).total == m_latest.total))
        --i;
    const auto span = now - point(i).time;
    if (span < spacing)
        return 0;
    return static_cast<double>(m_latest.total - point(i).total) / std::chrono::duration<double>(span).count();
}

std::optional<std::chrono::milliseconds> RateMeter::remaining(base::Steady now, qint64 bytesLeft) const
{
    const double perSecond = rate(now);
    if (bytesLeft <= 0)
        return 0ms;
    if (perSecond < slowest)
        return {};
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(bytesLeft) / perSecond * 1000.0));
}

} // namespace transfer
