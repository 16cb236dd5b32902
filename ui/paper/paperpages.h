// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paperbreaks.h"

#include <QSizeF>

class QTextDocument;

namespace ui::paper {

class PaperObjects;

/// Lays the document out on one endless page as wide as `body` and parts it into pages at most as high: between rows and lines,
/// never behind a heading. Charts become a little smaller where that saves a page. The document has its content, its layout's
/// paint device and `objects`. Any thread, as the document's.
[[nodiscard]] std::vector<PaperPage> makePages(QTextDocument &document, PaperObjects &objects,
                                               const QSizeF &body);

} // namespace ui::paper
