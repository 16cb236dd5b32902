// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/format.h"
#include "core/report/paper.h"

/// A leak check as a document. `baseline` is what it was held against; nullptr: nothing. Pure functions, callable from any
/// thread.
namespace report {

struct Baseline;

/// In any format; Format::Paper gives paperToJson() of checkPaper().
[[nodiscard]] QByteArray renderCheck(const experiment::CheckResult &result, Format format);
[[nodiscard]] QByteArray renderCheck(const experiment::CheckResult &result, Format format,
                                     const Baseline *baseline);

/// What is said of it, for an issue and for paper.
[[nodiscard]] ReportText checkText(const experiment::CheckResult &result, const Baseline *baseline = nullptr);
[[nodiscard]] Paper checkPaper(const experiment::CheckResult &result, const Baseline *baseline = nullptr);
/// One table: the verdict on each resource, then what was left after each round. The first column, "table", says which a row is,
/// "resource" or "round"; the columns of the other kind are empty, and so is what is not known. RFC 4180, UTF-8, CRLF.
[[nodiscard]] QByteArray checkToCsv(const experiment::CheckResult &result);
/// JUnit XML: one suite with one test case, "does not leak", of the address; with a baseline "leaks no more than the baseline".
/// A leak is its failure, unless the baseline accepts it, and an inconclusive check its error, as is what the baseline knows and
/// this check cannot tell.
[[nodiscard]] QByteArray checkToJUnit(const experiment::CheckResult &result,
                                      const Baseline *baseline = nullptr);

} // namespace report
