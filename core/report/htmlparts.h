// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/htmlwriter.h"
#include "core/report/summary.h"

/// The sections of an HTML report. Each writes itself, or nothing when there is nothing to say.
namespace report {

/// Why uploads failed: one card a reason, with the server's words and what to do.
void writeFailures(HtmlWriter &html, const Summary &summary);
/// The server before, at its peak and after: one tile a role, and what collecting and computing cost.
void writeTiles(HtmlWriter &html, const Summary &summary);
/// Charts of memory, goroutines, descriptors and upload rate on one time axis.
void writeChart(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary);
/// All uploads, failed ones first. Beyond 200 they fold away; beyond 10,000 they are only counted.
void writeUploads(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary);
/// Which alerts were raised, by which rules.
void writeAlerts(HtmlWriter &html, const session::SessionSnapshot &snapshot);
/// Marks and notes.
void writeMarks(HtmlWriter &html, const session::SessionSnapshot &snapshot);
/// What was found on connecting, what is missing, and how to get it.
void writeWatching(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary);
/// Under which conditions all this was measured.
void writeConditions(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary);

} // namespace report
