// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/memoryeta.h"

#include "core/analysis/linearfit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace analysis {

std::optional<MemoryEta> etaToLimit(double current, double limit, double pace, Interval paceBounds)
{
    if (!std::isfinite(limit) || !std::isfinite(current) || !(limit > 0))
        return {};
    if (current >= limit)
        return MemoryEta{0, 0, 0};
    if (!(pace > 0))
        return {};
    const double left = limit - current;
    MemoryEta eta{left / pace, left / std::max(pace, paceBounds.high), {}};
    if (paceBounds.low > 0)
        eta.latest = left / std::min(pace, paceBounds.low);
    return eta;
}

std::optional<double> secondsToLimit(const FloorSeries &readings, double limit)
{
    constexpr std::size_t leastReadings = 10;
    constexpr double leastSeconds = 120;
    if (readings.empty() || !(limit > 0))
        return {};
    const double current = readings.back().value;
    if (current >= limit)
        return 0;
    if (readings.size() < leastReadings || readings.back().uploads - readings.front().uploads < leastSeconds)
        return {};
    const std::optional<LinearFit> fit = fitLine(readings);
    if (!fit)
        return {};
    const Interval bounds = fit->bounds(0.95);
    const auto eta = bounds.low > 0 ? etaToLimit(current, limit, fit->slope, bounds) : std::nullopt;
    return eta ? eta->expected : std::numeric_limits<double>::infinity();
}

} // namespace analysis
