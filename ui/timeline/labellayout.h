// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ui {

/// Where labels go that want to stand beside their lines: as near to `wanted` (centres) as possible, at least
/// `distance` apart, in the same order, within [from, to] as long as they fit there. Pure; same order as the
/// input.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted, double distance,
                                               double from, double to);

} // namespace ui
