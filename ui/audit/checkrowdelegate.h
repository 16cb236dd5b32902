// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace ui {

/// What a row of checks has beside its text.
enum RowRole {
    SignRole = Qt::UserRole, ///< QString, of ui::icon(); none: no place for one.
    WordRole, ///< QString, in a pill at the end.
    ToneRole, ///< Tone of both, as int.
    HeadRole, ///< bool: stands above those that belong to it.
    IdRole, ///< QString: of the check.
};

/// Paints rows that are as tall as their text, which wraps: a box to tick or a sign, the text, and a word in a pill. The
/// row that the keys are for is marked where the view has the focus. Thread: GUI. Ownership: a child of the view.
class CheckRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckRowDelegate)

public:
    /// Gives the view, which has one column, the look of a list in a card, too.
    explicit CheckRowDelegate(QTreeView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// The box is clicked where it is painted, and a little around it.
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Places
    {
        QRect lead; ///< The box or the sign.
        QRect text;
        QRect word;
    };
    [[nodiscard]] Places placesIn(const QRect &row, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const;
    void paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QRect &place) const;

    QTreeView &m_view;
};

} // namespace ui
