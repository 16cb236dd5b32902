// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

/// Checks of an imagined server, judged by the real judgement.
namespace examples {

inline constexpr double mib = 1024.0 * 1024;

/// Keeps every body: leaks, confirmed by an idle probe, with the guilty function and profiles.
[[nodiscard]] experiment::CheckResult leaking();
/// Keeps a goroutine for each upload, and 40 KiB of heap, which is more than goroutines are made of.
[[nodiscard]] experiment::CheckResult leakingBeside();
/// Keeps a goroutine and 3 KiB of heap for each upload that is broken off.
[[nodiscard]] experiment::CheckResult leakingWhenAborted();
/// Keeps a goroutine for each upload when 16 are made at once.
[[nodiscard]] experiment::CheckResult leakingWhenCrowded();
/// Keeps the temporary file of each upload that is too large for the server's memory.
[[nodiscard]] experiment::CheckResult leakingWhenLarge();
[[nodiscard]] experiment::CheckResult stable();
/// 1 KiB per upload on a heap of 512 MiB; its first floor of the warm-up was 42 MiB lower.
[[nodiscard]] experiment::CheckResult leakingLittle();
/// The same without a leak.
[[nodiscard]] experiment::CheckResult stableWhenLarge();
/// Its heap varies too much to tell.
[[nodiscard]] experiment::CheckResult noisy();
/// Ended after `rounds` rounds.
[[nodiscard]] experiment::CheckResult interrupted(experiment::Interruption why, int rounds = 0);

/// In the middle of round `round` of a check of the leaking one.
[[nodiscard]] experiment::CheckProgress running(int round);

} // namespace examples
