// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/scaling.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace analysis {
namespace {

using Levels = std::span<const LoadPoint>;

constexpr double fewFailures = 0.05;
constexpr double manyFailures = 0.5;
constexpr double collapse = 0.8; // of the most that was done
constexpr double leastEfficiency = 0.25;
constexpr double apart
    = 1.5; // levels that are compared: noise would be most of what lies between closer ones
constexpr double surely = 3; // standard errors

/// Of the growth that Little's law lets expect.
double efficiency(const LoadPoint &below, const LoadPoint &here)
{
    if (!(below.goodPerSecond > 0))
        return here.goodPerSecond > 0 ? 1 : 0;
    return (here.goodPerSecond / below.goodPerSecond - 1) / (here.connections / below.connections - 1);
}

/// Whether more at once got hardly more done. Where a later level shows that there was room, it was a dip.
bool hardlyGrows(Levels levels, std::size_t at)
{
    const auto lower = levels.first(at) | std::views::reverse;
    const double here = levels[at].connections;
    const auto below = std::ranges::find_if(lower, [here](const LoadPoint &level) {
        return level.isTelling && here >= apart * level.connections;
    });
    if (below == lower.end())
        return false;
    return std::ranges::none_of(levels.subspan(at), [&below](const LoadPoint &level) {
        return level.isTelling && efficiency(*below, level) >= leastEfficiency;
    });
}

/// How far apart two shares may be by chance.
double chance(double some, double ofSome, double others, double ofOthers)
{
    if (!(ofSome > 0) || !(ofOthers > 0))
        return 0;
    const double both = (some * ofSome + others * ofOthers) / (ofSome + ofOthers);
    return surely * std::sqrt(both * (1 - both) * (1 / ofSome + 1 / ofOthers));
}

/// Whether most fails at all levels, of which the first is no small one either: nothing tells then that fewer would do.
bool failsFromTheStart(Levels levels)
{
    return (levels.size() == 1 || levels.front().connections > 1)
        && std::ranges::all_of(levels,
                               [](const LoadPoint &level) { return level.failedShare >= manyFailures; });
}

/// Whether more fails than with fewer at once, and goes on to. Who refuses for being asked too much says so.
bool failsByLoad(Levels levels, std::size_t at)
{
    const LoadPoint &here = levels[at];
    if (here.limitedShare > fewFailures)
        return true;
    if (at == 0)
        return failsFromTheStart(levels);
    if (here.failedShare <= fewFailures)
        return false;
    double failed = 0, attempts = 0;
    for (const LoadPoint &level : levels.first(at)) {
        const double weight = level.attempts > 0 ? level.attempts : 1;
        failed += weight * level.failedShare;
        attempts += weight;
    }
    const double usual = failed / attempts;
    const double known = levels.front().attempts > 0 ? attempts : 0;
    return std::ranges::all_of(levels.subspan(at), [usual, known](const LoadPoint &level) {
        return level.failedShare - usual
            > fewFailures + chance(level.failedShare, level.attempts, usual, known);
    });
}

/// Who limits a level; None: nobody does.
Bottleneck limitOf(Levels levels, std::size_t at)
{
    const LoadPoint &here = levels[at];
    const bool isFull = here.isTelling && isMachineFull(here);
    if (clientLimit(here) != ClientLimit::None)
        return isFull ? Bottleneck::Machine : Bottleneck::Client;
    if (failsByLoad(levels, at))
        return Bottleneck::Server;
    if (isFull)
        return Bottleneck::Machine;
    if (!here.isTelling)
        return Bottleneck::None;
    const bool isAtLimit = here.isOpenLoop() ? !keepsUp(here) : hardlyGrows(levels, at);
    return isAtLimit ? Bottleneck::Server : Bottleneck::None;
}

/// Of the last level, and nothing was limited: whether that says that there is room.
bool showsRoom(Levels levels)
{
    if (levels.empty() || !levels.back().isTelling)
        return false;
    return levels.back().isOpenLoop() ? std::isfinite(levels.back().endedPerSecond)
                                      : std::ranges::count_if(levels, &LoadPoint::isTelling) > 1;
}

void findBest(Scaling &result, Levels levels)
{
    const bool areTelling = std::ranges::any_of(levels, &LoadPoint::isTelling);
    bool isFirst = true;
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const LoadPoint &level = levels[at];
        if (level.isTelling != areTelling || (!isFirst && level.goodPerSecond <= result.bestPerSecond))
            continue;
        isFirst = false;
        result.bestPerSecond = level.goodPerSecond;
        result.bestAt = at;
    }
}

std::optional<std::size_t> findCollapse(Levels levels)
{
    std::optional<std::size_t> collapsedAt;
    double best = 0; // of the levels so far
    bool isOurs
        = false; // client or machine were at their end: at this level or, in a closed loop, at one below
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const LoadPoint &level = levels[at];
        const bool isOpen = level.isOpenLoop();
        isOurs = (isOurs && !isOpen) || clientLimit(level) != ClientLimit::None
            || (level.isTelling && !isOpen && isMachineFull(level));
        const bool isLess = isOpen ? !keepsUp(level) : level.goodPerSecond < collapse * best;
        const bool isSlow = level.isTelling && isLess;
        const bool fails = level.failedShare >= manyFailures;
        if (!collapsedAt && (fails || (isSlow && !isOurs)))
            collapsedAt = at;
        else if (collapsedAt && level.isTelling && !isLess && !fails)
            collapsedAt.reset();
        if (level.isTelling)
            best = std::max(best, level.goodPerSecond);
    }
    return collapsedAt;
}

} // namespace

Scaling judgeScaling(std::span<const LoadPoint> levels)
{
    Scaling result;
    result.bottleneck = Bottleneck::None;
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const Bottleneck limit = limitOf(levels, at);
        const bool isFirst = result.bottleneck == Bottleneck::None && limit != Bottleneck::None;
        const bool yields = result.bottleneck == Bottleneck::Machine && limit == Bottleneck::Server
            && failsByLoad(levels, at);
        if (!isFirst && !yields)
            continue;
        result.bottleneck = limit;
        result.limitedAt = at;
        result.isLimiter = limit == Bottleneck::Server && levels[at].limitedShare > fewFailures;
    }
    if (result.bottleneck == Bottleneck::None && !showsRoom(levels)) {
        result.bottleneck = Bottleneck::Unclear;
        result.isTooShort = levels.size() > 1 && !std::ranges::all_of(levels, &LoadPoint::isTelling);
    }
    result.collapsedAt = findCollapse(levels);
    findBest(result, levels);
    return result;
}

} // namespace analysis
