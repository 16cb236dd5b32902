// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace ui {

/// What lies below the contents of a cell, so that rows look like one whole: the colour of selected ones, a line at the
/// bottom, and at the row's beginning a bar while it has the focus, which is the row's and not the cell's. Thread: GUI.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace ui
