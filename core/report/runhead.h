// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/keptrun.h"
#include "core/session/sessionsnapshot.h"

#include <QJsonObject>

/// What a list of runs says of one: command, address, times, verdict and sentence. Without secrets. Pure functions, any thread.
namespace report {

/// Verdicts: "done", "failed" (some uploads), "unfinished" (stopped before their end), "watched".
[[nodiscard]] session::KeptRun runHead(const session::SessionSnapshot &snapshot);

/// Of a leak check, a sweep or an audit by its JSON document. Verdicts: of a check its own, "leaks", "stable",
/// "inconclusive"; of a sweep that of its experiment::SweepOutcome; of an audit "failed", "passed", "unknown" (nothing could be decided, or it ended early).
[[nodiscard]] session::KeptRun runHead(const QJsonObject &measurement);

} // namespace report
