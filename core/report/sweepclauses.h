// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

/// Parts of sentences on a sweep, without a capital and a stop; sweepwording.h makes whole ones of them. Any thread.
namespace report {

/// Uploads a second: "1,174", "58.7".
[[nodiscard]] QString rateText(double perSecond);
/// "92.0 % time out", "3.0 % fail".
[[nodiscard]] QString failuresText(const experiment::SweepLevel &level);
/// Of a level of an open loop that the server did not keep up with.
[[nodiscard]] QString notKeptUpText(const experiment::SweepLevel &level);
/// "the server is the bottleneck from 200 at once on"
[[nodiscard]] QString bottleneckClause(const experiment::SweepResult &result);
/// "no leak grows with the load"
[[nodiscard]] QString amplificationClause(analysis::Amplified amplified);
/// "each upload leaves about 8.00 KiB (heap) at every level: run a leak check"; empty where nothing surely is left.
[[nodiscard]] QString leftText(const experiment::SweepResult &result);

} // namespace report
