// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loadamplification.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

constexpr double level = 0.95;
constexpr double surely = 0.99;
constexpr double tellingShare = 0.1; // of failed attempts in a round, for it to tell what they leave

std::optional<Rate> rateOf(const LevelRounds &at)
{
    std::vector<RoundGrowth> rounds;
    for (const LoadRound &round : at.rounds)
        rounds.push_back({round.done + round.failed, round.grown, 0});
    return analysis::rateOf(rounds);
}

Amplified judged(Amplifies outcome)
{
    switch (outcome) {
    case Amplifies::GrowsWithConcurrency:
    case Amplifies::OnlyWhenConcurrent:
        return Amplified::Present;
    case Amplifies::Same:
    case Amplifies::NoGrowth:
        return Amplified::Absent;
    case Amplifies::Unclear:
        break;
    }
    return Amplified::Unknown;
}

void compareLevels(LoadAmplification &result, std::span<const LevelRounds> levels, double threshold)
{
    for (const LevelRounds &at : levels) {
        const std::optional<Rate> rate = rateOf(at);
        if (!rate)
            continue;
        if (!result.low) {
            result.low = rate;
            result.lowConnections = at.connections;
            continue;
        }
        const Amplification compared = judgeAmplification(*result.low, *rate, threshold);
        // What leaves nothing with many at once is not amplified, however noisy the floors of the few uploads before were.
        const bool leavesNothing = rate->bounds(level).high < threshold;
        const Amplified amplified = leavesNothing ? Amplified::Absent : judged(compared.outcome);
        if (amplified != Amplified::Present && result.byConcurrency == Amplified::Present)
            continue;
        result.byConcurrency = amplified;
        result.compared = compared;
        result.high = rate;
        result.highConnections = at.connections;
    }
}

/// What an upload leaves that is taken, by the rounds without failures; nothing where there are none.
std::optional<double> perDone(std::span<const LevelRounds> levels)
{
    double done = 0, grown = 0;
    for (const LevelRounds &at : levels) {
        for (const LoadRound &round : at.rounds) {
            if (round.failed > 0 || !std::isfinite(round.grown))
                continue;
            done += round.done;
            grown += round.grown;
        }
    }
    return done > 0 ? std::optional(std::max(0.0, grown / done)) : std::nullopt;
}

void judgeRetries(LoadAmplification &result, std::span<const LevelRounds> levels, double threshold)
{
    const std::optional<double> usual = perDone(levels);
    std::vector<RoundGrowth> failing;
    bool isTold = false;
    for (const LevelRounds &at : levels) {
        for (const LoadRound &round : at.rounds) {
            result.failed += round.failed;
            isTold = isTold || std::isfinite(round.grown);
            if (round.failed > 0 && round.failed >= tellingShare * (round.done + round.failed))
                failing.push_back({round.failed, round.grown - usual.value_or(0) * round.done, 0});
        }
    }
    if (result.failed == 0) {
        result.byRetries = isTold ? Amplified::Absent : Amplified::Unknown;
        return;
    }
    result.perFailed = analysis::rateOf(failing);
    if (!result.perFailed)
        return;
    const Interval bounds = result.perFailed->bounds(level);
    if (bounds.high < threshold)
        result.byRetries = Amplified::Absent;
    else if (bounds.low > threshold && usual)
        result.byRetries = Amplified::Present;
}

/// By all rounds of all levels; nothing where one level leaves no more than the threshold.
std::optional<double> leftByEach(std::span<const LevelRounds> levels, double threshold, double resolution)
{
    std::vector<RoundGrowth> all;
    double attempts = 0, grown = 0;
    for (const LevelRounds &at : levels) {
        double here = 0, grownHere = 0;
        for (const LoadRound &round : at.rounds) {
            if (!std::isfinite(round.grown))
                continue;
            here += round.done + round.failed;
            grownHere += round.grown;
            all.push_back({round.done + round.failed, round.grown, 0});
        }
        // Between the first floor and the last one of a level: each may be off.
        if (here > 0 && grownHere - 2 * resolution <= threshold * here)
            return {};
        attempts += here;
        grown += grownHere;
    }
    const std::optional<Rate> rate = analysis::rateOf(all);
    if (!rate || rate->bounds(surely).low <= threshold)
        return {};
    return grown / attempts;
}

} // namespace

QString toKey(Amplified amplified)
{
    switch (amplified) {
    case Amplified::Present:
        return QStringLiteral("present");
    case Amplified::Absent:
        return QStringLiteral("absent");
    case Amplified::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

Amplified LoadAmplification::overall() const
{
    if (byConcurrency == Amplified::Present || byRetries == Amplified::Present)
        return Amplified::Present;
    const bool isAbsent = byConcurrency == Amplified::Absent && byRetries == Amplified::Absent;
    return isAbsent ? Amplified::Absent : Amplified::Unknown;
}

LoadAmplification judgeLoadAmplification(std::span<const LevelRounds> levels, double threshold,
                                         double resolution)
{
    LoadAmplification result;
    compareLevels(result, levels, threshold);
    judgeRetries(result, levels, threshold);
    result.leftByEach = leftByEach(levels, threshold, resolution);
    return result;
}

} // namespace analysis
