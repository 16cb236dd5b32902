// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

/// What is said of a sweep, the same in terminal, window and reports. Any thread.
namespace report {

/// A level by its name: "200 at once", or of an open loop "200 a second".
[[nodiscard]] QString levelName(const experiment::SweepLevel &level);
[[nodiscard]] QString levelName(const experiment::SweepLoad &load);

/// In one sentence: "Breaks down at 200 at once: 92.0 % time out; the server is the bottleneck from 200 at once on; a
/// leak grows with the load". Where each upload leaves something at every level it says that, not "no leak".
[[nodiscard]] QString sweepSentence(const experiment::SweepResult &result);
/// How it begins, for large type: "The server went down at 50 at once", "Breaks down at 200 at once", "Takes 50 at once".
[[nodiscard]] QString sweepHeadline(const experiment::SweepResult &result);
/// And how that goes on: "92.0 % time out", "839 uploads/s".
[[nodiscard]] QString sweepDetail(const experiment::SweepResult &result);

/// What else has to be known, a line each: why it stopped, who was slow and how that is known, amplification, and
/// sweepRemarks().
[[nodiscard]] QStringList sweepNotes(const experiment::SweepResult &result);
/// What each upload leaves at every level, failures by kind, levels that were cut short, who waited in line, and why what an upload in flight takes is not known.
[[nodiscard]] QStringList sweepRemarks(const experiment::SweepResult &result);

/// Under which conditions it was measured, a line each.
[[nodiscard]] QStringList sweepConditions(const experiment::SweepResult &result);

/// Why it did not go on; empty if it did all levels.
[[nodiscard]] QString stopText(const experiment::SweepResult &result);
/// "server", "server's limiter", "client", "this machine", "none", "unclear".
[[nodiscard]] QString bottleneckName(const analysis::Scaling &scaling);
/// Who is the bottleneck, and how that is known.
[[nodiscard]] QString bottleneckText(const experiment::SweepResult &result);
/// What the server broke down by; empty if it did not.
[[nodiscard]] QString collapseText(const experiment::SweepResult &result);
/// Why amplification is present, absent or unknown.
[[nodiscard]] QString amplificationText(const experiment::SweepResult &result);

/// What a plan does at most, where an upload has so many bytes: "up to 6,460 uploads, 200 at once, 6.31 GiB in all". Of a
/// closed loop by time: "as many uploads as are answered in 5 s at each level, 200 at once in the end, 1,000,000 in all at
/// most".
[[nodiscard]] QString sweepBoundsText(const experiment::SweepPlan &plan, double bodyBytes);
/// What it is doing: "measuring 42 %". Empty when it is over.
[[nodiscard]] QString sweepPhaseText(const experiment::SweepProgress &progress);

/// "+58.3 KiB", "0.00"; dash() when not known.
[[nodiscard]] QString growthText(analysis::Resource resource, double perUpload);
/// "92.0 %"
[[nodiscard]] QString shareText(double share);

} // namespace report
