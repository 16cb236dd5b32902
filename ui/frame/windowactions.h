// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;
class QWidget;

namespace ui {

class FormatActions;

/// What can be done anywhere in the window, with its keys; bar, menus and shortcuts share these.
/// Thread: GUI. Ownership: a child of the window.
class WindowActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    explicit WindowActions(QWidget &window);

    QAction *focusAddress; ///< Ctrl+L
    QAction *reconnect; ///< F5
    QAction *showWatch; ///< Ctrl+Shift+L, checkable
    QAction *showReport; ///< Ctrl+I, checkable
    QAction *servers; ///< Ctrl+Shift+S
    QAction *alerts; ///< Ctrl+Shift+A
    QAction *settings; ///< Ctrl+,
    QAction *startSample; ///< Ctrl+Shift+P
    QAction *note; ///< M
    FormatActions *exports; ///< Ctrl+E for HTML, Ctrl+Shift and B, G, J, V for PDF, Markdown, JSON, CSV
    QAction *keys; ///< ?, F1
    QAction *about; ///< Ctrl+F1
    QAction *quit; ///< Ctrl+Q
    std::array<QAction *, 3> theme; ///< By ThemeMode; checkable, exclusive.

    void fillExportMenu(QMenu &menu) const;
    void fillMenu(QMenu &menu) const;
};

} // namespace ui
