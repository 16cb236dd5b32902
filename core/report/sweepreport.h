// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QByteArray>

#include <optional>

/// A concurrency sweep as a document. Pure functions, callable from any thread.
namespace report {

enum class SweepFormat { Html, Markdown, Json, Csv };

/// By file ending: .html/.htm, .md, .json, .csv; nothing for any other.
[[nodiscard]] std::optional<SweepFormat> sweepFormatForFile(const QString &fileName);

[[nodiscard]] QByteArray renderSweep(const experiment::SweepResult &result, SweepFormat format);

/// The JSON contract of `tidemark-cli sweep` (schema "tidemark.sweep/1"). Unknown values are null, never 0.
[[nodiscard]] QByteArray sweepToJson(const experiment::SweepResult &result);
/// Self-contained HTML: the sentence, the notes, two charts, the tables, the conditions. No script, no network; light and dark
/// follow the reader's system.
[[nodiscard]] QByteArray sweepToHtml(const experiment::SweepResult &result);
/// To paste in an issue.
[[nodiscard]] QByteArray sweepToMarkdown(const experiment::SweepResult &result);
/// A header line and a row for each level; what is not known is empty. RFC 4180, UTF-8, CRLF.
[[nodiscard]] QByteArray sweepToCsv(const experiment::SweepResult &result);
/// JUnit XML: a test case for each level, which fails where the server breaks down, and one that no leak grows with the
/// load; what is not known is its error.
[[nodiscard]] QByteArray sweepToJUnit(const experiment::SweepResult &result);

} // namespace report
