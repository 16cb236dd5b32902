// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/htmlwriter.h"
#include "core/report/reporthead.h"

#include <functional>

/// What all HTML reports have in common, whatever they tell of. Pure functions, any thread.
namespace report {

/// A whole document, in which `writeMain` writes what is particular to it. Self-contained: nothing in it is loaded and
/// nothing runs, whatever should slip into it.
[[nodiscard]] QByteArray htmlPage(const ReportHead &head, const std::function<void(HtmlWriter &)> &writeMain);

/// "2026-11-23 20:32:13 UTC" as a time element; dash() for 0.
void writeTime(HtmlWriter &html, qint64 unixMs);
/// A data element: the value for programs, the text for people.
void writeData(HtmlWriter &html, double value, const QString &text);
/// Under which conditions it was measured: a section with a line each.
void writeConditionLines(HtmlWriter &html, const QStringList &lines);

} // namespace report
