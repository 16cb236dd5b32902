// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/format.h"
#include "core/session/keptrun.h"
#include "core/session/sessionsnapshot.h"

#include <map>

namespace experiment {
struct AuditResult;
struct SweepResult;
} // namespace experiment

/// What the history keeps of a run that is over, the same from the terminal and from the window: JSON always, and every other
/// document that cannot be made of it later. Without secrets. Pure functions, any thread.
namespace report {

/// Of uploads and of watching. `json` is the snapshot's, which the caller may have needed already.
[[nodiscard]] session::RunToKeep runToKeep(const session::SessionSnapshot &snapshot, const QByteArray &json);

/// Of a leak check, a sweep or an audit that is rendered in every format.
[[nodiscard]] session::RunToKeep measuredToKeep(const std::map<Format, QByteArray> &rendered);

/// What makes a leak check whole again: "check" (see checkToCbor()), and its profiles as the server sent them,
/// "pprof-heap-before" and so on, none of more than 4 MiB.
[[nodiscard]] session::RunDocuments wholeCheck(const experiment::CheckResult &result);

/// In every format, and whole.
[[nodiscard]] session::RunToKeep checkToKeep(const experiment::CheckResult &result);
[[nodiscard]] session::RunToKeep sweepToKeep(const experiment::SweepResult &result);
[[nodiscard]] session::RunToKeep auditToKeep(const experiment::AuditResult &result);

/// The formats from which checkFromDocuments() makes a check.
[[nodiscard]] const QStringList &checkDocuments();
/// The check again, as far as these are its documents: profiles that are not there stay empty.
/// Errors: NotFound, it was not kept whole; and those of checkFromCbor().
[[nodiscard]] base::Result<experiment::CheckResult>
checkFromDocuments(const session::RunDocuments &documents);
/// Those of a check's profiles alone, which may be large.
[[nodiscard]] const QStringList &profileDocuments();
/// What is found of them.
[[nodiscard]] experiment::CheckProfiles profilesFrom(const session::RunDocuments &documents);

} // namespace report
