// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweepresult.h"

#include <algorithm>
#include <cmath>

namespace experiment {
namespace {

using base::ErrorKind;

int countOf(const auto &counts, const auto &key)
{
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

double share(int part, int all)
{
    return all > 0 ? static_cast<double>(part) / all : 0;
}

double perSecond(int count, std::chrono::microseconds time)
{
    return time.count() > 0 ? count * 1e6 / static_cast<double>(time.count()) : 0;
}

} // namespace

int SweepLevel::timeouts() const
{
    return countOf(load.errors, ErrorKind::Timeout) + countOf(load.errors, ErrorKind::Stalled)
        + countOf(load.errors, ErrorKind::ConnectTimeout) + countOf(load.statuses, 408)
        + countOf(load.statuses, 504);
}

double SweepLevel::timeoutShare() const
{
    return share(timeouts(), load.attempts());
}

double SweepLevel::failedShare() const
{
    return share(failed(), load.attempts());
}

double SweepLevel::requestsPerSecond() const
{
    return perSecond(load.attempts(), load.elapsed);
}

double SweepLevel::goodPerSecond() const
{
    return perSecond(load.done, load.elapsed);
}

double SweepLevel::bytesPerInFlight() const
{
    const bool hasHeap = std::isfinite(peaks.heap) && before && std::isfinite(before->heap);
    const double base = hasHeap ? before->heap : peaks.firstRss();
    const double above = (hasHeap ? peaks.heap : peaks.rss) - base;
    return std::isfinite(above) && connections > 0 ? std::max(0.0, above) / connections
                                                   : ServerPeaks::unknown;
}

analysis::LevelRounds SweepLevel::growth(analysis::Resource resource) const
{
    analysis::LevelRounds growth{static_cast<double>(connections), {}};
    const std::optional<FloorReading> *last = &before;
    for (const Round &round : rounds) {
        const bool isTold = *last && round.floor;
        growth.rounds.push_back(
            {static_cast<double>(round.done), static_cast<double>(round.failed),
             isTold ? valueOf(*round.floor, resource) - valueOf(**last, resource) : FloorReading::unknown});
        last = &round.floor;
    }
    return growth;
}

double SweepLevel::perUpload(analysis::Resource resource) const
{
    double attempts = 0, grown = 0;
    for (const analysis::LoadRound &round : growth(resource).rounds) {
        if (!std::isfinite(round.grown))
            continue;
        attempts += round.done + round.failed;
        grown += round.grown;
    }
    return attempts > 0 ? grown / attempts : FloorReading::unknown;
}

analysis::LoadPoint SweepLevel::point() const
{
    return {.connections = static_cast<double>(connections),
            .goodPerSecond = goodPerSecond(),
            .failedShare = failedShare(),
            .medianMs = static_cast<double>(load.total.quantile(0.5)) / 1000,
            .clientBusy = clientBusy,
            .clientLagMs = static_cast<double>(load.lag.quantile(0.5)) / 1000};
}

SweepOutcome SweepResult::outcome() const
{
    if (levels.empty())
        return SweepOutcome::Unknown;
    if (scaling.collapsedAt)
        return SweepOutcome::BreaksDown;
    const bool failsTooMuch = std::ranges::any_of(
        levels, [this](const SweepLevel &level) { return level.failedShare() > plan.errorLimit; });
    if (failsTooMuch || stop == SweepStop::ServerDown)
        return SweepOutcome::Failed;
    if (amplified() == analysis::Amplified::Present)
        return SweepOutcome::Amplified;
    const bool isUnfinished
        = stop == SweepStop::Cancelled || stop == SweepStop::Restarted || stop == SweepStop::Client;
    return isUnfinished ? SweepOutcome::Unfinished : SweepOutcome::Holds;
}

const ResourceAmplification *SweepResult::leading() const
{
    using analysis::Amplified;
    for (const Amplified wanted : {Amplified::Present, Amplified::Unknown, Amplified::Absent}) {
        const auto one = std::ranges::find_if(amplifications, [wanted](const ResourceAmplification &of) {
            return of.judged.overall() == wanted;
        });
        if (one != amplifications.end())
            return &*one;
    }
    return nullptr;
}

analysis::Amplified SweepResult::amplified() const
{
    using analysis::Amplified;
    const ResourceAmplification *first = leading();
    const bool hasHeap = std::ranges::any_of(amplifications, [](const ResourceAmplification &one) {
        return one.resource == analysis::Resource::Heap;
    });
    if (!first)
        return Amplified::Unknown;
    const Amplified shown = first->judged.overall();
    return shown == Amplified::Absent && !hasHeap ? Amplified::Unknown : shown;
}

double SweepProgress::whole() const
{
    constexpr double rampEnd = 0.1; // of a level
    constexpr double loadEnd = 0.7;
    double ofLevel = 0;
    switch (phase) {
    case SweepPhase::Probe:
    case SweepPhase::WarmUp:
        return 0;
    case SweepPhase::Ramp:
        ofLevel = rampEnd * share;
        break;
    case SweepPhase::Load:
        ofLevel = rampEnd + (loadEnd - rampEnd) * share;
        break;
    case SweepPhase::Rounds:
        ofLevel = loadEnd + (1 - loadEnd) * (std::max(0, round - 1) + share) / SweepPlan::rounds;
        break;
    case SweepPhase::Done:
        return 1;
    }
    return levels > 0 ? std::clamp((std::max(0, level - 1) + ofLevel) / levels, 0.0, 1.0) : 0;
}

QString toKey(SweepStop stop)
{
    switch (stop) {
    case SweepStop::None:
        return QStringLiteral("none");
    case SweepStop::Cancelled:
        return QStringLiteral("cancelled");
    case SweepStop::ServerDown:
        return QStringLiteral("server-down");
    case SweepStop::Restarted:
        return QStringLiteral("restarted");
    case SweepStop::NotTaken:
        return QStringLiteral("not-taken");
    case SweepStop::ErrorRate:
        return QStringLiteral("error-rate");
    case SweepStop::Client:
        return QStringLiteral("client");
    }
    return {};
}

QString toKey(SweepOutcome outcome)
{
    switch (outcome) {
    case SweepOutcome::BreaksDown:
        return QStringLiteral("breaks-down");
    case SweepOutcome::Failed:
        return QStringLiteral("failed");
    case SweepOutcome::Amplified:
        return QStringLiteral("amplified");
    case SweepOutcome::Unfinished:
        return QStringLiteral("unfinished");
    case SweepOutcome::Holds:
        return QStringLiteral("holds");
    case SweepOutcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace experiment
