// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace ui {

class DropZone;

/// What the page says before there is a profile: what one is for, and how to get one. Thread: GUI.
class EmptyProfile final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyProfile)

public:
    /// The actions outlive it.
    EmptyProfile(QAction &fetch, QAction &open, QWidget *parent = nullptr);

    /// Something to be dropped hovers over the page.
    void setHovered(bool on);

private:
    void follow(QAction &fetch);

    DropZone *m_zone;
    QPushButton *m_fetch;
    QLabel *m_lesson;
};

} // namespace ui
