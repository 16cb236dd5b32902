// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <array>

namespace report {

/// What a report can be had as, whatever it tells of.
enum class Format {
    Html,
    Markdown,
    Csv,
    Json,
    JUnit,
    Paper, ///< A Paper, of which ui/paper makes a PDF: core draws no pages.
};

inline constexpr std::array allFormats{Format::Html, Format::Markdown, Format::Csv,
                                       Format::Json, Format::JUnit,    Format::Paper};

/// By file ending: .html/.htm, .pdf, .md, .csv, .json, .xml (JUnit). Error Malformed ("unknown report format …") for any other.
[[nodiscard]] base::Result<Format> formatForFile(const QString &fileName);
/// By name as after `--format`: "html", "pdf", "md", "csv", "json", "junit", and as endings are. Error Malformed.
[[nodiscard]] base::Result<Format> formatForName(const QString &name);
/// "html", "paper", "md", "csv", "json", "junit": what a run's document is kept as.
[[nodiscard]] QString toKey(Format format);

} // namespace report
