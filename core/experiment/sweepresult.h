// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweeplevel.h"
#include "core/experiment/sweepplan.h"
#include "core/metrics/source.h"
#include "core/transfer/loadprogress.h"

#include <memory>
#include <optional>
#include <span>

namespace experiment {

/// What a sweep is doing.
enum class SweepPhase {
    Probe,
    WarmUp,
    Ramp, ///< Connections and pools of a level come into being.
    Load, ///< What the table is about.
    Rounds, ///< More of the same, for how much is left each time.
    Done
};

/// Why a sweep did not go on to its next level.
enum class SweepStop {
    None, ///< It has done all levels.
    Cancelled,
    ServerDown, ///< Nothing answers any more, or refuses connections.
    Restarted, ///< Another process answers than before.
    NotTaken, ///< The warm-up's uploads were not taken: SweepResult::error is the first of these failures.
    ErrorRate, ///< More than SweepPlan::errorLimit of a level's attempts failed, and it was not the last.
    Client, ///< The client is the bottleneck: higher levels would measure it, not the server.
    NotKeptUp, ///< Of an open loop: the server ends less than arrives; higher rates would only make more wait.
};

/// What one resource shows of amplification.
struct ResourceAmplification
{
    analysis::Resource resource = analysis::Resource::Heap;
    analysis::LoadAmplification judged;
};

/// What a sweep came to, in a word. Of several, the first that is true.
enum class SweepOutcome {
    Unknown, ///< No level was measured.
    BreaksDown, ///< At Scaling::collapsedAt.
    Failed, ///< The server is down, or more of a level failed than SweepPlan::errorLimit.
    Amplified, ///< A leak grows with the load.
    Flawed, ///< It goes on, but more of a level fails than SweepResult::tolerated.
    Unfinished, ///< Stopped for what is not the server's fault, without a word on the levels that are missing.
    Leaves, ///< It holds, but each upload leaves something, as much at every level: perhaps a leak.
    Holds,
};

/// Everything a sweep found out, and under which conditions.
struct SweepResult
{
    SweepPlan plan;
    metrics::DiscoveryReport found;
    analysis::Reading reading = analysis::Reading::Other;
    qint64 startedMs = 0; ///< Unix milliseconds.
    std::chrono::milliseconds took{0};

    /// A share of failures above which a level is not stood: of uploads that nothing disturbs, none should fail.
    static constexpr double tolerated = 0.01;

    std::vector<SweepLevel> levels; ///< As far as it came.
    SweepStop stop = SweepStop::None;
    /// The level that was under way then, perhaps not one of `levels`; none: it was before the first, or did not stop.
    std::optional<SweepLoad> stoppedAt;
    base::Error error; ///< Of the stop, if there is one.

    analysis::Scaling scaling; ///< Its indices are of `levels`.
    /// Heap, goroutines, descriptors, files, as far as they are told. The heap only where its garbage can be collected on
    /// demand: elsewhere much of what many uploads leave is garbage.
    std::vector<ResourceAmplification> amplifications;

    int warmUpUploads = 0;
    qint64 attempts = 0; ///< All of them, warm-up and rounds included.
    double bodyBytes = 0; ///< Of one upload, on average.

    /// Whatever is told of a sweep goes by this: window, terminal, reports, list of runs.
    [[nodiscard]] SweepOutcome outcome() const;
    /// Of `levels` those that the server lived through: what it did until it went down is no measure of it.
    [[nodiscard]] std::span<const SweepLevel> survived() const;
    /// The survived level of which the largest share failed, the last of several; nullptr: nothing failed.
    [[nodiscard]] const SweepLevel *worst() const;
    /// Whether what arrives comes to its end at the last level survived() has, see analysis::keepsUp(). Where it does not and the
    /// server did not break down, somebody else was at an end: scaling tells who.
    [[nodiscard]] bool isKeptUp() const;
    [[nodiscard]] bool isFlawed() const; ///< More of a level failed than `tolerated`.
    /// Whatever each upload leaves at every level. Of nothing that is amplified: there is more to say of that.
    [[nodiscard]] std::vector<analysis::Resource> left() const;
    /// Present if one of them is; else unknown if the heap's is not told, or one is unknown.
    [[nodiscard]] analysis::Amplified amplified() const;
    /// The one to speak of: the first that is present, else unknown, else absent. nullptr: none is told.
    [[nodiscard]] const ResourceAmplification *leading() const;
};

/// What can be shown while a sweep runs.
struct SweepProgress
{
    SweepPhase phase = SweepPhase::Probe;
    int level = 0; ///< From 1; 0: before the first.
    int levels = 0;
    int connections = 0;
    double perSecond = 0; ///< Of an open loop; 0: it is none, or not there yet.
    int round = 0; ///< Of SweepPhase::Rounds, from 1.
    double share = 0; ///< Of this phase's uploads, or of the time that it has; of this round's.
    transfer::LoadTraffic traffic; ///< Of all uploads since the sweep began.
    std::chrono::milliseconds elapsed{0};
    std::shared_ptr<const std::vector<SweepLevel>> measured; ///< Whole levels; null: none yet.

    /// 0…1 of all of it, if every level takes as long.
    [[nodiscard]] double whole() const;
};

/// "none", "cancelled", "server-down", "restarted", "not-taken", "error-rate", "client", "not-kept-up".
[[nodiscard]] QString toKey(SweepStop stop);
/// "unknown", "breaks-down", "failed", "amplified", "flawed", "unfinished", "leaves", "holds".
[[nodiscard]] QString toKey(SweepOutcome outcome);

} // namespace experiment

Q_DECLARE_METATYPE(experiment::SweepProgress)
Q_DECLARE_METATYPE(experiment::SweepResult)
