// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweepresult.h"

#include <algorithm>

namespace experiment {

SweepOutcome SweepResult::outcome() const
{
    if (levels.empty())
        return SweepOutcome::Unknown;
    if (stop == SweepStop::ServerDown)
        return SweepOutcome::Failed;
    if (scaling.collapsedAt || stop == SweepStop::NotKeptUp)
        return SweepOutcome::BreaksDown;
    if (worst() && worst()->failedShare() > plan.errorLimit)
        return SweepOutcome::Failed;
    if (amplified() == analysis::Amplified::Present)
        return SweepOutcome::Amplified;
    if (isFlawed())
        return SweepOutcome::Flawed;
    const bool isBrokenOff
        = stop == SweepStop::Cancelled || stop == SweepStop::Restarted || stop == SweepStop::Client;
    if (isBrokenOff || !isKeptUp())
        return SweepOutcome::Unfinished;
    return left().empty() ? SweepOutcome::Holds : SweepOutcome::Leaves;
}

std::span<const SweepLevel> SweepResult::survived() const
{
    const bool isGone = stop == SweepStop::ServerDown || stop == SweepStop::Restarted;
    const bool isLast = isGone && stoppedAt && !levels.empty() && levels.back().size() == stoppedAt->size();
    return std::span(levels).first(levels.size() - (isLast ? 1 : 0));
}

bool SweepResult::isKeptUp() const
{
    return survived().empty() || analysis::keepsUp(survived().back().point());
}

const SweepLevel *SweepResult::worst() const
{
    const SweepLevel *worst = nullptr;
    for (const SweepLevel &level : survived()) {
        if (level.failed() > 0 && (!worst || level.failedShare() >= worst->failedShare()))
            worst = &level;
    }
    return worst;
}

bool SweepResult::isFlawed() const
{
    return worst() && worst()->failedShare() > tolerated;
}

std::vector<analysis::Resource> SweepResult::left() const
{
    std::vector<analysis::Resource> resources;
    for (const ResourceAmplification &one : amplifications) {
        if (one.judged.leftByEach && one.judged.overall() != analysis::Amplified::Present)
            resources.push_back(one.resource);
    }
    return resources;
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
    case SweepStop::NotKeptUp:
        return QStringLiteral("not-kept-up");
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
    case SweepOutcome::Flawed:
        return QStringLiteral("flawed");
    case SweepOutcome::Unfinished:
        return QStringLiteral("unfinished");
    case SweepOutcome::Leaves:
        return QStringLiteral("leaves");
    case SweepOutcome::Holds:
        return QStringLiteral("holds");
    case SweepOutcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace experiment
