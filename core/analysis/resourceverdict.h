// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/floorseries.h"
#include "core/analysis/lookpolicy.h"
#include "core/analysis/steps.h"
#include "core/analysis/threshold.h"

#include <QString>

#include <optional>

namespace analysis {

/// What is said about one resource.
enum class Outcome {
    Leaks, ///< Grows with every upload; confirmed only by an idle probe (idle.h).
    Stable, ///< Nothing above the threshold.
    Inconclusive, ///< The reason says why.
    ReleasedLate, ///< Grew, and was given back while idle.
    GcClosed, ///< Descriptors that only the garbage collector closes.
    NeedsMoreRounds, ///< No look yet, or not clear at this one; `leaning` says what it looks like so far.
};

/// Why, with the verdict's numbers as parameters; the sentence is made elsewhere.
enum class Reason {
    TooFewRounds, ///< Fewer than three, or fewer uploads than a finding needs.
    BadData, ///< The floors are not finite numbers over rising uploads.
    Steady, ///< Leaks: every part of the series grows, `perUpload`.
    BelowThreshold, ///< Stable: `high` is below `threshold`; with `steps`, what grew did so once.
    Plateau, ///< Stable: grew until `plateauFrom`, then stopped.
    TooNoisy, ///< `noise` hides anything below `detectable`.
    NearThreshold, ///< The interval holds the threshold.
    StillSlowing, ///< Grows ever less, or has just stopped: a warm-up or a filling cache.
    StartedLate, ///< The later half grows, the whole not clearly.
    Uneven, ///< Grew in few jumps.
    Slow, ///< Counts that creep below the threshold.
    GrowsIdle, ///< Without uploads it grew as well, and both cannot be told apart (`blank`).
    InReserve, ///< Memory outside the heap: grew within what the runtime had taken before, and may be its own.
    Falls, ///< Fell all along: what is given back may hide what is kept.
    FallsBack, ///< Grew, but fell back in one go: kept for a while, it seems.
    NotPrecise, ///< Leaks, but the interval is still wider than wanted.
    TakesLonger, ///< It looks like a leak, but this resource needs more rounds for one to be named.
    NotCollected, ///< Heap whose garbage was hardly ever collected: neither its growth nor its rest tells anything.
    HoldsHeap, ///< Process memory: what grows in it may be the heap, of which nothing is known yet.
    GivenBack, ///< Released late: `returnedShare` came back while idle.
    ClosedByCollector, ///< `perUpload` descriptors were open before each forced collection and gone after.
};

struct ResourceVerdict
{
    Resource resource = Resource::Heap;
    Unit unit = Unit::Bytes;
    Reading reading = Reading::Other; ///< Of its floors: it says what would make the runtime collect.
    Outcome outcome = Outcome::NeedsMoreRounds;
    /// Leaks, Stable, GcClosed or Inconclusive as of now, from three rounds on; equals `outcome` once
    /// decided.
    Outcome leaning = Outcome::Inconclusive;
    Reason reason = Reason::TooFewRounds;

    /// All below are unknown before three rounds.
    std::optional<double> perUpload; ///< The slope, steps set aside.
    /// One-sided 99 % bounds, together a 98 % interval, widened by the reading's resolution and by 0.5 %, and
    /// downwards by what clean servers creep (threshold.h).
    std::optional<double> low;
    std::optional<double> high;
    double error = 0; ///< Half the width of the interval before it was widened.
    std::optional<double> robustSlope; ///< Theil–Sen, a second opinion.
    std::optional<double> detectable; ///< The smallest leak that would be found in 9 of 10 such series.
    double threshold = 0; ///< δ

    double noise = 0; ///< Standard deviation of one floor.
    double autocorrelation = 0;
    double blank = 0; ///< Per upload, what doing nothing grew by; already taken off.
    double firstHalf = 0; ///< Slopes.
    double secondHalf = 0;
    std::vector<Step> steps;
    std::optional<double> plateauFrom; ///< Uploads at which growth ended.
    std::optional<double> returnedShare; ///< By the idle probe.

    int rounds = 0;
    int nextLook = 0; ///< Rounds, when more are needed.
    double uploads = 0;
    double baseline = 0; ///< The first floor.
    double grown = 0; ///< The last floor less the first: a larger cache than this cannot be excluded.

    [[nodiscard]] bool isDecided() const { return outcome != Outcome::NeedsMoreRounds; }
    /// Whether chance alone may put `perUpload` off by no more than this share of it.
    [[nodiscard]] bool isPrecise(double share) const { return error <= share * perUpload.value_or(0); }
    /// It grew, and at its end less or not at all: undecided.
    [[nodiscard]] bool mayHaveEnded() const
    {
        return outcome == Outcome::Inconclusive && reason == Reason::StillSlowing;
    }
    [[nodiscard]] bool growsNow() const { return leaning == Outcome::Leaks; }
    /// What the steps upwards added, if a leak of the threshold's size would not have left more; 0 otherwise. It was kept
    /// once, as far as is known, and deserves a word.
    [[nodiscard]] double keptOnce() const;
};

/// What is known before any statistics: rounds, uploads, growth, when to look next; BadData for a series that
/// is not well formed. At the policy's last look the outcome is Inconclusive until something better is found.
[[nodiscard]] ResourceVerdict openVerdict(const FloorSeries &series, const Threshold &threshold,
                                          const LookPolicy &policy);

/// What happened once is no leak; what happened twice within one series, left as much both times, and together as much as a
/// leak would have, may be one that keeps something now and then: Stable becomes Inconclusive, Uneven. Of what the verdict
/// leans to.
void leaveRepeatedStepsOpen(ResourceVerdict &verdict);

/// "leaks", "stable", "inconclusive", "released-late", "gc-closed", "needs-more-rounds".
[[nodiscard]] QString toKey(Outcome outcome);

} // namespace analysis
