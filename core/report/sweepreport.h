// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "core/report/format.h"
#include "core/report/paper.h"

/// A concurrency sweep as a document. Pure functions, callable from any thread.
namespace report {

/// In any format; Format::Paper gives paperToJson() of sweepPaper().
[[nodiscard]] QByteArray renderSweep(const experiment::SweepResult &result, Format format);

/// The JSON contract of `tidemark-cli sweep` (schema "tidemark.sweep/1"). Unknown values are null, never 0. Of an open loop
/// levels are called by their rate ("from", "at", "low", "high"), and their "concurrency" is the most that were in flight.
[[nodiscard]] QByteArray sweepToJson(const experiment::SweepResult &result);
/// Self-contained HTML: the sentence, the notes, two charts, the tables, the conditions. No script, no network; light and dark
/// follow the reader's system.
[[nodiscard]] QByteArray sweepToHtml(const experiment::SweepResult &result);
/// What is said of it, for an issue and for paper.
[[nodiscard]] ReportText sweepText(const experiment::SweepResult &result);
[[nodiscard]] Paper sweepPaper(const experiment::SweepResult &result);
/// A header line and a row for each level; what is not known is empty. RFC 4180, UTF-8, CRLF.
[[nodiscard]] QByteArray sweepToCsv(const experiment::SweepResult &result);
/// JUnit XML: a test case for each level, which fails where the server breaks down, goes down, or more uploads fail than
/// SweepResult::tolerated, and one that no leak grows with the load; what is not known is its error.
[[nodiscard]] QByteArray sweepToJUnit(const experiment::SweepResult &result);
/// Whether the server stood it, and whether a leak is amplified, or there perhaps.
[[nodiscard]] QList<Badge> sweepBadges(const experiment::SweepResult &result);

} // namespace report
