// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace ui {

/// A button with a text alone that gives way as an ElidedLabel does: it may become as narrow as three characters, and then
/// shows "…". What it says in full belongs in its tool tip or its accessible name. Thread: GUI.
class ElidedButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedButton)

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int around() const; ///< What the style leaves beside the text, in pixels.
};

} // namespace ui
