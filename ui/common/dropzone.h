// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace ui {

/// A dashed frame that says "drop here", and more clearly so while something hovers. Only looks: dropping is
/// DropFilter's. Thread: GUI.
class DropZone final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropZone)

public:
    explicit DropZone(QWidget *parent = nullptr);

    void setHovered(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isHovered = false;
};

} // namespace ui
