// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkplan.h"

namespace report {

/// What a check of this plan does, and how long: "10 to 20 rounds, about 30 s; a leak is watched for 75 s more.". Any thread.
[[nodiscard]] QString checkBoundsText(const experiment::CheckPlan &plan);

} // namespace report
