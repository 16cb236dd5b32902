// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/column.h"
#include "core/report/htmlwriter.h"

/// Parts of tables in HTML reports. Pure functions, any thread.
namespace report {

/// Whether a table is a card of its own, or part of one.
enum class TableFrame { Card, None };

/// Opens a table, writes its head and opens its body; closeTable() closes all of it.
void openTable(HtmlWriter &html, const QList<Column> &columns, TableFrame frame = TableFrame::Card);
void closeTable(HtmlWriter &html);

/// The cell that names a row.
void writeRowName(HtmlWriter &html, const QString &name);
/// A number's cell.
void writeNumber(HtmlWriter &html, const QString &text);

} // namespace report
