// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/checkrecord.h"
#include "core/report/keptreport.h"
#include "core/session/runkeeper.h"

/// What can be made of a run of the history that was opened with some of its documents. Pure functions, any thread.
namespace report {

/// Its JSON document. Error Malformed, in words that name the run: it has none, or it is damaged.
[[nodiscard]] base::Result<RunJson> jsonOf(const session::OpenedRun &opened);

/// What a run is to be opened with for its report in that format.
[[nodiscard]] QStringList reportDocuments(Format format);
/// The report as it was kept, or made of the JSON. Errors: those of jsonOf() and reportFrom().
[[nodiscard]] base::Result<QByteArray> reportOf(const session::OpenedRun &opened, Format format);

/// What a comparison needs of a leak check.
struct ComparedCheck
{
    CheckRecord record;
    experiment::CheckProfiles profiles; ///< As far as they were kept.
};

/// Of any run, also of a file. Malformed: it is no leak check.
[[nodiscard]] base::Result<CheckRecord> checkRecordOf(const RunJson &run);
/// What a leak check is to be opened with to be compared.
[[nodiscard]] QStringList comparedDocuments();
/// Errors: those of jsonOf() and checkRecordOf().
[[nodiscard]] base::Result<ComparedCheck> comparedCheck(const session::OpenedRun &opened);

} // namespace report
