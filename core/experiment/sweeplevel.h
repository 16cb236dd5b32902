// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/loadamplification.h"
#include "core/analysis/scaling.h"
#include "core/experiment/series.h"
#include "core/experiment/serverpeaks.h"
#include "core/transfer/loadplan.h"

#include <optional>
#include <vector>

namespace experiment {

/// What an upload in flight takes of the server, or why that is not known.
struct InFlightMemory
{
    enum class Unknown {
        None, ///< It is known.
        NotTold,
        /// Nothing was collected meanwhile, or that is not told: what the heap grew by is garbage, too, nobody knows how
        /// much of it.
        NotCollected,
        /// The heap grew by no more than it was before, which it does between two collections whatever is in flight: Go's
        /// collector lets it double (GOGC=100, go.dev/doc/gc-guide).
        Garbage,
    };

    double bytes = ServerPeaks::unknown; ///< For each.
    Unknown why = Unknown::NotTold;
};

/// One level, measured. Latencies are in LoadResult::total: those of answered attempts, refusals included, from the
/// beginning of the request - with its connection, if it needed one; of an open loop, from when it was due - to the end of
/// the answer.
struct SweepLevel
{
    int connections = 0; ///< Of an open loop: the most that were in flight.
    transfer::LoadResult load;
    bool isCutShort = false; ///< By SweepPlan::longestLevel, or cancelled.
    double clientBusy = 0; ///< Of the processors that its lanes could use, 0…1.
    double machineBusy
        = ServerPeaks::unknown; ///< All processors of this machine, 0…1; NaN: too short to tell.
    /// The server is on this machine, too: whatever keeps its processors busy, client and server wait for them alike.
    bool isShared = false;
    ServerPeaks peaks;
    std::optional<FloorReading> before; ///< None: not told.
    std::optional<FloorReading> after;
    /// The measured load, then SweepPlan::rounds more: what they were, and the floors after them.
    struct Round
    {
        int done = 0;
        int failed = 0;
        std::optional<FloorReading> floor;
    };
    std::vector<Round> rounds;

    /// Of an open loop; 0: of a closed one.
    [[nodiscard]] double intendedPerSecond() const { return load.arrivals.perSecond; }
    /// What the level is called by: how many at once, or in an open loop how many a second.
    [[nodiscard]] double size() const;
    [[nodiscard]] int failed() const { return load.refused + load.failed; }
    /// No answer in time: ours ran out, or the server said so of its own (408, 504).
    [[nodiscard]] int timeouts() const;
    [[nodiscard]] double timeoutShare() const; ///< 0…1 of all attempts.
    [[nodiscard]] double failedShare() const;
    /// Whatever was answered, or not. Of an open loop, where it can be told, Arrivals::endedPerSecond: the time that the last
    /// answers take is none in which more would have been asked for.
    [[nodiscard]] double requestsPerSecond() const;
    [[nodiscard]] double goodPerSecond() const; ///< Taken with 2xx.
    /// A load that is over sooner says little of how much can be done, and of how busy who was.
    static constexpr std::chrono::milliseconds tellingTime{250};
    /// What the heap - the process, where no heap is read exactly - had at its peak above what it had before, for each
    /// upload in flight. Some garbage is in it, but it is unknown where all of it may be.
    [[nodiscard]] InFlightMemory inFlight() const;
    [[nodiscard]] double bytesPerInFlight() const { return inFlight().bytes; } ///< NaN: unknown.
    /// Growth of a resource per attempt, over all rounds; NaN: not told.
    [[nodiscard]] double perUpload(analysis::Resource resource) const;
    [[nodiscard]] analysis::LoadPoint point() const;
    [[nodiscard]] analysis::LevelRounds growth(analysis::Resource resource) const;
};

/// "not-told", "not-collected", "garbage"; empty for None.
[[nodiscard]] QString toKey(InFlightMemory::Unknown why);

} // namespace experiment
