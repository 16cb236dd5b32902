// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

/// One kind of uploads that a check made, and what they left. Pointers into the result.
struct CheckEvidence
{
    QString uploads; ///< "uploads", "aborted uploads", "uploads, 16 at once", "large uploads"
    QString suffix; ///< For a resource's name in a table: "", "aborted", "16 at once", "large".
    QString key; ///< The same in CSV, for programs.
    const std::vector<experiment::FloorAt> *rounds = nullptr;
    const std::vector<analysis::ResourceVerdict> *verdicts = nullptr;
    double bodyBytes = 0; ///< Of one upload.
    bool hasInterval = true; ///< False: `low` and `high` are the extremes of few steps.
};

/// The kind of uploads that the verdict's sentence is about. Any thread.
[[nodiscard]] CheckEvidence evidenceOf(const experiment::CheckResult &result);

/// All kinds with verdicts, normal uploads first: the groups of a table. Of many at once and large ones only what leaks
/// counts, so they come only where something of theirs does. Any thread.
[[nodiscard]] std::vector<CheckEvidence> evidenceGroups(const experiment::CheckResult &result);

/// The verdict on one resource; nullptr if it was not watched.
[[nodiscard]] const analysis::ResourceVerdict *find(const std::vector<analysis::ResourceVerdict> &verdicts,
                                                    analysis::Resource resource);
/// The first that grows so far; objects and the process's memory, which follow others, aside. nullptr if none does.
[[nodiscard]] const analysis::ResourceVerdict *
firstGrowing(const std::vector<analysis::ResourceVerdict> &verdicts);
/// What a person waits for to hear of: firstGrowing(), else whatever is judged first. nullptr if nothing is.
[[nodiscard]] const analysis::ResourceVerdict *
foremost(const std::vector<analysis::ResourceVerdict> &verdicts);
/// The function to name; nullptr if there is none.
[[nodiscard]] const pprof::Suspect *guiltyOf(const experiment::CheckResult &result);

/// "heap", "heap, aborted": a row's name.
[[nodiscard]] QString rowName(const CheckEvidence &evidence, analysis::Resource resource);

} // namespace report
