// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loadpoint.h"

#include <algorithm>

namespace analysis {
namespace {

constexpr double busyClient = 0.8;
constexpr double fullMachine = 0.9;
constexpr double lateShare = 0.1;
constexpr double leastLateMs = 5;
constexpr double fewRefusals = 0.05;
constexpr double fewLateStarts = 0.05;
constexpr double keeping
    = 0.9; // of what arrives: how long answers take varies, and so does when the last ones end

} // namespace

bool keepsUp(const LoadPoint &point)
{
    return !point.isOpenLoop() || !(point.endedPerSecond < keeping * point.perSecond);
}

bool isMachineFull(const LoadPoint &point)
{
    return point.machineBusy >= fullMachine;
}

ClientLimit clientLimit(const LoadPoint &point)
{
    if (!point.isTelling)
        return ClientLimit::None;
    if (point.isOpenLoop() && point.lateByClientShare >= fewLateStarts)
        return ClientLimit::Starts;
    if (!point.isOpenLoop() && (point.refusedShare > fewRefusals || isMachineFull(point)))
        return ClientLimit::None;
    if (point.clientBusy >= busyClient)
        return ClientLimit::Processor;
    if (point.clientLagMs >= std::max(leastLateMs, lateShare * point.medianMs))
        return ClientLimit::Lag;
    return ClientLimit::None;
}

} // namespace analysis
