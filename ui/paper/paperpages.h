// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

class QTextDocument;

namespace ui::paper {

/// Parts the document into pages whose text is as large as `body`, or lower by some lines: as many as it takes to let the last
/// page not begin with less than a handful of them. What became of it is the document's pageSize(). The document has its
/// content and its layout's paint device. Any thread, as the document's.
void makePages(QTextDocument &document, const QSizeF &body);

/// How much of the document's last page is filled, in dots of its paint device.
[[nodiscard]] qreal filledOnLastPage(const QTextDocument &document);

} // namespace ui::paper
