// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgecounts.h"

#include "core/analysis/quantile.h"
#include "core/analysis/trend.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace analysis {

namespace {

constexpr double mostRounds = 0.8;
constexpr double leastSpeaking = 0.4; // of all rounds, where collections silence the others
constexpr int fewestRounds = 3;
constexpr double leastTotal = 5;
constexpr double leastTotalOfSlow = 10;
constexpr double slowest = 0.02;

double shareAtLeast(const std::vector<double> &values, double limit)
{
    const auto count = std::count_if(values.begin(), values.end(), [limit](double v) { return v >= limit; });
    return values.empty() ? 0 : static_cast<double>(count) / static_cast<double>(values.size());
}

FloorSeries afterCollection(const CountSeries &series)
{
    FloorSeries floors;
    for (const CountFloor &floor : series)
        floors.push_back({floor.uploads, floor.afterGc});
    return floors;
}

/// Per upload of each round: what the collections closed, beyond what they close anyway.
std::vector<double> closedByCollector(const CountSeries &series)
{
    std::vector<double> result;
    for (std::size_t i = 1; i < series.size(); ++i) {
        const double usual = series.front().beforeGc - series.front().afterGc;
        result.push_back((series[i].beforeGc - series[i].afterGc - usual)
                         / (series[i].uploads - series[i - 1].uploads));
    }
    return result;
}

void setInterval(ResourceVerdict &verdict, double value, double half, double resolution)
{
    const double systematic = verdict.uploads > 0 ? resolution / verdict.uploads : 0;
    verdict.perUpload = value;
    verdict.low = value - half - systematic;
    verdict.high = value + half + systematic;
}

void judgeTrend(ResourceVerdict &verdict, const Trend &trend, const std::vector<double> &rounds)
{
    const double slope = trend.fit.slope;
    const double delta = verdict.threshold;
    const bool stopped = trend.lastTwo < 0.5 * slope || trend.lastThird < 0.5 * slope;
    const bool fast = shareAtLeast(rounds, delta) >= mostRounds && verdict.grown >= leastTotal;
    const bool slow = verdict.resource != Resource::Threads
        && shareAtLeast(rounds, std::numeric_limits<double>::min()) >= mostRounds
        && verdict.grown >= leastTotalOfSlow && trend.interval.low > slowest;
    // A single fall, as when something else is ended, does not make a long rise none.
    const bool isLongRise
        = trend.risingShare >= mostRounds && verdict.grown >= leastTotalOfSlow && trend.robustSlope > slowest;
    const bool creeps = (trend.interval.low > slowest && trend.risingShare >= 0.5 && !stopped) || isLongRise;
    const bool plateau = trend.secondHalf && trend.firstHalf && trend.secondHalf->high < delta
        && trend.secondHalf->slope < 0.5 * trend.firstHalf->slope;
    if ((fast || slow) && !stopped) {
        verdict.leaning = Outcome::Leaks;
        verdict.reason = Reason::Steady;
    } else if (trend.interval.high < delta && !creeps) {
        verdict.leaning = Outcome::Stable;
        verdict.reason = Reason::BelowThreshold;
    } else if (plateau) {
        verdict.leaning = Outcome::Stable;
        verdict.reason = Reason::Plateau;
    } else if (creeps && slope < delta) {
        verdict.reason = Reason::Slow;
    } else if (stopped && slope > 0) {
        verdict.reason = trend.isLumpy ? Reason::Uneven : Reason::StillSlowing;
    } else {
        verdict.reason
            = shareAtLeast(rounds, delta) < 0.5 && slope > delta ? Reason::Uneven : Reason::TooNoisy;
    }
}

void judgeCollector(ResourceVerdict &verdict, const CountSeries &series)
{
    const std::vector<double> closed = closedByCollector(series);
    double total = 0;
    std::vector<double> undisturbed;
    double speakFor = 0, speakAgainst = 0;
    for (std::size_t i = 0; i < closed.size(); ++i) {
        total += closed[i] * (series[i + 1].uploads - series[i].uploads);
        if (!series[i + 1].hasCollected)
            undisturbed.push_back(closed[i]);
        if (closed[i] >= verdict.threshold)
            ++speakFor;
        else if (!series[i + 1].hasCollected)
            ++speakAgainst;
    }
    const auto rounds = static_cast<double>(closed.size());
    const bool isMost = speakFor >= mostRounds * (speakFor + speakAgainst);
    if (!isMost || speakFor < std::max<double>(fewestRounds, leastSpeaking * rounds) || total < leastTotal)
        return;
    verdict.leaning = Outcome::GcClosed;
    verdict.reason = Reason::ClosedByCollector;
    const std::vector<double> &measured = undisturbed.size() < fewestRounds ? closed : undisturbed;
    const auto count = static_cast<double>(measured.size());
    const double half = studentQuantile(0.99, count - 1) * standardDeviation(measured) / std::sqrt(count);
    setInterval(verdict, mean(measured), half, 0);
    verdict.robustSlope = median(measured);
}

} // namespace

ResourceVerdict judgeCounts(const CountSeries &series, const Threshold &threshold, const LookPolicy &policy)
{
    const FloorSeries floors = afterCollection(series);
    ResourceVerdict verdict = openVerdict(floors, threshold, policy);
    if (verdict.reason == Reason::BadData)
        return verdict;
    const double perRound = verdict.uploads / std::max(verdict.rounds, 1);
    const auto trend = measureTrend(floors, {}, std::max(2.0, threshold.perUpload * perRound));
    if (!trend)
        return verdict;
    setInterval(verdict, trend->fit.slope, trend->interval.halfWidth(), threshold.resolution);
    verdict.robustSlope = trend->robustSlope;
    verdict.noise = trend->fit.residualSd;
    verdict.autocorrelation = trend->fit.autocorrelation;
    verdict.firstHalf = trend->firstHalf ? trend->firstHalf->slope : trend->fit.slope;
    verdict.secondHalf = trend->secondHalf ? trend->secondHalf->slope : trend->fit.slope;
    verdict.steps = trend->stepped.steps;
    verdict.detectable = detectableLeak(threshold.perUpload, verdict.noise, verdict.rounds, perRound);
    judgeTrend(verdict, *trend, increments(floors));
    if (verdict.growsNow() && fallsBack(trend->stepped.floors, *verdict.perUpload, 2)) {
        verdict.leaning = Outcome::Inconclusive;
        verdict.reason = Reason::FallsBack;
    }
    if (verdict.leaning != Outcome::Leaks && verdict.reason != Reason::FallsBack
        && verdict.resource == Resource::Descriptors)
        judgeCollector(verdict, series);
    leaveRepeatedStepsOpen(verdict);
    const bool isClear = verdict.leaning != Outcome::Inconclusive;
    const bool mayName = verdict.leaning == Outcome::Stable || verdict.uploads >= policy.minimumUploads;
    if (policy.isLook(verdict.rounds) && isClear && mayName)
        verdict.outcome = verdict.leaning;
    return verdict;
}

} // namespace analysis
