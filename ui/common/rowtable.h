// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace ui {

/// Makes it a list of rows to look at and to choose from: no grid, a line each, nothing edited by a stray click, no row
/// headers. Tab leaves it: nobody should be caught in 100,000 rows.
void makeRowTable(QTableView &table);

} // namespace ui
