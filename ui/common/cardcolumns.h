// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <optional>

class QGridLayout;

namespace ui {

/// The cards of a page that measures - set-up, what is measured, what came of it, and perhaps one more below these two:
/// beside each other where there is room, else below each other; scrolls rather than cut a card. Its size hint is as high as
/// all of the set-up, with the button that starts. Thread: GUI. The cards become its own.
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
    [[nodiscard]] QSize sizeHint() const override;
    /// All cards as one: there is not room for three columns, or not even for all of the set-up. Else a card may scroll by
    /// itself; with this, there would be two bars beside each other.
    [[nodiscard]] bool isScrolling() const { return m_isScrolling; }

Q_SIGNALS:
    /// With every size, and when isScrolling() changes.
    void arranged(ui::CardColumns::Columns columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(Columns columns);
    void fit();
    void fitHeight();
    void setScrolling(bool on);
    [[nodiscard]] bool hasRoomForThree() const;
    [[nodiscard]] int setupHeight() const; ///< With what is around it.
    [[nodiscard]] int scaled(int pixels) const; ///< From the usual type to the present one.

    const Cards m_cards;
    const Widths m_widths;
    QGridLayout *m_grid;
    std::optional<Columns> m_columns;
    bool m_isScrolling = false;
    int m_setupHeight = 0; ///< As the size hint says.
};

} // namespace ui
