// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QJsonObject>

namespace report {

/// One of the "levels" of sweepToJson(). `mostAtOnce`: of the plan, for an open loop. What is not known is null. Pure.
[[nodiscard]] QJsonObject levelToJson(const experiment::SweepLevel &level, int mostAtOnce);

} // namespace report
