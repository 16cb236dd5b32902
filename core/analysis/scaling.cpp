// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/scaling.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

constexpr double busyClient = 0.8;
constexpr double lateShare = 0.1;
constexpr double leastLateMs = 5;
constexpr double fewFailures = 0.05;
constexpr double fewLateStarts = 0.05;
constexpr double keeping
    = 0.9; // of what arrives: how long answers take varies, and so does when the last ones end
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
    if (levels[at].failedShare > fewFailures || !keepsUp(levels[at]))
        return true;
    if (levels[at].isOpenLoop())
        return false;
    const std::optional<double> reached = efficiency(levels, at);
    return reached && *reached < leastEfficiency;
}

/// The server, less done than before or than is asked for. `soFar`: of the levels below.
bool hasGivenWay(const LoadPoint &level, std::size_t at, const Scaling &soFar)
{
    if (level.isOpenLoop())
        return !keepsUp(level);
    return at > 0 && level.goodPerSecond < collapse * soFar.bestPerSecond;
}

/// Of the last level, and nothing was limited: whether that says that there is room.
bool showsRoom(std::span<const LoadPoint> levels)
{
    if (levels.empty())
        return false;
    return levels.back().isOpenLoop() ? std::isfinite(levels.back().endedPerSecond) : levels.size() > 1;
}

} // namespace

bool keepsUp(const LoadPoint &point)
{
    return !point.isOpenLoop() || !(point.endedPerSecond < keeping * point.perSecond);
}

ClientLimit clientLimit(const LoadPoint &point)
{
    if (point.isOpenLoop() && point.lateByClientShare >= fewLateStarts)
        return ClientLimit::Starts;
    if (!point.isOpenLoop() && point.refusedShare > fewFailures)
        return ClientLimit::None;
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
            result.isLimiter = !isClient && level.limitedShare > fewFailures;
        }
        if (!result.collapsedAt
            && (level.failedShare >= manyFailures || (!isClient && hasGivenWay(level, at, result))))
            result.collapsedAt = at;
        if (at == 0 || level.goodPerSecond > result.bestPerSecond) {
            result.bestPerSecond = level.goodPerSecond;
            result.bestAt = at;
        }
    }
    if (!isLimited && showsRoom(levels))
        result.bottleneck = Bottleneck::None;
    return result;
}

} // namespace analysis
