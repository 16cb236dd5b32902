// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/tiletext.h"

#include <QWidget>

namespace ui {

/// One current value of the server: title, figure, and what it does. Its accessible name is all of it in one
/// sentence; while alerts are raised about it, it is tinted as the most urgent is, and its accessible description and its tip
/// name them. Thread: GUI.
class Tile final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tile)

public:
    explicit Tile(QWidget *parent = nullptr);

    void setText(const TileText &text);
    [[nodiscard]] const TileText &text() const { return m_text; }
    /// The detail that fits the present width.
    [[nodiscard]] QString shownDetail() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int indent() const;

    TileText m_text;
};

} // namespace ui
