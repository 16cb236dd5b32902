// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/serversignals.h"

#include "core/analysis/heapfloor.h"
#include "core/analysis/memoryeta.h"
#include "core/metrics/seriesstore.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace session {

using metrics::Role;
using metrics::SeriesStore;

void PauseWatch::read(const metrics::Reading &reading)
{
    const std::optional<double> pause = pauseOf(reading);
    m_last = reading;
    m_longest = m_isTaken ? pause : std::max(m_longest, pause);
    m_isTaken = false;
}

std::optional<double> PauseWatch::pauseOf(const metrics::Reading &reading) const
{
    const double longest = reading.value(Role::GcPauseMax);
    if (std::isnan(longest) || !m_last || !m_last->has(Role::GcPauseMax))
        return {};
    const double all = reading.value(Role::GcPauseTotal) - m_last->value(Role::GcPauseTotal);
    if (all < 0) // counters that fell are another process's
        return {};
    if (longest > m_last->value(Role::GcPauseMax))
        return longest;
    return std::isnan(all) ? 0 : std::min(longest, all);
}

std::optional<double> PauseWatch::take()
{
    m_isTaken = true;
    return m_longest;
}

namespace serversignals {
namespace {

constexpr qint64 longestAgeMs = 5 * 60'000;
constexpr qint64 paceMs = 5 * 60'000;
constexpr int paceColumns = 60;

std::optional<double> latest(const SeriesStore &series, qint64 nowMs, Role role)
{
    if (series.isEmpty() || nowMs - series.lastMs() > longestAgeMs)
        return {};
    const double value = series.latest(role);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::optional<double> useOf(const SeriesStore &series, qint64 nowMs, Role part, Role whole)
{
    const auto used = latest(series, nowMs, part);
    const auto all = latest(series, nowMs, whole);
    if (!used || !all)
        return {};
    return *all > 0 ? *used / *all : 0;
}

} // namespace

std::optional<double> goroutines(const SeriesStore &series, qint64 nowMs)
{
    return latest(series, nowMs, Role::Goroutines);
}

std::optional<double> descriptorUse(const SeriesStore &series, qint64 nowMs)
{
    return useOf(series, nowMs, Role::Descriptors, Role::DescriptorLimit);
}

std::optional<double> poolUse(const SeriesStore &series, qint64 nowMs)
{
    return useOf(series, nowMs, Role::PoolInUse, Role::PoolSize);
}

std::optional<double> memoryEta(const SeriesStore &series, qint64 nowMs, double limit)
{
    const Role role = series.has(Role::Rss) ? Role::Rss : Role::HeapLive;
    const auto current = latest(series, nowMs, role);
    if (!current || !(limit > 0))
        return {};
    analysis::FloorSeries readings;
    const qint64 fromMs = nowMs - paceMs;
    for (const metrics::Bucket &bucket : series.decimated(role, fromMs, nowMs, paceColumns)) {
        if (!bucket.isGap() && bucket.timeMs >= fromMs)
            readings.push_back({static_cast<double>(bucket.timeMs - fromMs) / 1000, bucket.mean()});
    }
    if (!readings.empty())
        readings.back().value = *current;
    return analysis::secondsToLimit(readings, limit);
}

std::optional<double> floorGrowth(const SeriesStore &series, qint64 nowMs)
{
    if (!latest(series, nowMs, Role::HeapLive) || !latest(series, nowMs, Role::GcCount))
        return {};
    const qint64 fromMs = nowMs - static_cast<qint64>(analysis::floorWindow * 1000);
    std::map<qint64, double> collections;
    for (const metrics::Bucket &bucket : series.points(Role::GcCount, fromMs, nowMs)) {
        if (!bucket.isGap())
            collections[bucket.timeMs] = bucket.count == 1 ? bucket.sum : double(bucket.max);
    }
    std::vector<analysis::HeapReading> readings;
    for (const metrics::Bucket &bucket : series.points(Role::HeapLive, fromMs, nowMs)) {
        const auto collected = collections.find(bucket.timeMs);
        if (!bucket.isGap() && collected != collections.end())
            readings.push_back({static_cast<double>(bucket.timeMs - fromMs) / 1000,
                                bucket.count == 1 ? bucket.sum : double(bucket.min), collected->second});
    }
    return analysis::floorGrowth(readings, analysis::floorWindow);
}

} // namespace serversignals
} // namespace session
