// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/idle.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace analysis {

namespace {

// One connection more, or the noise of a floor, is no growth.
double chanceOf(const ResourceVerdict &verdict)
{
    return std::max(3 * verdict.noise, verdict.unit == Unit::Pieces ? 3 : 20 * verdict.threshold);
}

/// From any floor to any later one.
double largestFall(std::span<const double> floors)
{
    double highest = floors.front(), fall = 0;
    for (const double floor : floors) {
        highest = std::max(highest, floor);
        fall = std::max(fall, highest - floor);
    }
    return fall;
}

} // namespace

std::optional<IdleJudgement> judgeIdle(double start, double end, double idle)
{
    if (!(end > start))
        return {};
    IdleJudgement judgement;
    judgement.returnedShare = (end - idle) / (end - start);
    if (judgement.returnedShare >= 0.8)
        judgement.outcome = IdleOutcome::ReleasedLate;
    else if (judgement.returnedShare >= leastReturned)
        judgement.outcome = IdleOutcome::Partly;
    return judgement;
}

ResourceVerdict afterIdle(ResourceVerdict verdict, double before, double after, double made, double pace)
{
    const double expected = std::fmin(verdict.grown * std::max(1.0, made), before - verdict.baseline);
    const double grown = std::fmax(verdict.grown, expected);
    const auto judgement = judgeIdle(verdict.baseline, verdict.baseline + grown, after);
    if (!judgement)
        return verdict;
    verdict.returnedShare = judgement->returnedShare;
    if (verdict.outcome == Outcome::Leaks && pace > 0
        && after - before >= std::max(0.5 * pace, chanceOf(verdict))) {
        verdict.outcome = verdict.leaning = Outcome::Inconclusive;
        verdict.reason = Reason::GrowsIdle;
    }
    if (verdict.outcome == Outcome::Leaks && judgement->outcome == IdleOutcome::ReleasedLate) {
        verdict.outcome = Outcome::ReleasedLate;
        verdict.leaning = Outcome::ReleasedLate;
        verdict.reason = Reason::GivenBack;
    }
    return verdict;
}

ResourceVerdict afterLaterFloors(ResourceVerdict verdict, std::span<const double> floors)
{
    if (verdict.outcome != Outcome::Leaks || floors.empty())
        return verdict;
    // Where floors hold no garbage, what rose meanwhile and fell is as telling.
    const bool isClean = verdict.reading == Reading::GoExact || verdict.unit == Unit::Pieces;
    const double fall = isClean ? largestFall(floors) : floors.front() - *std::ranges::min_element(floors);
    if (fall < std::max(0.5 * verdict.grown, chanceOf(verdict)))
        return verdict;
    verdict.outcome = verdict.leaning = Outcome::Inconclusive;
    verdict.reason = Reason::FallsBack;
    return verdict;
}

ResourceVerdict afterEarlierFloors(ResourceVerdict verdict, std::span<const double> floors)
{
    if (verdict.outcome != Outcome::Leaks || floors.empty())
        return verdict;
    const double fall = largestFall(floors);
    if (fall < chanceOf(verdict) || verdict.grown > 1.5 * fall)
        return verdict;
    verdict.outcome = verdict.leaning = Outcome::Inconclusive;
    verdict.reason = Reason::FallsBack;
    return verdict;
}

ResourceVerdict afterLookingOn(ResourceVerdict verdict, std::span<const double> floors, double share,
                               bool mayFall)
{
    if (verdict.outcome != Outcome::Leaks || floors.empty())
        return verdict;
    double lowest = floors.front(), rise = 0, fall = 0, before = floors.front();
    std::size_t lower = 0;
    for (const double floor : floors) {
        lowest = std::min(lowest, floor);
        rise = std::max(rise, floor - lowest);
        fall = std::max(fall, floors.front() - floor);
        lower += std::exchange(before, floor) > floor ? 1 : 0;
    }
    // A queue that is worked off goes on falling; what is let go once leaves the rest where it is.
    const bool isWorkedOff = floors.size() > 3 && lower + 1 == floors.size();
    const double enough = isWorkedOff ? leastReturned : 0.5;
    const double half = 0.5 * verdict.grown;
    if (rise >= std::max(half * std::min(1.0, share), chanceOf(verdict)))
        verdict.reason = Reason::GrowsIdle;
    else if (!mayFall && fall >= std::max(enough * verdict.grown, chanceOf(verdict)))
        verdict.reason = Reason::FallsBack;
    else
        return verdict;
    verdict.outcome = verdict.leaning = Outcome::Inconclusive;
    return verdict;
}

ResourceVerdict afterAllUploads(ResourceVerdict verdict, double grown, double uploads)
{
    if (verdict.outcome != Outcome::Leaks || !std::isfinite(grown))
        return verdict;
    const double expected = verdict.perUpload.value_or(0) * uploads;
    if (expected - grown <= std::max(0.5 * expected, chanceOf(verdict)))
        return verdict;
    verdict.outcome = verdict.leaning = Outcome::Inconclusive;
    verdict.reason = Reason::StillSlowing;
    return verdict;
}

ResourceVerdict afterMoreRounds(ResourceVerdict verdict, const FloorSeries &rounds)
{
    if (verdict.outcome != Outcome::Leaks || roundsOf(rounds) < 3 || !isWellFormed(rounds))
        return verdict;
    const double expected = verdict.perUpload.value_or(0);
    const double middle = median(increments(rounds));
    const double uploads = rounds.back().uploads - rounds.front().uploads;
    const double missing = expected * uploads - (rounds.back().value - rounds.front().value);
    if (middle >= 0.5 * expected || missing <= 3 * verdict.noise)
        return verdict;
    verdict.outcome = verdict.leaning = Outcome::Inconclusive;
    verdict.reason = Reason::StillSlowing;
    return verdict;
}

} // namespace analysis
