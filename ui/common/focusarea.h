// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ui {

/// A scroll area in which everything comes into view that gets the focus by a key: by Tab from within and from outside, and
/// by a mnemonic. In a text that is taller than the area the cursor is followed, so that all of it can be read. Scrolls
/// downwards only, and is no stop of Tab itself. Thread: GUI.
class FocusArea : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusArea)

public:
    explicit FocusArea(QWidget *parent = nullptr);
    ~FocusArea() override;

private:
    void follow(QWidget *focused);
    void followCursor();
};

} // namespace ui
