// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/experiment/sweepresult.h"

/// Sweeps as they may end, judged as a real one is; pages, plots and reports are tested with them.
namespace examples {

/// What a level did, and how long its answers took: each `typical`, or, if `slowest` is longer, up to that.
struct Answers
{
    int done = 0;
    int refused504 = 0;
    int timedOut = 0;
    std::chrono::microseconds typical{0};
    std::chrono::microseconds slowest{0};
};
/// With a server that needs 1 MiB for each, and keeps 64 KiB of each refused one.
[[nodiscard]] experiment::SweepLevel sweepLevel(int connections, const Answers &answers);
/// The level as one of an open loop, of which so many a second arrived, and so many came to their end.
struct Pace
{
    double perSecond = 0;
    double endedPerSecond = 0;
};
[[nodiscard]] experiment::SweepLevel arriving(const Pace &pace, experiment::SweepLevel level);
/// Scaling and amplification of the levels.
[[nodiscard]] experiment::SweepResult judged(experiment::SweepResult result);

/// Begun, and nothing measured.
[[nodiscard]] experiment::SweepResult emptySweep();
/// 200 at once are too many: 92.5 % time out.
[[nodiscard]] experiment::SweepResult storm();
/// 200 at once get no more done than 50, and nothing fails.
[[nodiscard]] experiment::SweepResult calm();
/// The same of a server that answers 40 % with 429.
[[nodiscard]] experiment::SweepResult limiting();
/// Four levels, at the last of which it breaks down.
[[nodiscard]] experiment::SweepResult collapsing();
/// Four levels, all well.
[[nodiscard]] experiment::SweepResult scaling();
/// As calm(), but each upload leaves 8 KiB, with 50 at once as with 200.
[[nodiscard]] experiment::SweepResult leaving();
/// As scaling(), but with 50 at once the server goes down.
[[nodiscard]] experiment::SweepResult goneDown();
/// An open loop of two rates: it keeps up with 100 a second, and not with 200, of which many wait, and some never begin.
[[nodiscard]] experiment::SweepResult fallingBehind();
/// Of a server that tells nothing of itself; stopped by hand.
[[nodiscard]] experiment::SweepResult silentAndStopped();
/// Nobody listens there.
[[nodiscard]] experiment::SweepResult unreachable();
/// In the measured load of the third of collapsing()'s levels.
[[nodiscard]] experiment::SweepProgress sweeping();

} // namespace examples
