// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace ui {

/// A small window at a button, that closes by Esc or a click beside it: a plain surface with a thin line around it.
/// Thread: GUI.
class PopupFrame : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PopupFrame)

public:
    explicit PopupFrame(QWidget *parent = nullptr);

    /// Below the anchor, left edges in line, as far as the screen has room; above it where there is none below. Shows it: who
    /// calls gives the focus to what is to have it.
    void popUpAt(const QWidget &anchor);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
