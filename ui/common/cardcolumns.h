// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <optional>

class QGridLayout;

namespace ui {

/// The cards of a page that measures - set-up, what is measured, what came of it, and perhaps one more below these two:
/// beside each other where there is room, else below each other; scrolls rather than cut a card. Thread: GUI. The cards
/// become its own.
class CardColumns final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardColumns)

public:
    enum class Columns { One, Two, Three };
    Q_ENUM(Columns)

    struct Cards
    {
        QWidget &setup;
        QWidget &second;
        QWidget &third;
        QWidget *below = nullptr;
    };
    /// Pixels in the usual type.
    struct Widths
    {
        int threeFrom = 820; ///< Of the page.
        int setup = 208; ///< At most, where it is a column; so is the next.
        int third = QWIDGETSIZE_MAX;
        int secondStretch = 1; ///< What three columns get of the width that is over.
        int thirdStretch = 1;
    };

    CardColumns(const Cards &cards, const Widths &widths, QWidget *parent = nullptr);

    /// Wide enough for what breakable() leaves whole, in large type.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// With every size. Where there are three, a card may scroll by itself.
    void arranged(ui::CardColumns::Columns columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(Columns columns);
    void fitHeight();
    [[nodiscard]] int scaled(int pixels) const; ///< From the usual type to the present one.

    const Cards m_cards;
    const Widths m_widths;
    QGridLayout *m_grid;
    std::optional<Columns> m_columns;
};

} // namespace ui
