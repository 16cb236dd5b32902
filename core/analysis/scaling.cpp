// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/scaling.h"

#include <algorithm>

namespace analysis {
namespace {

constexpr double busyClient = 0.9;
constexpr double lateShare = 0.1;
constexpr double leastLateMs = 5;
constexpr double fewFailures = 0.05;
constexpr double manyFailures = 0.5;
constexpr double collapse = 0.8; // of the most that was done
constexpr double leastEfficiency = 0.25;
constexpr double apart
    = 1.5; // levels that are compared: noise would be most of what lies between closer ones

/// Of the growth that Little's law lets expect; nothing where no level is far enough below.
std::optional<double> efficiency(std::span<const LoadPoint> levels, std::size_t at)
{
    const LoadPoint &here = levels[at];
    for (std::size_t i = at; i-- > 0;) {
        const LoadPoint &below = levels[i];
        if (here.connections < apart * below.connections)
            continue;
        if (!(below.goodPerSecond > 0))
            return here.goodPerSecond > 0 ? 1 : 0;
        return (here.goodPerSecond / below.goodPerSecond - 1) / (here.connections / below.connections - 1);
    }
    return {};
}

bool isServerAtLimit(std::span<const LoadPoint> levels, std::size_t at)
{
    if (levels[at].failedShare > fewFailures)
        return true;
    const std::optional<double> reached = efficiency(levels, at);
    return reached && *reached < leastEfficiency;
}

} // namespace

ClientLimit clientLimit(const LoadPoint &point)
{
    if (point.clientBusy >= busyClient)
        return ClientLimit::Processor;
    if (point.clientLagMs >= std::max(leastLateMs, lateShare * point.medianMs))
        return ClientLimit::Lag;
    return ClientLimit::None;
}

Scaling judgeScaling(std::span<const LoadPoint> levels)
{
    Scaling result;
    bool isLimited = false;
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const LoadPoint &level = levels[at];
        const bool isClient = clientLimit(level) != ClientLimit::None;
        if (!isLimited && (isClient || isServerAtLimit(levels, at))) {
            isLimited = true;
            result.bottleneck = isClient ? Bottleneck::Client : Bottleneck::Server;
            result.limitedAt = at;
        }
        const bool hasFallen = at > 0 && level.goodPerSecond < collapse * result.bestPerSecond;
        if (!result.collapsedAt && (level.failedShare >= manyFailures || (hasFallen && !isClient)))
            result.collapsedAt = at;
        if (at == 0 || level.goodPerSecond > result.bestPerSecond) {
            result.bestPerSecond = level.goodPerSecond;
            result.bestAt = at;
        }
    }
    if (!isLimited && levels.size() > 1)
        result.bottleneck = Bottleneck::None;
    return result;
}

} // namespace analysis
