// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace ui {

class UploadModel;
class UploadTable;

/// Everything that can be done to the queue, as actions that buttons, menus and keys share.
/// Those that concern the selection work while the table has the focus; the others anywhere in the window.
/// Thread: GUI. Ownership: a child of the page.
class UploadActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadActions)

public:
    UploadActions(UploadModel &model, UploadTable &table, QWidget &page);

    QAction *addFiles; ///< Ctrl+O
    QAction *addFolder; ///< Ctrl+Shift+O
    QAction *folderOptions; ///< Ctrl+Alt+F
    QAction *stopWalk; ///< Ctrl+.
    QAction *showFailed; ///< Ctrl+Shift+E
    QAction *pauseQueue; ///< Ctrl+P; says "Resume" while the queue is paused.
    QAction *cancelAll; ///< Ctrl+Shift+Delete
    QAction *retryAllFailed; ///< Ctrl+R
    QAction *retryInterrupted; ///< Ctrl+Shift+R
    QAction *clearFinished; ///< Ctrl+K
    QAction *cancel; ///< Delete
    QAction *pause; ///< P; says that a file that is being sent is stopped, if one is selected.
    QAction *resume; ///< Shift+P
    QAction *retry; ///< R
    QAction *details; ///< Return
    QAction *copy; ///< Ctrl+C
    QAction *copyCurl; ///< Ctrl+Alt+U; in all of the page
    QAction *openFolder;

    /// Enables what makes sense now, and words it accordingly.
    void update();
    void setQueuePaused(bool on);
    [[nodiscard]] bool isQueuePaused() const { return m_isQueuePaused; }

private:
    void updatePausing(bool isAnyOpen);

    UploadModel &m_model;
    UploadTable &m_table;
    bool m_isQueuePaused = false;
};

} // namespace ui
