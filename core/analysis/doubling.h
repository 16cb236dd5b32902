// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/floorseries.h"

#include <span>

namespace analysis {

/// Whether floors that stand still may be those of a buffer, slice or table that grows ahead: when it is full, its content
/// moves into one that is larger by a quarter up to twice as large (Go's append, bytes.Buffer, most hash tables), so that
/// what is kept of every upload shows as few rises with rest between them. A rise counts that is at least `least` high and
/// stands alone: a cache that fills rises in every round. After a rise at upload n such a buffer rises again by upload 2 n, so
/// rest for much longer than that rules it out, and what is left is a pool or a table that was made once. `floors` begin
/// with the first one there is, before the warm-up; uploads of which the server was asked before nobody knows.
[[nodiscard]] bool restsAsGrowingBuffer(std::span<const Floor> floors, double least);

} // namespace analysis
