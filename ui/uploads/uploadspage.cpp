// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadspage.h"

#include "core/report/httpstatus.h"
#include "ui/common/banner.h"
#include "ui/common/dropfilter.h"
#include "ui/models/errortext.h"
#include "ui/models/failuremodel.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/detailspanel.h"
#include "ui/uploads/emptyuploads.h"
#include "ui/uploads/failedview.h"
#include "ui/uploads/folderpanel.h"
#include "ui/uploads/leftoutnotice.h"
#include "ui/uploads/rangeline.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadstrip.h"
#include "ui/uploads/uploadtable.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using transfer::UploadRecord;
using transfer::UploadState;

namespace {

bool isRetryable(const UploadRecord &record)
{
    return record.state == UploadState::Failed || record.state == UploadState::Cancelled;
}

} // namespace

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
    , m_queue(new QSplitter)
    , m_panel(new DetailsPanel({*m_actions->retry, *m_actions->copyCurl}))
    , m_failed(new FailedView(*m_failures))
    , m_stack(new QStackedWidget)
    , m_leftOut(new LeftOutNotice(*m_actions->folderOptions))
    , m_rangeLine(new RangeLine)
    , m_failure(new Banner)
{
    buildQueue();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_queue);
    m_stack->addWidget(m_failed);
    m_retryThis = &m_failure->addButton(tr("&Retry"));
    connect(m_retryThis, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested({m_current}); });
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_strip);
    column->addWidget(m_leftOut);
    column->addWidget(m_rangeLine);
    column->addWidget(m_stack, 1);
    column->addWidget(m_failure);

    connectActions();
    connectParts();
    takeDropsOf(*this);
    m_actions->stopWalk->setEnabled(false);
    refresh();
}

UploadsPage::~UploadsPage() = default;

void UploadsPage::buildQueue()
{
    constexpr int usualPanelWidth = 420;
    m_queue->setChildrenCollapsible(false);
    m_queue->setHandleWidth(1);
    m_queue->addWidget(m_table);
    m_queue->addWidget(m_panel);
    m_queue->setStretchFactor(0, 1);
    m_queue->setStretchFactor(1, 0);
    m_queue->setSizes({2 * usualPanelWidth, usualPanelWidth});
    m_panel->setMinimumWidth(300);
    m_panel->hide();
}

void UploadsPage::connectParts()
{
    connect(m_empty, &EmptyUploads::sampleFilesRequested, this, &UploadsPage::sampleFilesRequested);
    connect(m_strip, &UploadStrip::parallelLimitChanged, this, &UploadsPage::parallelLimitChanged);
    connect(m_folders, &FolderPanel::changed, this, &UploadsPage::folderOptionsChanged);
    connect(m_rangeLine, &RangeLine::showAllRequested, this, &UploadsPage::showAllRequested);
    connect(m_table, &UploadTable::rowsEdited, this, &UploadsPage::updateRangeLine);
    connect(m_table, &UploadTable::selectionEdited, this, &UploadsPage::updateDetails);
    connect(m_table, &UploadTable::detailsRequested, this, &UploadsPage::showDetails);
    connect(m_table, &QWidget::customContextMenuRequested, this, &UploadsPage::showMenu);
    connect(m_panel, &DetailsPanel::closeRequested, this, &UploadsPage::goBack);
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
    connect(a.cancel, &QAction::triggered, this, [this] {
        Q_EMIT cancelRequested(
            m_table->selectedIds([](const UploadRecord &r) { return !transfer::isFinished(r.state); }));
    });
    connect(a.retry, &QAction::triggered, this,
            [this] { Q_EMIT retryRequested(m_table->selectedIds(isRetryable)); });
    connect(a.retryInterrupted, &QAction::triggered, this, &UploadsPage::retryInterruptedRequested);
    connect(a.pauseQueue, &QAction::triggered, this,
            [this] { Q_EMIT pauseQueueRequested(!m_actions->isQueuePaused()); });
    connect(a.pause, &QAction::triggered, this, [this] {
        Q_EMIT pauseRequested(m_table->selectedIds([](const UploadRecord &r) {
            return r.state == UploadState::Waiting || r.state == UploadState::Sending;
        }));
    });
    connect(a.resume, &QAction::triggered, this, [this] {
        Q_EMIT resumeRequested(
            m_table->selectedIds([](const UploadRecord &r) { return r.state == UploadState::Paused; }));
    });
    connect(a.stopWalk, &QAction::triggered, this, &UploadsPage::stopWalkRequested);
    connect(a.showFailed, &QAction::triggered, this, &UploadsPage::showFailed);
    connect(a.details, &QAction::triggered, this, &UploadsPage::showDetails);
    connect(a.copyCurl, &QAction::triggered, this, [this] {
        m_curlWanted = m_current;
        Q_EMIT detailsRequested(m_current);
    });
    connect(a.copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_table->selectionAsText()); });
    connect(a.openFolder, &QAction::triggered, this, [this] {
        if (const UploadRecord *record = m_table->current())
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(record->path).path()));
    });
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
    m_panel->setDetails(details);
    if (details.id == m_curlWanted && m_curlWanted.isValid()) {
        m_curlWanted = {};
        QGuiApplication::clipboard()->setText(details.curl);
    }
}

void UploadsPage::showDetails()
{
    m_table->setCompact(true);
    m_panel->show();
    updateDetails();
}

void UploadsPage::hideDetails()
{
    m_panel->hide();
    m_table->setCompact(false);
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
        hideDetails();
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
        if (const auto *button = qobject_cast<const QToolButton *>(user); button && button->isVisible())
            m_folders->popUpBelow(*button);
    }
}

void UploadsPage::showMenu(QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions->retry, m_actions->pause, m_actions->resume, m_actions->cancel});
    menu->addSeparator();
    menu->addActions({m_actions->details, m_actions->copy, m_actions->copyCurl, m_actions->openFolder});
    menu->addSeparator();
    menu->addAction(m_actions->clearFinished);
    menu->popup(m_table->viewport()->mapToGlobal(at));
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
    const UploadRecord *record = m_table->current();
    const transfer::UploadId id = record ? record->id : transfer::UploadId{};
    if (id != m_current) {
        m_current = id;
        Q_EMIT currentChanged(id);
    }
    if (!record)
        hideDetails();
    else if (!m_panel->isHidden())
        updatePanel(*record);
    m_goBack->setEnabled(m_stack->currentWidget() == m_failed || !m_panel->isHidden());
    m_actions->update();
    updateFailure(record);
}

void UploadsPage::updatePanel(const UploadRecord &record)
{
    m_panel->setRecord(record);
    const bool isNews
        = record.id != m_asked.id || record.state != m_asked.state || record.attempts != m_asked.attempts;
    if (!isNews)
        return;
    m_asked = record;
    Q_EMIT detailsRequested(record.id);
}

void UploadsPage::updateFailure(const UploadRecord *record)
{
    const bool isTold = record && record->state == UploadState::Failed && m_panel->isHidden()
        && m_stack->currentWidget() == m_queue;
    if (!isTold && m_failure->isAncestorOf(QApplication::focusWidget())) // as after its "Retry"
        m_table->setFocus();
    m_failure->setVisible(isTold);
    if (!isTold)
        return;
    const ErrorText text = errorText(record->error, Task::Upload, record->name);
    const QString said = report::serverWords(record->serverMessage, record->httpStatus);
    m_failure->setMessage(Tone::Bad, text.what,
                          {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice),
                           said.isEmpty() ? QString() : tr("The server said: %1").arg(said)});
}

} // namespace ui
