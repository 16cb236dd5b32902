// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/requestledger.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace experiment {
namespace {

constexpr double few = 5;
constexpr double perSecond = 0.5; // a Prometheus server and a health check or two
constexpr double shareOfRound = 0.1;
constexpr double shareOfAll = 0.02; // to which every round may add a little

double monitors(const FloorReading &since, const FloorReading &now)
{
    return perSecond * static_cast<double>(std::max<qint64>(0, now.timeMs - since.timeMs)) / 1000;
}

} // namespace

bool RequestLedger::accepts(const FloorReading &floor)
{
    const std::optional<FloorReading> last = std::exchange(m_last, floor);
    const double uploads = std::exchange(m_uploads, 0);
    if (!last) {
        m_begin = floor;
        return true;
    }
    const double looking = floor.asked - last->asked - uploads;
    const double ours = uploads + m_countedShare * looking;
    const double surplus = floor.requests - last->requests - ours;
    if (!std::isfinite(surplus))
        return true;
    m_others = std::max(m_others + surplus, -ours); // none of ours is later than by one floor
    const bool isQuietNow
        = std::min(surplus, m_others) <= std::max(few, shareOfRound * ours) + monitors(*last, floor);
    return isQuietNow
        && m_others <= few + shareOfAll * (floor.asked - m_begin->asked) + monitors(*m_begin, floor);
}

void RequestLedger::learnLooking(const FloorReading &first, const FloorReading &last)
{
    const double looking = last.asked - first.asked;
    const double counted = last.requests - first.requests;
    if (!std::isfinite(counted) || !(looking > 0))
        return;
    m_countedShare = std::clamp(counted / looking, 0.0, 1.0);
    m_others = 0;
    m_begin = last;
}

} // namespace experiment
