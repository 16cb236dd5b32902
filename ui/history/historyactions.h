// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"
#include "core/session/keptrun.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace ui {

class FormatActions;

/// What can be done on the History page, with keys; table, buttons and menus share these. Thread: GUI. A child of the page.
class HistoryActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryActions)

public:
    explicit HistoryActions(QWidget &page);

    QAction *open; ///< Ctrl+Shift+H; Enter in the table
    QAction *compare; ///< Ctrl+Shift+M
    QAction *editTags; ///< Ctrl+Shift+T; F2 in the table
    QAction *editNote; ///< Ctrl+Shift+N
    QAction *remove; ///< Ctrl+Del; Del in the table
    QAction *undo; ///< Ctrl+Z
    QAction *find; ///< Ctrl+Shift+K
    FormatActions *exports; ///< Ctrl+Alt+Shift+H, …

    void fillExportMenu(QMenu &menu) const;
    [[nodiscard]] bool canExport() const;
    /// As fits these runs. `formats`: in which there is a report of the only one.
    void setChosen(const QList<session::KeptRun> &runs, const QList<report::Format> &formats);
};

} // namespace ui
