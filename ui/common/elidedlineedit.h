// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ui {

/// A line to type in that, while nobody does, ends with "…" where its text is too long, rather than in the middle of a letter.
/// Thread: GUI.
class ElidedLineEdit final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLineEdit)

public:
    using QLineEdit::QLineEdit;

    [[nodiscard]] bool isElided() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect textRect() const;
};

} // namespace ui
