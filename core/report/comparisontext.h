// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"

/// A comparison of two leak checks in words. Everything returned is printable(). Any thread.
namespace report {

/// "Fixed: heap 1.06 MiB → below 507 B per upload", "No difference: stable before and after", "Cannot tell: the check after
/// is inconclusive".
[[nodiscard]] QString comparisonSentence(const CheckComparison &comparison);

/// What has to be known beside it: conditions that differ, by how much it is sure, a line each.
[[nodiscard]] QStringList comparisonNotes(const CheckComparison &comparison);

/// "+1.06 MiB"; where it rests "below 507 B", analysis::Growth::bound(), or "0.00" where that is nothing; dash() when not
/// watched.
[[nodiscard]] QString growthText(const std::optional<analysis::ResourceVerdict> &verdict);
/// "−1.05 MiB (−1.07 to −1.04 MiB)" of a row; dash() when not known.
[[nodiscard]] QString changeText(const CheckComparison::Row &row);
/// "heap", "heap, aborted", "process memory outside the heap": a row's name.
[[nodiscard]] QString rowName(const CheckComparison::Row &row);

/// The two halves of that, for columns of their own; each dash() when not known.
[[nodiscard]] QString differenceText(const CheckComparison::Row &row);
[[nodiscard]] QString differenceIntervalText(const CheckComparison::Row &row);
/// What a function keeps of each upload, before or after: "1.06 MiB", "1.00 goroutines"; dash() when it was not named.
[[nodiscard]] QString keptText(const CheckComparison::Function &function, const std::optional<double> &value);

/// Something that both checks tell of themselves.
struct ComparedFact
{
    QString name; ///< "Address"
    QString before;
    QString after;
};
/// Their verdicts, and the conditions under which they came about.
[[nodiscard]] std::vector<ComparedFact> comparedFacts(const CheckComparison &comparison);

} // namespace report
