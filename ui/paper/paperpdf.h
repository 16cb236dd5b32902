// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/paper.h"

namespace ui::paper {

/// A report as PDF: A4, its fonts embedded, on every page what it is about and, below, how numbers are meant, the program's
/// version and the page's number. Needs a QGuiApplication; blocks while it draws; any thread.
[[nodiscard]] QByteArray toPdf(const report::Paper &paper);

} // namespace ui::paper
