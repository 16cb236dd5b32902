// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/growthgauge.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

constexpr double noiseShare = 0.05;
/// Of the growth so far, how much must be from the second half of the uploads to say that it goes on.
constexpr double goesOnShare = 0.25;
constexpr qint64 overTimeMs = 60'000;

} // namespace

double growthNoise(Unit unit)
{
    constexpr double mib = 1024.0 * 1024;
    return unit == Unit::Bytes ? mib : 3;
}

GrowthGauge::GrowthGauge(double noise)
    : m_noise(noise)
{
}

void GrowthGauge::add(qint64 timeMs, double value, qint64 uploads, bool isCollected)
{
    if (std::isnan(value))
        return;
    const Reading reading{{timeMs, value, uploads}, isCollected};
    m_recent.push_back(reading);
    if (m_recent.size() > readingsPerFloor)
        m_recent.pop_front();
    if (!m_hasFirst || (uploads == m_first.uploads && value < m_first.value)) {
        m_first = reading.floor;
        m_hasFirst = true;
    }
    if (++m_sinceFloor < readingsPerFloor)
        return;
    Floor floor;
    if (!currentFloor(floor))
        return;
    m_sinceFloor = 0;
    m_floors.push_back(floor);
    if (m_floors.size() > mostFloors) {
        // Every other floor of the older half goes.
        size_t kept = 0;
        for (size_t i = 0; i < m_floors.size(); ++i) {
            if (i >= mostFloors / 2 || i % 2 == 0)
                m_floors[kept++] = m_floors[i];
        }
        m_floors.resize(kept);
    }
}

bool GrowthGauge::currentFloor(Floor &result) const
{
    const auto collected = [](const Reading &r) { return r.isCollected; };
    if (std::none_of(m_recent.begin(), m_recent.end(), collected))
        return false;
    result = std::min_element(m_recent.begin(), m_recent.end(), [](const Reading &a, const Reading &b) {
                 return a.floor.value < b.floor.value;
             })->floor;
    return true;
}

bool GrowthGauge::isMarked(double change) const
{
    return std::abs(change) > std::max(m_noise, noiseShare * m_first.value);
}

double GrowthGauge::halfWay(const Floor &current) const
{
    const qint64 half = m_first.uploads + (current.uploads - m_first.uploads) / 2;
    const Floor *nearest = &m_first;
    for (const Floor &floor : m_floors) {
        if (std::abs(floor.uploads - half) < std::abs(nearest->uploads - half))
            nearest = &floor;
    }
    return nearest->value;
}

bool GrowthGauge::hasFallen(const Floor &current, double least) const
{
    return std::any_of(m_floors.begin(), m_floors.end(), [&](const Floor &floor) {
        const double fallen = floor.value - current.value;
        return fallen >= least && isMarked(fallen);
    });
}

GrowthTrend GrowthGauge::trendOverTime(const Floor &current) const
{
    if (m_recent.back().floor.timeMs - current.timeMs > overTimeMs) {
        // Nothing was collected for longer than is spoken of. What is kept is no more than the readings since: if even they
        // are near what was known last, nothing moved, and else nobody knows.
        const auto lowest
            = std::min_element(m_recent.begin(), m_recent.end(), [](const Reading &a, const Reading &b) {
                  return a.floor.value < b.floor.value;
              });
        const double most = lowest->floor.value - current.value;
        return isMarked(most) ? GrowthTrend{} : GrowthTrend{GrowthTrend::Kind::Steady, 0, most, 0};
    }
    const auto before = std::find_if(m_floors.rbegin(), m_floors.rend(),
                                     [&](const Floor &f) { return current.timeMs - f.timeMs >= overTimeMs; });
    const Floor &since = before == m_floors.rend() ? m_first : *before;
    const double total = current.value - since.value;
    if (!isMarked(total))
        return {GrowthTrend::Kind::Steady, 0, total, 0};
    return {GrowthTrend::Kind::OverTime, 0, total, std::max<qint64>(current.timeMs - since.timeMs, 1000)};
}

GrowthTrend GrowthGauge::trend() const
{
    if (m_recent.size() < readingsPerFloor)
        return {};
    Floor current;
    if (!currentFloor(current)) {
        if (m_floors.empty())
            return {};
        current = m_floors.back(); // nothing was collected lately: what was known last, with its own uploads
    }
    const qint64 uploads = current.uploads - m_first.uploads;
    if (uploads >= fewestUploads) {
        const double total = current.value - m_first.value;
        if (total <= 0 || !isMarked(total))
            return {GrowthTrend::Kind::Steady, 0, total, 0};
        const double perUpload = total / static_cast<double>(uploads);
        const double least = goesOnShare * total;
        const bool goesOn = current.value - halfWay(current) >= least && !hasFallen(current, least);
        return {goesOn ? GrowthTrend::Kind::PerUpload : GrowthTrend::Kind::Levelled, perUpload, total, 0};
    }
    return trendOverTime(current);
}

} // namespace analysis
