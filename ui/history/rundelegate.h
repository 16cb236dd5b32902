// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Paints the cells of a RunModel: the verdict by sign, word and colour, the row as one whole. Keeps no state.
class RunDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    [[nodiscard]] static int rowHeight(const QFont &font);
    /// What the column wants to be wide in that font, cut texts aside.
    [[nodiscard]] static int widthFor(const QFont &font, const QString &widest);
    [[nodiscard]] static int verdictWidth(const QFont &font);
};

} // namespace ui
