// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/focusarea.h"

namespace ui {

/// Holds a notice above what it is about: as tall as the notice where there is room, lower and to be scrolled in a low window,
/// and there only while the notice is. What stands below is to have a stretch in their layout: then the notice gets its
/// height first. Thread: GUI.
class NoticeArea final : public FocusArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeArea)

public:
    /// Takes the notice over, shown or hidden.
    explicit NoticeArea(QWidget &notice, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace ui
