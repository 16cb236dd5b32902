// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

/// The JSON contract of `tidemark-cli check` (schema "tidemark.check/1"). Unknown values are null, never 0.
[[nodiscard]] QByteArray checkToJson(const experiment::CheckResult &result);

/// JUnit XML: one suite with one test case, "does not leak", of the address. A leak is its failure, an inconclusive check
/// its error. `accepted` says why a leak is none this time; empty: it is.
[[nodiscard]] QByteArray checkToJUnit(const experiment::CheckResult &result, const QString &accepted = {});

/// Markdown, to paste in an issue.
[[nodiscard]] QByteArray checkToMarkdown(const experiment::CheckResult &result);

} // namespace report
