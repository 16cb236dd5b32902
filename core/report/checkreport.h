// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/format.h"
#include "core/report/paper.h"

/// A leak check as a document. Pure functions, callable from any thread.
namespace report {

/// In any format; Format::Paper gives paperToJson() of checkPaper().
[[nodiscard]] QByteArray renderCheck(const experiment::CheckResult &result, Format format);

/// What is said of it, for an issue and for paper.
[[nodiscard]] ReportText checkText(const experiment::CheckResult &result);
[[nodiscard]] Paper checkPaper(const experiment::CheckResult &result);
/// One table: the verdict on each resource, then what was left after each round. The first column, "table", says which a row is,
/// "resource" or "round"; the columns of the other kind are empty, and so is what is not known. RFC 4180, UTF-8, CRLF.
[[nodiscard]] QByteArray checkToCsv(const experiment::CheckResult &result);
/// JUnit XML: one suite with one test case, "does not leak", of the address. A leak is its failure, an inconclusive check
/// its error. `accepted` says why a leak is none this time; empty: it is.
[[nodiscard]] QByteArray checkToJUnit(const experiment::CheckResult &result, const QString &accepted = {});

} // namespace report
