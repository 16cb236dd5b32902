// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

class QTextDocument;

namespace ui::paper {

/// What the cells of a column take.
struct ColumnNeed
{
    qreal least = 0; ///< No word broken.
    qreal whole = 0; ///< No line broken.
    qreal usual = 0; ///< Of most cells: the mean of what each takes with no line broken.
};

/// The widths of columns that together are as wide as `room`: each has what it needs at least, and of what is left as much as
/// its lines usually are longer; what no column needs goes to the longest lines or, where all fits, to all. Pure function, any thread.
[[nodiscard]] std::vector<qreal> sharedWidths(const std::vector<ColumnNeed> &needs, qreal room);

/// Makes the columns of all tables as wide as their cells ask for. The document has been laid out, as wide as `room`. Any
/// thread, as the document's.
void shareColumns(QTextDocument &document, qreal room);

} // namespace ui::paper
