// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace report {

/// What stands in a column: numbers are aligned to the right.
enum class Cells { Words, Numbers };

/// A column of a table, in whichever format.
struct Column
{
    QString title;
    Cells cells = Cells::Words;
};

} // namespace report
