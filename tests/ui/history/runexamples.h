// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runkeeper.h"

namespace examples {

/// Thirty runs of some weeks, newest first, of every kind and verdict.
[[nodiscard]] QList<session::KeptRun> keptRuns();
/// The answer to a question for runs, if the history held these.
[[nodiscard]] session::RunList listOf(const QList<session::KeptRun> &runs, const session::RunFilter &filter);

} // namespace examples
