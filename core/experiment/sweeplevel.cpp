// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweeplevel.h"

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

double SweepLevel::size() const
{
    return load.arrivals.isOpenLoop() ? load.arrivals.perSecond : connections;
}

double SweepLevel::requestsPerSecond() const
{
    const bool isTold = load.arrivals.isOpenLoop() && std::isfinite(load.arrivals.endedPerSecond);
    return isTold ? load.arrivals.endedPerSecond : perSecond(load.attempts(), load.elapsed);
}

double SweepLevel::goodPerSecond() const
{
    return load.arrivals.isOpenLoop() ? requestsPerSecond() * share(load.done, load.attempts())
                                      : perSecond(load.done, load.elapsed);
}

InFlightMemory SweepLevel::inFlight() const
{
    using Unknown = InFlightMemory::Unknown;
    const bool isExact = std::isfinite(peaks.heap) && before && std::isfinite(before->heap);
    const double base = isExact ? before->heap : peaks.firstRss();
    const double above = std::max(0.0, (isExact ? peaks.heap : peaks.rss) - base);
    if (!std::isfinite(base) || !std::isfinite(isExact ? peaks.heap : peaks.rss) || connections < 1)
        return {};
    // A process without a heap to be collected has no garbage.
    if (std::isfinite(peaks.heap) && !(peaks.collections > 0))
        return {ServerPeaks::unknown, Unknown::NotCollected};
    if (isExact && above <= before->heap)
        return {ServerPeaks::unknown, Unknown::Garbage};
    return {above / connections, Unknown::None};
}

analysis::LevelRounds SweepLevel::growth(analysis::Resource resource) const
{
    analysis::LevelRounds growth{size(), {}};
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
    const int limited = countOf(load.statuses, 429) + countOf(load.statuses, 503);
    return {.connections = static_cast<double>(connections),
            .goodPerSecond = goodPerSecond(),
            .failedShare = failedShare(),
            .refusedShare = share(load.refused, load.attempts()),
            .limitedShare = share(limited, load.attempts()),
            .medianMs = static_cast<double>(load.total.quantile(0.5)) / 1000,
            .clientBusy = clientBusy,
            .clientLagMs = static_cast<double>(load.lag.quantile(0.5)) / 1000,
            .attempts = static_cast<double>(load.attempts()),
            .isTelling = load.elapsed >= tellingTime,
            .machineBusy = isShared ? machineBusy : ServerPeaks::unknown,
            .perSecond = load.arrivals.perSecond,
            .endedPerSecond = load.arrivals.endedPerSecond,
            .lateByClientShare = load.arrivals.lateByClientShare()};
}

QString toKey(InFlightMemory::Unknown why)
{
    switch (why) {
    case InFlightMemory::Unknown::None:
        break;
    case InFlightMemory::Unknown::NotTold:
        return QStringLiteral("not-told");
    case InFlightMemory::Unknown::NotCollected:
        return QStringLiteral("not-collected");
    case InFlightMemory::Unknown::Garbage:
        return QStringLiteral("garbage");
    }
    return {};
}

} // namespace experiment
