// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace analysis {

/// Whether the largest rise of the floors looks like that of a buffer, slice or table that grows ahead: when it is full, its
/// content moves into a larger one - twice as large, or by a quarter (Go's append, bytes.Buffer, most hash tables) - so that
/// what is kept of every upload shows as floors that stand still between few rises, each in proportion to what was kept
/// before. Such a rise is at least `least` high, stands alone, and is at most four times as large as all that the
/// floors had grown by until then; so `floors` begin with the first one there is, before the warm-up. A pool that is
/// made once rises out of nothing, and a cache that fills does so in every round.
[[nodiscard]] bool risesAsGrowingBuffer(std::span<const double> floors, double least);

} // namespace analysis
