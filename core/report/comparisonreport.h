// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"
#include "core/report/format.h"
#include "core/report/paper.h"

/// A comparison of two leak checks as a document. Pure functions, callable from any thread.
namespace report {

/// In any format; Format::Paper gives paperToJson() of comparisonPaper().
[[nodiscard]] QByteArray renderComparison(const CheckComparison &comparison, Format format);

/// Schema "tidemark.compare/1": change, sentence, accepted, before and after (server, startedAt, verdict, sentence, latencyMs,
/// the highest floors, rssOutsideHeap), resources with both estimates, the difference's interval and why it is unknown, functions, what the heap held by function.
[[nodiscard]] QByteArray comparisonToJson(const CheckComparison &comparison);
/// A row of its resources.
[[nodiscard]] QJsonObject comparedToJson(const CheckComparison::Row &row);
/// Self-contained HTML: the sentence, a table of resources, the functions, what else was measured, the two checks side by side. No script, no network;
/// light and dark follow the reader's system.
[[nodiscard]] QByteArray comparisonToHtml(const CheckComparison &comparison);
/// What is said of it, for a merge request and for paper.
[[nodiscard]] ReportText comparisonText(const CheckComparison &comparison);
[[nodiscard]] Paper comparisonPaper(const CheckComparison &comparison);
/// A header line and a row for each resource; what is not known is empty. RFC 4180, UTF-8, CRLF.
[[nodiscard]] QByteArray comparisonToCsv(const CheckComparison &comparison);
/// JUnit XML: one suite with one test case, "leaks no more than before", of the later check's address. A leak that is new or
/// worse is its failure, what cannot be told its error.
[[nodiscard]] QByteArray comparisonToJUnit(const CheckComparison &comparison);

} // namespace report
