// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paperbreaks.h"

class QTextBlockFormat;
class QTextDocument;

/// What of a document must not be torn apart at the end of a page: lines, rows of tables, what is drawn. Any thread, as the
/// document's.
namespace ui::paper {

/// The block is to be on one page with the beginning of what follows it: a heading, or a line of a few that belong together.
void keepWithNext(QTextBlockFormat &format, bool isKept = true);

/// All of the document from above to below, as it is laid out on one endless page. A row of a table that is higher than `page`
/// comes in its lines.
[[nodiscard]] std::vector<Piece> piecesOf(const QTextDocument &document, qreal page);

} // namespace ui::paper
