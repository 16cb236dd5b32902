// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/amplification.h"
#include "core/analysis/retention.h"
#include "core/analysis/verdict.h"
#include "core/experiment/checkplan.h"
#include "core/experiment/series.h"
#include "core/metrics/source.h"
#include "core/pprof/attribution.h"
#include "core/transfer/loadprogress.h"

namespace experiment {

/// What a check is doing.
enum class CheckPhase {
    Probe,
    WarmUp,
    Blank,
    Rounds,
    Aborts,
    Sizes,
    SameFile,
    Concurrency,
    Idle,
    Profile,
    Control,
    Done
};

/// Why a check ended without having done all it wanted. Its verdict is then inconclusive, whatever the numbers say,
/// unless the leak had outlasted the wait before.
enum class Interruption {
    None,
    Cancelled,
    NoMetrics, ///< Nothing to watch was found; CheckResult::error says where it was looked for.
    UploadsFailed, ///< The server refused or broke off uploads; CheckResult::error is the first of these failures.
    ReadingFailed, ///< The metrics could not be read any more.
    Restarted, ///< The server is another process than before.
    Gone, ///< Uploads failed, and nothing answers any more; CheckResult::error is the first of these failures.
    ForeignTraffic, ///< The server answered more requests than this program made.
    StaleMetrics, ///< The metrics are renewed only now and then: see isPageStale().
};

/// The floors before and after waiting without uploads.
struct IdleProbe
{
    std::chrono::seconds time{0};
    /// Of what the leading resource, or the one released late, had grown by.
    std::optional<double> returnedShare;
    /// No garbage was collected meanwhile, by a runtime that tells: of memory, the wait showed nothing.
    bool isUncollected = false;

    /// Whether it was long enough for what servers release late.
    [[nodiscard]] bool confirms() const { return time >= CheckPlan::standardIdle; }
};

/// Whom the growth is attributed to. `unit` is "bytes" or "goroutines".
struct Guilt
{
    QString unit;
    pprof::Attribution attribution;
    double uploads = 0; ///< Between the two profiles.
};

/// pprof profiles as the server sent them, to look at afterwards; empty where it offers none. The first ones are taken
/// after the blank rounds, the last ones after the uploads that made something grow, and only then.
struct CheckProfiles
{
    QByteArray heapBefore;
    QByteArray heapAfter;
    QByteArray goroutinesBefore;
    QByteArray goroutinesAfter;
};

/// How long uploads took, from the first attempt to connect to the end of their answer: of normal ones that were answered, as
/// many at once as the plan says. So long as somebody would have waited for the server.
struct AnswerTimes
{
    int uploads = 0; ///< So many were there.
    std::chrono::microseconds median{0};
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
    std::chrono::microseconds longest{0};
};

/// Everything a check found out, and under which conditions.
struct CheckResult
{
    CheckPlan plan;
    metrics::DiscoveryReport found;
    analysis::Reading reading = analysis::Reading::Other;
    qint64 startedMs = 0; ///< Unix milliseconds.
    std::chrono::milliseconds took{0};

    analysis::Verdict verdict;
    Interruption interruption = Interruption::None;
    base::Error error; ///< Of the interruption, if there is one.

    std::vector<analysis::ResourceVerdict> resources; ///< Of normal uploads.
    std::vector<analysis::ResourceVerdict> aborted; ///< Of aborted ones; empty: not tried.
    std::vector<analysis::ResourceVerdict> crowded; ///< Of many at once, per attempt; empty: not tried.
    std::vector<analysis::ResourceVerdict> spilled; ///< Of large ones; empty: not tried.
    std::vector<FloorAt> warmUp;
    std::vector<FloorReading> blanks;
    std::vector<FloorAt> rounds;
    std::vector<FloorAt> abortRounds;
    std::vector<FloorAt> crowdRounds;
    std::vector<FloorAt> spillRounds;
    int crowdConnections = 0; ///< How many at once.
    bool isCrowdSkipped = false; ///< For want of time.
    std::optional<IdleProbe> idle;
    std::optional<analysis::RetentionClass> retention;
    std::optional<analysis::SameFile> sameFile;
    std::optional<analysis::Amplification> amplification;
    std::optional<Guilt> guilt;
    std::optional<Guilt> heapGuilt; ///< Of analysis::Verdict::heap.
    CheckProfiles profiles;
    base::Error profileError; ///< Why there is no guilt although it leaks.

    int uploads = 0; ///< Successful ones, all phases.
    int abortedUploads = 0; ///< Broken off, or wrong, on purpose.
    int abortKinds
        = 0; ///< Ways to do so, in turn. What is said of aborted uploads is an average over all of them.
    double rarestAbort = 1; ///< Share of the rarest of them.
    int failedUploads = 0;
    double bodyBytes = 0; ///< Of one upload, on average.
    std::optional<AnswerTimes> answerTimes; ///< Nothing: no upload was answered.

    /// Between the first profile and the last; 0: there were no uploads.
    [[nodiscard]] double uploadsBetweenProfiles() const;
};

/// What can be shown while a check runs.
struct CheckProgress
{
    CheckPhase phase = CheckPhase::Probe;
    int round = 0; ///< In this phase, from 1.
    int rounds = 0; ///< Of this phase, as far as is known; 0: not known.
    double share = 0; ///< Of this round's uploads, or of the waiting time.
    int uploads = 0; ///< Successful ones so far.
    transfer::LoadTraffic traffic; ///< Of all uploads since the check began.
    std::chrono::milliseconds elapsed{0};
    /// Of this phase, at the pace so far; a check may need fewer rounds, or more. Nothing: too early to say.
    std::optional<std::chrono::milliseconds> phaseLeft;
    std::vector<FloorAt> floors; ///< Of normal uploads.
    std::vector<analysis::ResourceVerdict> provisional; ///< From three rounds on.

    /// 0…1 of the phase, as far as its rounds are known; else of this round, or of the wait.
    [[nodiscard]] double shareOfPhase() const;
};

/// "probe", "warm-up", "blank", "rounds", "aborts", "sizes", "same-file", "concurrency", "idle", "profile", "control",
/// "done".
[[nodiscard]] QString toKey(CheckPhase phase);
/// "none", "cancelled", "no-metrics", "uploads-failed", "reading-failed", "restarted", "gone",
/// "foreign-traffic".
[[nodiscard]] QString toKey(Interruption interruption);

} // namespace experiment

Q_DECLARE_METATYPE(experiment::CheckProgress)
Q_DECLARE_METATYPE(experiment::CheckResult)
