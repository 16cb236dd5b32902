// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/memoryeta.h"

#include <algorithm>
#include <cmath>

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

} // namespace analysis
