// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui {

struct Colors;

/// Paints the cells of an UploadModel: progress as a bar, verdicts as pills, the row as one whole.
/// Asks only the row on screen for its record; keeps no state.
class UploadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Within the cell of the last column: the sign that leads to the details.
    [[nodiscard]] static QRect chevronRect(const QRect &cell);
    /// How tall every row is with this font.
    [[nodiscard]] static int rowHeight(const QFont &font);
};

} // namespace ui
