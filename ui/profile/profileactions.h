// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace ui {

/// Everything that can be done on the Profile page, as actions that buttons, menus and keys share. Their keys work
/// while the page is to be seen. Thread: GUI. Ownership: a child of the page.
class ProfileActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileActions)

public:
    explicit ProfileActions(QWidget &page);

    QAction *fetch; ///< Ctrl+Shift+F; the kind that was fetched last, at first the heap.
    QAction *open; ///< Ctrl+Alt+O
    QAction *takeBase; ///< Ctrl+B
    QAction *compare; ///< Ctrl+D
    QAction *dropBase;
    QAction *find; ///< Ctrl+F
    QAction *showFlame; ///< Ctrl+G; checkable
    QAction *showTable; ///< Ctrl+T; checkable
    QAction *copyText; ///< Ctrl+Shift+C
    QAction *copyStack;
    QAction *copyPicture;
    QAction *save; ///< Ctrl+S
};

} // namespace ui
