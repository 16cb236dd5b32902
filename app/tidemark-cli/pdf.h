// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"

/// PDFs by `tidemark-pdf`, a program of its own beside this one: to draw pages takes Qt Gui, which would cost every run of this
/// one memory and time to start.
namespace cli {

/// Whether a report in that format can be made at all. Error NotFound: it is a PDF, and there is no tidemark-pdf.
[[nodiscard]] base::Result<base::Done> canMake(report::Format format);

/// What render() gave, as it goes into a file: a PDF of Format::Paper, everything else as it is. Blocks while the PDF is made.
/// Errors: NotFound as above; WriteFailed with what tidemark-pdf said.
[[nodiscard]] base::Result<QByteArray> finishedReport(report::Format format, const QByteArray &rendered);

} // namespace cli
