// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace report {

/// Rows of equally many cells as lines for a terminal: indented by two, the first column to the left, all others, which
/// are numbers, to the right. Without blanks at the ends of lines.
[[nodiscard]] QStringList textTable(const QList<QStringList> &rows);

} // namespace report
