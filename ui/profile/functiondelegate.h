// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Rows of the function table: code in the fixed font, the program's own functions in semi-bold, places dim, a thin line
/// below each row, and a bar where the focus is. Thread: GUI.
class FunctionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FunctionDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    [[nodiscard]] static int rowHeight(const QFont &font);
};

} // namespace ui
