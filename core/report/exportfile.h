// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"

#include <span>

/// The one rule for whoever chooses a format first and types a name afterwards, as in a window: a file is what its name says.
///
/// - A name that ends as files end in which the thing can be had is left as it is, and its ending decides, whatever was
///   chosen: who types an ending means it. Whoever asked is to be told.
/// - Any other ending, or none, is a part of the name ("sent to 10.0.0.5", "before.txt"): the chosen one comes behind it, and
///   the chosen format is what is written.
/// - A name that was lengthened so is one that nobody agreed to write over: where a file has it already, it is numbered.
///
/// Any thread; looks at the folder, and writes nothing.
namespace report {

struct ExportFile
{
    QString name; ///< With its path.
    Format format = Format::Html;

    bool operator==(const ExportFile &) const = default;
};

/// How files of that format end, without the dot: "html", "pdf", "md", "csv", "json", "xml" (JUnit).
[[nodiscard]] QString endingOf(Format format);

/// `possible`: in what the thing can be had, `chosen` among them.
[[nodiscard]] ExportFile fileToWrite(const QString &typed, Format chosen,
                                     std::span<const Format> possible = allFormats);
/// The same for what is no report, by the endings themselves, in lower case and without the dot.
[[nodiscard]] QString fileToWrite(const QString &typed, const QString &chosen, const QStringList &possible);

} // namespace report
