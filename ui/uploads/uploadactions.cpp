// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadactions.h"

#include "core/base/format.h"
#include "ui/common/keyedaction.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/uploadtable.h"

#include <QAction>

namespace ui {

using transfer::UploadRecord;
using transfer::UploadState;

UploadActions::UploadActions(UploadModel &model, UploadTable &table, QWidget &page)
    : QObject(&page)
    , m_model(model)
    , m_table(table)
{
    const auto anywhere = Qt::WindowShortcut;
    const auto inTable = Qt::WidgetShortcut;
    addFiles = keyedAction(page, "file", tr("A&dd files…"), tr("Choose files to upload"), QKeySequence::Open,
                           anywhere);
    addFolder = keyedAction(page, "folder", tr("Add f&older…"), tr("Upload all files of a folder"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), anywhere);
    folderOptions = keyedAction(page, "settings", tr("Folder option&s…"),
                                tr("Say what becomes of folders: paths, hidden files, links"),
                                QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F), anywhere);
    stopWalk = keyedAction(page, "cancel", tr("&Stop looking through folders"),
                           tr("Look no further; what was found stays"),
                           QKeySequence(Qt::CTRL | Qt::Key_Period), anywhere);
    showFailed = keyedAction(page, "alert", tr("Sho&w failed"), tr("Show what failed, by its reason"),
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), anywhere);
    pauseQueue = keyedAction(page, "pause", {}, {}, QKeySequence(Qt::CTRL | Qt::Key_P), anywhere);
    retryInterrupted
        = keyedAction(page, "retry", {}, tr("Upload once more what was under way when Tidemark ended"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), anywhere);
    cancelAll = keyedAction(page, "cancel", tr("Cancel &all"), tr("Stop all that run and wait"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete), anywhere);
    retryAllFailed = keyedAction(page, "retry", tr("Retry failed"), tr("Upload all failed files once more"),
                                 QKeySequence(Qt::CTRL | Qt::Key_R), anywhere);
    clearFinished
        = keyedAction(page, "clear", tr("C&lear finished"), tr("Take all that are over off the list"),
                      QKeySequence(Qt::CTRL | Qt::Key_K), anywhere);
    cancel = keyedAction(table, "cancel", tr("&Cancel"), tr("Stop the selected uploads"),
                         QKeySequence::Delete, inTable);
    pause = keyedAction(table, "pause", {}, {}, QKeySequence(Qt::Key_P), inTable);
    resume = keyedAction(table, "play", tr("Res&ume"), tr("Let the selected uploads go on"),
                         QKeySequence(Qt::SHIFT | Qt::Key_P), inTable);
    retry = keyedAction(table, "retry", tr("&Retry"), tr("Upload the selected files once more"),
                        QKeySequence(Qt::Key_R), inTable);
    details = keyedAction(table, "info", tr("&Details"), tr("Show all that is known of this upload"),
                          QKeySequence(Qt::Key_Return), inTable);
    details->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    copy = keyedAction(table, "copy", tr("C&opy what the server said"),
                       tr("Copy the answers of the selected rows"), QKeySequence::Copy, inTable);
    copyCurl = keyedAction(page, "copy", tr("Cop&y as curl"),
                           tr("Copy the command that sends this file by curl, without secrets"),
                           QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U), Qt::WidgetWithChildrenShortcut);
    openFolder = keyedAction(table, "folder", tr("&Show the file’s folder"),
                             tr("Open the folder that holds the file"), {}, inTable);
    update();
}

void UploadActions::update()
{
    const int failed = m_model.count(UploadState::Failed);
    const int waiting = m_model.count(UploadState::Waiting);
    const int running = m_model.count(UploadState::Sending) + m_model.count(UploadState::Answering);
    const int paused = m_model.count(UploadState::Paused);
    const auto interrupted = static_cast<int>(m_model.totals().interrupted);
    cancelAll->setEnabled(waiting + running + paused > 0);
    updatePausing(waiting + running > 0);
    retryAllFailed->setEnabled(failed > 0);
    retryAllFailed->setText(failed > 0 ? tr("Retry &failed (%1)").arg(base::formatCount(failed))
                                       : tr("Retry &failed"));
    showFailed->setEnabled(failed > 0);
    retryInterrupted->setEnabled(interrupted > 0);
    // Short, because it stands in a row with five others; the tool tip says what.
    retryInterrupted->setText(interrupted > 0 ? tr("&Go on (%1)").arg(base::formatCount(interrupted))
                                              : tr("&Go on with interrupted"));
    clearFinished->setEnabled(m_model.rowCount() > waiting + running + paused);
    cancel->setEnabled(
        m_table.isAnySelected([](const UploadRecord &r) { return !transfer::isFinished(r.state); }));
    retry->setEnabled(
        m_table.isAnySelected([](const UploadRecord &r) { return transfer::canRetry(r.state); }));
    copy->setEnabled(m_table.isAnySelected([](const UploadRecord &) { return true; }));
    for (QAction *ofCurrent : {details, copyCurl, openFolder})
        ofCurrent->setEnabled(m_table.current() != nullptr);
}

void UploadActions::updatePausing(bool isAnyOpen)
{
    pauseQueue->setEnabled(isAnyOpen || m_isQueuePaused);
    if (m_isQueuePaused)
        setWords(*pauseQueue, tr("Res&ume"), tr("Let the queue go on"));
    else
        setWords(*pauseQueue, tr("&Pause"),
                 tr("Pause after the running files: they come to their end, and no other one starts"));
    const bool isSending
        = m_table.isAnySelected([](const UploadRecord &r) { return r.state == UploadState::Sending; });
    pause->setEnabled(
        m_table.isAnySelected([](const UploadRecord &r) { return transfer::canPause(r.state); }));
    if (isSending)
        setWords(
            *pause, tr("Stop and start a&gain later"),
            tr("An upload cannot go on in the middle of a file: it is stopped now, and sent again from its "
               "beginning when resumed. To let it finish, pause the queue instead"));
    else
        setWords(*pause, tr("&Pause"), tr("Leave the selected uploads out until they are resumed"));
    resume->setEnabled(
        m_table.isAnySelected([](const UploadRecord &r) { return transfer::canResume(r.state); }));
}

void UploadActions::setQueuePaused(bool on)
{
    m_isQueuePaused = on;
    update();
}

} // namespace ui
