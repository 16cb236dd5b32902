// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"

/// A comparison of two leak checks in words and as documents. Any thread.
namespace report {

/// "Fixed: heap 1.06 MiB → below 518 B per upload", "No difference: stable before and after", "Cannot tell: the check after
/// is inconclusive".
[[nodiscard]] QString comparisonSentence(const CheckComparison &comparison);

/// What has to be known beside it: conditions that differ, by how much it is sure, a line each.
[[nodiscard]] QStringList comparisonNotes(const CheckComparison &comparison);

/// "+1.06 MiB"; "below 518 B" where it rests; dash() when not watched.
[[nodiscard]] QString growthText(const std::optional<analysis::ResourceVerdict> &verdict);
/// "−1.05 MiB (−1.07 to −1.04 MiB)" of a row; dash() when not known.
[[nodiscard]] QString changeText(const CheckComparison::Row &row);
/// "heap", "heap, aborted": a row's name.
[[nodiscard]] QString rowName(const CheckComparison::Row &row);

/// Schema "tidemark.compare/1": change, sentence, accepted, before and after (server, startedAt, verdict, sentence, latencyMs,
/// the highest floors), resources with both estimates and the difference's interval, functions, and what the heap held by function.
[[nodiscard]] QByteArray comparisonToJson(const CheckComparison &comparison);
/// Markdown, to paste in a pull request.
[[nodiscard]] QByteArray comparisonToMarkdown(const CheckComparison &comparison);

} // namespace report
