// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkrows.h"

#include "core/report/checkevidence.h"
#include "core/report/floorchart.h"

#include <algorithm>

namespace report {
namespace {

using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;

// What a witness says when its principal says the same.
bool isEcho(const ResourceVerdict &verdict, const std::vector<ResourceVerdict> &all)
{
    Resource principal = Resource::Heap;
    if (verdict.resource == Resource::TempBytes)
        principal = Resource::TempFiles;
    else if (verdict.resource != Resource::HeapObjects)
        return false;
    return std::ranges::any_of(all, [&](const ResourceVerdict &other) {
        return other.resource == principal && other.outcome == verdict.outcome
            && other.leaning == verdict.leaning;
    });
}

std::vector<ResourceVerdict> telling(std::vector<ResourceVerdict> verdicts)
{
    const std::vector<ResourceVerdict> all = verdicts;
    std::erase_if(verdicts, [&](const ResourceVerdict &verdict) { return isEcho(verdict, all); });
    const auto place = [](const ResourceVerdict &verdict) {
        return std::ranges::find(byImportance(), verdict.resource) - byImportance().begin();
    };
    std::ranges::stable_sort(verdicts, {}, place);
    return verdicts;
}

CheckRow rowOf(const CheckEvidence &evidence, const ResourceVerdict &verdict)
{
    return {.verdict = verdict,
            .outcome = verdict.outcome,
            .suffix = evidence.suffix,
            .hasInterval = evidence.hasInterval,
            .others = {}};
}

bool isQuiet(const ResourceVerdict &verdict)
{
    return verdict.outcome == Outcome::Stable || verdict.outcome == Outcome::ReleasedLate;
}

std::vector<CheckRow> rowsOfNormal(const CheckEvidence &evidence)
{
    std::vector<CheckRow> rows;
    for (const ResourceVerdict &verdict : telling(*evidence.verdicts))
        rows.push_back(rowOf(evidence, verdict));
    return rows;
}

std::vector<CheckRow> rowsOfAborted(const CheckEvidence &evidence)
{
    const std::vector<ResourceVerdict> &verdicts = *evidence.verdicts;
    if (std::ranges::all_of(verdicts, isQuiet)) {
        const auto late = std::ranges::find(verdicts, Outcome::ReleasedLate, &ResourceVerdict::outcome);
        CheckRow all = rowOf(evidence, late == verdicts.end() ? verdicts.front() : *late);
        all.kind = CheckRow::Kind::AllAborted;
        return {all};
    }
    std::vector<CheckRow> rows;
    for (const ResourceVerdict &verdict : telling(verdicts)) {
        if (!isQuiet(verdict))
            rows.push_back(rowOf(evidence, verdict));
    }
    return rows;
}

std::vector<CheckRow> rowsOfRare(const CheckEvidence &evidence)
{
    std::vector<CheckRow> rows;
    for (const ResourceVerdict &verdict : telling(*evidence.verdicts)) {
        if (verdict.outcome == Outcome::Leaks || verdict.outcome == Outcome::ReleasedLate)
            rows.push_back(rowOf(evidence, verdict));
    }
    return rows;
}

void foldStable(std::vector<CheckRow> &rows)
{
    const auto isStable = [](const CheckRow &row) { return row.outcome == Outcome::Stable; };
    CheckRow folded{.kind = CheckRow::Kind::Others,
                    .verdict = {},
                    .outcome = Outcome::Stable,
                    .suffix = {},
                    .others = {}};
    std::ranges::copy_if(rows, std::back_inserter(folded.others), isStable);
    if (folded.others.size() < 2)
        return;
    std::erase_if(rows, isStable);
    rows.push_back(std::move(folded));
}

} // namespace

std::vector<CheckRow> checkRows(const experiment::CheckResult &result)
{
    std::vector<CheckRow> rows;
    for (const CheckEvidence &evidence : evidenceGroups(result)) {
        const bool isAborted = evidence.verdicts == &result.aborted;
        const std::vector<CheckRow> more = evidence.suffix.isEmpty() ? rowsOfNormal(evidence)
            : isAborted                                              ? rowsOfAborted(evidence)
                                                                     : rowsOfRare(evidence);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    if (result.verdict.outcome == Outcome::Leaks)
        foldStable(rows);
    return rows;
}

std::vector<CheckRow> leaningRows(const std::vector<ResourceVerdict> &verdicts)
{
    std::vector<CheckRow> rows;
    for (const ResourceVerdict &verdict : telling(verdicts))
        rows.push_back({.verdict = verdict, .outcome = verdict.leaning, .suffix = {}, .others = {}});
    return rows;
}

} // namespace report
