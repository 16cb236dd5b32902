// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

/// Parts of Markdown documents as CommonMark and GitHub read them. Foreign text stays text: nothing in it becomes markup.
namespace report {

/// In one line.
[[nodiscard]] QString markdownWords(const QString &text);
/// What stands in all columns but the first: numbers are aligned to the right.
enum class Cells { Words, Numbers };
/// The first row is the head. With an empty line before it.
[[nodiscard]] QString markdownTable(const QList<QStringList> &rows, Cells cells);

} // namespace report
