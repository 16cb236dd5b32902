// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/loadplan.h"

namespace experiment {

/// Of one upload of a plan, on average, as its files are now.
[[nodiscard]] double averageBodyBytes(const transfer::LoadPlan &uploads);

} // namespace experiment
