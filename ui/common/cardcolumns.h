// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <optional>

class QGridLayout;

namespace ui {

/// The three cards of a page that measures - set-up, what is measured, what came of it: beside each other where there is
/// room, else below each other; scrolls rather than cut a card. Thread: GUI. The cards become its own.
class CardColumns final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardColumns)

public:
    struct Cards
    {
        QWidget &setup;
        QWidget &middle;
        QWidget &verdict;
        int verdictWidth = 0; ///< At most, where it is a column; pixels in the usual type.
    };

    explicit CardColumns(const Cards &cards, QWidget *parent = nullptr);

    /// Wide enough for what breakable() leaves whole, in large type.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Whether all stand beside each other, so that the verdict's card has to scroll by itself. With every size.
    void arranged(bool isSideBySide);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Columns { One, Two, Three };
    void arrange(Columns columns);
    [[nodiscard]] int scaled(int pixels) const; ///< From the usual type to the present one.

    const Cards m_cards;
    QGridLayout *m_grid;
    std::optional<Columns> m_columns;
};

} // namespace ui
