// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;
class QWidget;

namespace ui {

class UploadActions;

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
    QAction *exportHtml; ///< Ctrl+E
    QAction *exportPdf; ///< Ctrl+Shift+B
    QAction *exportMarkdown; ///< Ctrl+Shift+G
    QAction *exportJson; ///< Ctrl+Shift+J
    QAction *exportCsv; ///< Ctrl+Shift+V
    QAction *keys; ///< ?
    QAction *about; ///< F1
    QAction *quit; ///< Ctrl+Q
    std::array<QAction *, 3> theme; ///< By ThemeMode; checkable, exclusive.

    void fillExportMenu(QMenu &menu) const;
    void fillMenu(QMenu &menu, const UploadActions &uploads) const;
};

} // namespace ui
