// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgebytes.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

/// Bookkeeping that any retained thing entails: rounding to size classes, tables that grow ahead.
constexpr double relativeError = 0.005;

constexpr double surelyFalling = 4; // thresholds per upload

/// What the series looks like, whatever the number of rounds.
struct Look
{
    bool grows = false;
    bool stopped = false; ///< Grew, and may just have ended.
    bool plateau = false;
    bool below = false;
    bool falls = false; ///< So fast that a leak may hide in it.
};

Look lookAt(const Trend &trend, const Threshold &threshold, bool isLast)
{
    Look look;
    const double delta = threshold.perUpload;
    const double slope = trend.fit.slope - trend.blank;
    const bool halves = trend.firstHalf && trend.secondHalf;
    const double first = halves ? trend.firstHalf->slope : slope;
    const double second = halves ? trend.secondHalf->slope : slope;
    look.stopped = trend.lastThird < 0.5 * slope || trend.lastTwo + trend.scatter / 2 < 0.5 * slope
        || (!isLast && trend.lastRound + trend.scatter < 0.25 * slope);
    look.grows = trend.interval.low > delta && trend.increments.low > 0 && second > delta
        && second >= 0.5 * first && !look.stopped;
    look.plateau = halves && trend.secondHalf->high < delta && first > delta && second < 0.5 * first;
    const bool startedLate = halves && trend.secondHalf->low > delta;
    look.falls = threshold.resource == Resource::Heap && halves
        && trend.interval.high < -surelyFalling * delta && trend.secondHalf->high < -surelyFalling * delta;
    look.below = trend.interval.high < delta && !startedLate && !look.falls;
    return look;
}

Reason whyUnclear(const Trend &trend, const Look &look, const ResourceVerdict &verdict)
{
    const double delta = verdict.threshold;
    const double slope = *verdict.perUpload;
    if (look.falls)
        return Reason::Falls;
    if (slope > delta && trend.isLumpy)
        return Reason::Uneven;
    if (trend.secondHalf && trend.secondHalf->low > delta && trend.firstHalf->slope < delta)
        return Reason::StartedLate;
    if (trend.interval.low > 0 && slope > delta
        && (look.stopped || verdict.secondHalf < 0.5 * verdict.firstHalf))
        return Reason::StillSlowing;
    if (slope > delta && trend.increments.low <= 0 && trend.jumpShare > 0.8)
        return Reason::Uneven;
    if (trend.interval.halfWidth() > 0.5 * delta)
        return Reason::TooNoisy;
    return Reason::NearThreshold;
}

/// The uploads after which the level-free floors no longer rise above what they end at.
double plateauStart(const Trend &trend)
{
    const FloorSeries level = trend.stepped.withoutSteps();
    std::vector<double> late;
    for (std::size_t i = level.size() / 2; i < level.size(); ++i)
        late.push_back(level[i].value);
    const double top = median(late);
    const double reach = 0.05 * std::abs(top - level.front().value) + robustDeviation(late);
    const auto start = std::find_if(level.begin(), level.end(),
                                    [&](const Floor &floor) { return floor.value >= top - reach; });
    return start->uploads;
}

void describe(ResourceVerdict &verdict, const Trend &trend, const Threshold &threshold)
{
    const double span = verdict.uploads;
    const double slope = trend.fit.slope - trend.blank;
    const double systematic = threshold.resolution / span + relativeError * std::abs(slope);
    verdict.perUpload = slope;
    verdict.error = trend.interval.halfWidth();
    verdict.low = trend.interval.low - systematic - threshold.background;
    verdict.high = trend.interval.high + systematic;
    verdict.robustSlope = trend.robustSlope;
    verdict.noise = trend.fit.residualSd;
    verdict.autocorrelation = trend.fit.autocorrelation;
    verdict.blank = trend.blank;
    verdict.firstHalf = trend.firstHalf ? trend.firstHalf->slope : slope;
    verdict.secondHalf = trend.secondHalf ? trend.secondHalf->slope : slope;
    verdict.steps = trend.stepped.steps;
    const double inflation = std::sqrt((1 + verdict.autocorrelation) / (1 - verdict.autocorrelation));
    verdict.detectable = detectableLeak(threshold.perUpload, verdict.noise * inflation, verdict.rounds,
                                        span / std::max(verdict.rounds, 1));
}

bool mayNameLeak(const ResourceVerdict &verdict, const Threshold &threshold, const LookPolicy &policy)
{
    const bool isSure
        = threshold.surelyFrom > 0 && *verdict.perUpload - verdict.error >= threshold.surelyFrom;
    // A policy of few rounds (aborted uploads) is asked for as such; the longer minimum holds for all.
    const int minimum = isSure || threshold.minimumRounds <= 10
        ? std::min(10, policy.looks.empty() ? 10 : policy.looks.front())
        : threshold.minimumRounds;
    return verdict.rounds >= minimum && verdict.uploads >= policy.minimumUploads;
}

/// Names what the series leans to, without regard to the policy.
void lean(ResourceVerdict &verdict, const Trend &trend, const Look &look)
{
    if (look.grows) {
        verdict.leaning = Outcome::Leaks;
        verdict.reason = Reason::Steady;
    } else if (look.below || look.plateau) {
        verdict.leaning = Outcome::Stable;
        verdict.reason = look.below ? Reason::BelowThreshold : Reason::Plateau;
        if (look.plateau && verdict.firstHalf > verdict.threshold)
            verdict.plateauFrom = plateauStart(trend);
    } else {
        verdict.reason = whyUnclear(trend, look, verdict);
    }
}

void decide(ResourceVerdict &verdict, const Threshold &threshold, const LookPolicy &policy)
{
    const bool isLook = policy.isLook(verdict.rounds);
    if (verdict.leaning == Outcome::Stable && isLook) {
        verdict.outcome = Outcome::Stable;
    } else if (verdict.leaning == Outcome::Leaks) {
        if (!mayNameLeak(verdict, threshold, policy))
            verdict.reason = Reason::TakesLonger;
        else if (!verdict.isPrecise(policy.precision) && !policy.isLast(verdict.rounds)
                 && verdict.rounds < policy.precisionLook)
            verdict.reason = Reason::NotPrecise;
        else if (isLook)
            verdict.outcome = Outcome::Leaks;
    }
}

/// The trend as it would be with nothing taken off for the blank rounds.
Trend withBlank(Trend trend)
{
    const double blank = trend.blank;
    trend.blank = 0;
    trend.interval = trend.fit.bounds(0.99);
    trend.robustSlope += blank;
    for (Trend::Part *part : {&trend.increments, trend.firstHalf ? &*trend.firstHalf : nullptr,
                              trend.secondHalf ? &*trend.secondHalf : nullptr}) {
        if (part)
            *part = {part->slope + blank, part->low + blank, part->high + blank};
    }
    for (double *slope : {&trend.lastRound, &trend.lastTwo, &trend.lastThird})
        *slope += blank;
    return trend;
}

} // namespace

ResourceVerdict judgeBytes(const FloorSeries &series, std::span<const double> blankFloors,
                           const Threshold &threshold, const LookPolicy &policy)
{
    ResourceVerdict verdict = openVerdict(series, threshold, policy);
    if (verdict.reason == Reason::BadData)
        return verdict;
    const double perRound = verdict.uploads / std::max(verdict.rounds, 1);
    const auto trend = measureTrend(series, blankFloors, threshold.perUpload * perRound);
    if (!trend)
        return verdict;
    const bool isLast = policy.isLast(verdict.rounds);
    describe(verdict, *trend, threshold);
    lean(verdict, *trend, lookAt(*trend, threshold, isLast));
    if (verdict.growsNow()
        && fallsBack(trend->stepped.floors, *verdict.perUpload, threshold.perUpload * perRound)) {
        verdict.leaning = Outcome::Inconclusive;
        verdict.reason = Reason::FallsBack;
    }
    if (verdict.leaning == Outcome::Stable && !trend->isBlankSteady
        && lookAt(withBlank(*trend), threshold, isLast).grows) {
        verdict.leaning = Outcome::Inconclusive;
        verdict.reason = Reason::GrowsIdle;
    }
    leaveRepeatedStepsOpen(verdict);
    decide(verdict, threshold, policy);
    return verdict;
}

} // namespace analysis
