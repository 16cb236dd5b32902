// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadspage.h"

#include "ui/common/dropfilter.h"
#include "ui/models/failuremodel.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/emptyuploads.h"
#include "ui/uploads/failedview.h"
#include "ui/uploads/folderpanel.h"
#include "ui/uploads/leftoutnotice.h"
#include "ui/uploads/queueview.h"
#include "ui/uploads/rangeline.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadstrip.h"
#include "ui/uploads/uploadtable.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using transfer::UploadRecord;

UploadsPage::UploadsPage(UploadModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_failures(new FailureModel(model, this))
    , m_table(new UploadTable(model))
    , m_actions(new UploadActions(model, *m_table, *this))
    , m_goBack(
          new QShortcut(Qt::Key_Escape, this, this, &UploadsPage::goBack, Qt::WidgetWithChildrenShortcut))
    , m_strip(new UploadStrip(*m_actions, this))
    , m_folders(new FolderPanel(this))
    , m_empty(new EmptyUploads(*m_actions->addFiles, *m_actions->addFolder, *m_actions->folderOptions))
    , m_queue(new QueueView(*m_table, *m_actions))
    , m_failed(new FailedView(*m_failures))
    , m_stack(new QStackedWidget)
    , m_leftOut(new LeftOutNotice(*m_actions->folderOptions))
    , m_rangeLine(new RangeLine)
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_queue);
    m_stack->addWidget(m_failed);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_strip);
    column->addWidget(m_leftOut);
    column->addWidget(m_rangeLine);
    column->addWidget(m_stack, 1);

    connectActions();
    connectParts();
    takeDropsOf(*this);
    m_actions->stopWalk->setEnabled(false);
    refresh();
}

UploadsPage::~UploadsPage() = default;

void UploadsPage::connectParts()
{
    connect(m_empty, &EmptyUploads::sampleFilesRequested, this, &UploadsPage::sampleFilesRequested);
    connect(m_strip, &UploadStrip::parallelLimitChanged, this, &UploadsPage::parallelLimitChanged);
    connect(m_folders, &FolderPanel::changed, this, &UploadsPage::folderOptionsChanged);
    connect(m_rangeLine, &RangeLine::showAllRequested, this, &UploadsPage::showAllRequested);
    connect(m_table, &UploadTable::rowsEdited, this, &UploadsPage::updateRangeLine);
    connect(m_table, &UploadTable::selectionEdited, this, &UploadsPage::updateDetails);
    connect(m_table, &UploadTable::detailsRequested, this, &UploadsPage::showDetails);
    connect(m_queue, &QueueView::currentChanged, this, &UploadsPage::currentChanged);
    connect(m_queue, &QueueView::retryRequested, this, &UploadsPage::retryRequested);
    connect(m_queue, &QueueView::detailsRequested, this, &UploadsPage::detailsRequested);
    connect(m_queue, &QueueView::closeRequested, this, &UploadsPage::goBack);
    connect(m_failed, &FailedView::closeRequested, this, &UploadsPage::goBack);
    connect(m_failed, &FailedView::retryRequested, this, &UploadsPage::retryRequested);
    connect(m_failed, &FailedView::exportRequested, this, &UploadsPage::exportFailedRequested);
    connect(&m_model, &UploadModel::totalsChanged, this, &UploadsPage::refresh);
}

void UploadsPage::connectActions()
{
    const UploadActions &a = *m_actions;
    connect(a.addFiles, &QAction::triggered, this, [this] { browse(false); });
    connect(a.addFolder, &QAction::triggered, this, [this] { browse(true); });
    connect(a.folderOptions, &QAction::triggered, this, &UploadsPage::askForFolderOptions);
    connect(a.cancelAll, &QAction::triggered, this, &UploadsPage::cancelAllRequested);
    connect(a.retryAllFailed, &QAction::triggered, this, &UploadsPage::retryAllFailedRequested);
    connect(a.clearFinished, &QAction::triggered, this, &UploadsPage::clearFinishedRequested);
    connect(a.retryInterrupted, &QAction::triggered, this, &UploadsPage::retryInterruptedRequested);
    connect(a.pauseQueue, &QAction::triggered, this,
            [this] { Q_EMIT pauseQueueRequested(!m_actions->isQueuePaused()); });
    const auto ofSelected = [this](QAction *action, auto wish, bool (*isMeant)(const UploadRecord &)) {
        connect(action, &QAction::triggered, this, [this, wish, isMeant] {
            Q_EMIT(this->*wish)(m_table->selectedIds(isMeant));
        });
    };
    ofSelected(a.cancel, &UploadsPage::cancelRequested,
               [](const UploadRecord &r) { return !transfer::isFinished(r.state); });
    ofSelected(a.retry, &UploadsPage::retryRequested,
               [](const UploadRecord &r) { return transfer::canRetry(r.state); });
    ofSelected(a.pause, &UploadsPage::pauseRequested,
               [](const UploadRecord &r) { return transfer::canPause(r.state); });
    ofSelected(a.resume, &UploadsPage::resumeRequested,
               [](const UploadRecord &r) { return transfer::canResume(r.state); });
    connect(a.stopWalk, &QAction::triggered, this, &UploadsPage::stopWalkRequested);
    connect(a.showFailed, &QAction::triggered, this, &UploadsPage::showFailed);
    connect(a.details, &QAction::triggered, this, &UploadsPage::showDetails);
}

void UploadsPage::takeDropsOf(QWidget &other)
{
    auto *drops = new DropFilter(other);
    connect(drops, &DropFilter::dropped, this, &UploadsPage::pathsChosen);
    connect(drops, &DropFilter::refused, this, &UploadsPage::addressesRefused);
    connect(drops, &DropFilter::hovering, this, [this](bool on) {
        m_strip->setHovered(on);
        m_empty->setHovered(on);
    });
}

void UploadsPage::setSampleFilesOffered(bool on)
{
    m_empty->setSampleFilesOffered(on);
}

int UploadsPage::parallelLimit() const
{
    return m_strip->parallelLimit();
}

void UploadsPage::setParallelLimit(int limit)
{
    m_strip->setParallelLimit(limit);
}

session::FolderOptions UploadsPage::folderOptions() const
{
    return m_folders->options();
}

void UploadsPage::setFolderOptions(const session::FolderOptions &options)
{
    m_folders->setOptions(options);
    Q_EMIT folderOptionsChanged(folderOptions());
}

QByteArray UploadsPage::columns() const
{
    return m_table->columns();
}

void UploadsPage::restoreColumns(const QByteArray &state)
{
    m_table->restoreColumns(state);
}

void UploadsPage::select(const QList<transfer::UploadId> &ids)
{
    m_table->select(ids);
}

void UploadsPage::setRange(const std::optional<base::TimeRange> &range)
{
    const bool hadFocus = m_rangeLine->isAncestorOf(QApplication::focusWidget());
    m_table->setRange(range);
    m_isRangeSet = range.has_value();
    m_rangeLine->setRange(range);
    refresh();
    if (hadFocus && !range) // its button goes with it
        m_table->setFocus();
}

void UploadsPage::setQueuePaused(bool on)
{
    m_actions->setQueuePaused(on);
    m_strip->setQueuePaused(on);
    refresh();
}

void UploadsPage::setWalk(const session::WalkProgress &walk)
{
    m_strip->setWalk(walk);
    m_actions->stopWalk->setEnabled(!walk.isOver());
    m_strip->setVisible(!walk.isOver() || m_model.rowCount() > 0);
}

void UploadsPage::setPassedOver(const session::PassedOver &what)
{
    m_leftOut->tell(what, folderOptions().followsLinks);
}

void UploadsPage::setDetails(const transfer::UploadDetails &details)
{
    m_queue->setDetails(details);
}

void UploadsPage::showDetails()
{
    m_queue->showDetails();
    updateDetails();
}

void UploadsPage::showFailed()
{
    Q_EMIT attentionWanted();
    m_stack->setCurrentWidget(m_failed);
    refresh();
    m_failed->open();
}

void UploadsPage::goBack()
{
    if (m_stack->currentWidget() == m_failed)
        m_stack->setCurrentWidget(m_queue);
    else
        m_queue->hideDetails();
    refresh();
    m_table->setFocus();
}

void UploadsPage::browse(bool forFolder)
{
    auto *dialog = new QFileDialog(this, forFolder ? tr("Upload a folder") : tr("Upload files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(forFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &UploadsPage::pathsChosen);
    dialog->open(); // Not exec(): uploads go on being shown meanwhile.
}

void UploadsPage::askForFolderOptions()
{
    Q_EMIT attentionWanted();
    const QList<QObject *> users = m_actions->folderOptions->associatedObjects();
    for (const QObject *user : users) {
        const auto *button = qobject_cast<const QToolButton *>(user);
        if (button && button->isVisible()) {
            m_folders->popUpBelow(*button);
            return; // one of them: while folders are looked through, the empty page and the strip both have one
        }
    }
}

void UploadsPage::refresh()
{
    const bool isEmpty = m_model.rowCount() == 0;
    const bool isFailedShown = !isEmpty && m_stack->currentWidget() == m_failed;
    if (!isFailedShown)
        m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_queue);
    m_strip->setVisible(!isEmpty || m_actions->stopWalk->isEnabled());
    m_strip->setTotals(m_model.totals());
    updateRangeLine();
    updateDetails();
}

void UploadsPage::updateRangeLine()
{
    m_rangeLine->setVisible(m_isRangeSet && m_stack->currentWidget() == m_queue);
    m_rangeLine->setCounts(m_table->shownRows(), m_model.rowCount());
}

void UploadsPage::updateDetails()
{
    m_queue->refresh();
    m_goBack->setEnabled(m_stack->currentWidget() == m_failed || m_queue->isShowingDetails());
    m_actions->update();
}

} // namespace ui
