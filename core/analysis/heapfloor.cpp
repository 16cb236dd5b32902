// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/heapfloor.h"

#include <algorithm>

namespace analysis {
namespace {

constexpr double slice = 120;
constexpr double distance = 240;
constexpr double slack = 15; // a reading comes when it comes

/// The least heap of the readings in (end - slice, end].
std::optional<double> floorOf(std::span<const HeapReading> readings, double end)
{
    const auto later = [](double time, const HeapReading &reading) { return time < reading.seconds; };
    const auto first = std::upper_bound(readings.begin(), readings.end(), end - slice, later);
    const auto last = std::upper_bound(first, readings.end(), end, later);
    bool isCollected = false;
    double least = first == last ? 0 : first->heap;
    for (auto reading = first; reading != last; ++reading) {
        least = std::min(least, reading->heap);
        isCollected = isCollected || (reading != first && reading->collections > (reading - 1)->collections);
    }
    return isCollected ? std::optional(least) : std::nullopt;
}

} // namespace

std::optional<double> floorGrowth(std::span<const HeapReading> readings, double now)
{
    if (readings.empty() || readings.front().seconds > now - floorWindow + slack)
        return {};
    const auto latest = floorOf(readings, now);
    const auto middle = floorOf(readings, now - distance);
    const auto first = floorOf(readings, now - 2 * distance);
    if (!latest || !middle || !first)
        return {};
    return std::min(*latest - *middle, *middle - *first) / distance;
}

} // namespace analysis
