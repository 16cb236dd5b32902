// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/column.h"

#include <QList>
#include <QStringList>

/// Parts of Markdown documents as CommonMark and GitHub read them. Foreign text stays text: nothing in it becomes markup.
namespace report {

/// In one line.
[[nodiscard]] QString markdownWords(const QString &text);
/// The same, each line an item of a list.
[[nodiscard]] QString markdownList(const QStringList &lines);
/// Lines that stay lines, in one paragraph.
[[nodiscard]] QString markdownLines(const QStringList &lines);
/// With an empty line before it.
[[nodiscard]] QString markdownTable(const QList<Column> &columns, const QList<QStringList> &rows);

} // namespace report
