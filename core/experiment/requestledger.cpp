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
    if (!m_begin)
        m_begin = floor;
    if (!m_hasLearned || !last)
        return true;
    const double uploads = std::exchange(m_uploads, 0);
    const double ours = m_perUpload * uploads + m_perLook * (floor.asked - last->asked - uploads);
    const double surplus = floor.requests - last->requests - ours;
    if (!std::isfinite(surplus))
        return true;
    m_others = std::max(m_others + surplus, -ours); // none of ours is later than by one floor
    const bool isQuietNow
        = std::min(surplus, m_others) <= std::max(few, shareOfRound * ours) + monitors(*last, floor);
    return isQuietNow
        && m_others <= few + shareOfAll * (floor.asked - m_begin->asked) + monitors(*m_begin, floor);
}

bool RequestLedger::learn(const FloorReading &first, const FloorReading &last)
{
    const FloorReading begin = std::exchange(m_begin, last).value_or(first);
    const double uploads = std::exchange(m_uploads, 0);
    m_hasLearned = true;
    const double looks = last.asked - first.asked;
    const double counted = last.requests - first.requests;
    if (!std::isfinite(counted) || !(looks > 0) || !(uploads > 0))
        return true;
    const double perLook = counted / looks;
    const double atBegin
        = std::isfinite(begin.requests) ? begin.requests : 0; // the first one makes the counter
    const double ofUploads = first.requests - atBegin - perLook * (first.asked - begin.asked - uploads);
    m_perUpload = std::max(1.0, std::round(ofUploads / uploads));
    m_perLook = std::min(perLook, m_perUpload);
    const double slack = few + shareOfRound * uploads + monitors(begin, first);
    const bool isWhole = ofUploads - m_perUpload * uploads <= slack
        && (m_perUpload < 2 || m_perUpload * uploads - ofUploads <= slack);
    return isWhole && counted <= m_perUpload * looks + few + monitors(first, last);
}

} // namespace experiment
