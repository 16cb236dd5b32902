// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/resourceverdict.h"

#include <span>

namespace analysis {

/// Less of what had grown than this, and nothing has come back.
inline constexpr double leastReturned = 0.2;

/// What waiting without uploads showed about a resource that had grown.
enum class IdleOutcome {
    Kept, ///< Less than a fifth came back: the leak is confirmed.
    Partly, ///< In between: both are reported.
    ReleasedLate, ///< Four fifths or more came back: late, not a leak.
};

struct IdleJudgement
{
    IdleOutcome outcome = IdleOutcome::Kept;
    double returnedShare = 0; ///< ρ, not clamped: negative when it went on growing.
};

/// ρ = (end - idle) / (end - start) with the limits 0.2 and 0.8 (leak-check method, section 3.2). Nothing
/// when the resource had not grown. All three are floors taken the same way.
[[nodiscard]] std::optional<IdleJudgement> judgeIdle(double start, double end, double idle);

/// The verdict after the probe: a leak that was given back becomes ReleasedLate, otherwise stays what it is;
/// `returnedShare` is filled in. `before` and `after` are the floors around the wait.
///
/// `made` times as many uploads as the verdict knows of were made until the wait. What it had grown by then is their
/// growth at that rate, if the floor before the wait was that high: more is something else's, and less has come back
/// already or was never kept; but at least what the verdict saw.
///
/// `pace` is what it would have grown by in the wait if it grew with time as it did in the rounds; 0: not known. What
/// grows half as fast without uploads does not grow with them: Inconclusive, GrowsIdle.
[[nodiscard]] ResourceVerdict afterIdle(ResourceVerdict verdict, double before, double after, double made = 1,
                                        double pace = 0);

/// The verdict after looking on without uploads: `floors` were taken then, the first of them before, in a time that was
/// `share` of that of the rounds (1: longer ones count as that). What rises by half of what it grew by in so long, at
/// whatever moment of it, does not grow with uploads: GrowsIdle - a job that fills and empties memory on its own is at
/// another place whenever one looks. What falls by half of what it grew by is not kept with each upload, nor what falls
/// from look to look, by a fifth so far: FallsBack, unless `mayFall`, where what is given back has a judgement of its own. Only leaks change.
[[nodiscard]] ResourceVerdict afterLookingOn(ResourceVerdict verdict, std::span<const double> floors,
                                             double share, bool mayFall = false);

/// The verdict after a later phase with uploads of another kind, which add what they like: only what fell by half of what
/// it had grown by tells something of it, FallsBack: from any floor where they hold no garbage, else below the first. Only
/// leaks change.
[[nodiscard]] ResourceVerdict afterLaterFloors(ResourceVerdict verdict, std::span<const double> floors);

/// The verdict on uploads of another kind, made after all others: `floors` are those before, in their order. What has come
/// and gone there - a batch, a table that is purged now and then - may be filling again: growth that is not half as much
/// again as the largest fall tells nothing, FallsBack. Only leaks change.
[[nodiscard]] ResourceVerdict afterEarlierFloors(ResourceVerdict verdict, std::span<const double> floors);

/// The verdict after many more uploads of the same kind: since the first of its rounds `uploads` were made, and it has grown
/// by `grown` in all. A leak goes on for ever; what has grown by less than half of that by now came to its end: StillSlowing.
/// Only leaks change.
[[nodiscard]] ResourceVerdict afterAllUploads(ResourceVerdict verdict, double grown, double uploads);

/// The verdict after more rounds of the same uploads, made after all others: `rounds` opens with the floor before them. A
/// leak goes on for ever; a cache may have been filled meanwhile. Where the middle one of the rounds grew by less than half
/// of what is expected, and all of them by less than scatter explains, growth has ended: Inconclusive, StillSlowing. The
/// middle one, because a pool may be emptied in any. Only leaks change; fewer than three rounds tell nothing.
[[nodiscard]] ResourceVerdict afterMoreRounds(ResourceVerdict verdict, const FloorSeries &rounds);

} // namespace analysis
