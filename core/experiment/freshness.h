// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/series.h"

namespace experiment {

/// Whether a page of metrics is surely renewed only now and then, so that its floors tell of moments before. Pure; the floors
/// have uploads in between.
///
/// By the CPU time that the process says to have used, which has to move with uploads and with looking: what stood still
/// while, at the pace at which it moves otherwise, five ticks of the usual clock (10 ms, proc(5)) would have passed, was not
/// renewed. Whole seconds tell nothing. And by what the page says of the heap of a runtime that collects garbage, which does
/// not stand still to the byte, unless by chance: then the time moves. Where neither is told nobody can know.
[[nodiscard]] bool isPageStale(std::span<const FloorAt> floors, analysis::Reading reading);

} // namespace experiment
