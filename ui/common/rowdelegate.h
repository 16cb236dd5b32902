// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QStyledItemDelegate>

#include <functional>

namespace ui {

/// What a row of a list says.
struct RowText
{
    QString pill; ///< A word before the title: "P1".
    Tone tone = Tone::Dim; ///< Of the pill.
    QString title;
    QString detail; ///< In small type below it.
    bool isDim = false; ///< Over, or off: the title is no news.
};

/// Paints rows of two lines: a pill and a title, a detail below, and the check box where the model has one. What does not fit
/// is elided; tool tips are the model's. Thread: GUI.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)

public:
    using Read = std::function<RowText(const QModelIndex &index)>;

    /// `read` says what a row of the view's model says.
    explicit RowDelegate(Read read, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const;
    static void paintTexts(QPainter &painter, const QRect &rect, const QFont &font, const RowText &text,
                           const Colors &colors);

    Read m_read;
};

} // namespace ui
