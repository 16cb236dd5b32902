// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadspage.h"

#include "ui/common/banner.h"
#include "ui/common/buttonkind.h"
#include "ui/common/dropfilter.h"
#include "ui/common/dropzone.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/models/errortext.h"
#include "ui/models/httpstatus.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/emptyuploads.h"
#include "ui/uploads/queuesummary.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadtable.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

namespace ui {

using transfer::UploadRecord;
using transfer::UploadState;

namespace {

constexpr int signSize = 16;

/// A button for an action that is only there while the action can be used.
QPushButton *buttonFor(QAction &action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto follow = [button, &action] {
        button->setText(action.text());
        button->setToolTip(action.toolTip());
        button->setVisible(action.isEnabled());
    };
    follow();
    QObject::connect(&action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

QPushButton *linkFor(QAction &action, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setToolTip(action.toolTip());
    setKind(*button, ButtonKind::Link);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

bool isRetryable(const UploadRecord &record)
{
    return record.state == UploadState::Failed || record.state == UploadState::Cancelled;
}

} // namespace

UploadsPage::UploadsPage(UploadModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new UploadTable(model))
    , m_actions(new UploadActions(model, *m_table, *this))
    , m_strip(new DropZone(this))
    , m_empty(new EmptyUploads(*m_actions->addFiles, *m_actions->addFolder))
    , m_stack(new QStackedWidget)
    , m_details(new Banner)
{
    buildStrip();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_retryThis = &m_details->addButton(tr("&Retry"));
    connect(m_retryThis, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested({m_current}); });
    m_details->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    column->addWidget(m_details);

    connectActions();
    connect(m_empty, &EmptyUploads::sampleFilesRequested, this, &UploadsPage::sampleFilesRequested);
    connect(m_table, &UploadTable::selectionEdited, this, &UploadsPage::updateDetails);
    connect(m_table, &QWidget::customContextMenuRequested, this, &UploadsPage::showMenu);
    connect(&m_model, &UploadModel::totalsChanged, this, &UploadsPage::refresh);
    takeDropsOf(*this);
    refresh();
}

UploadsPage::~UploadsPage() = default;

void UploadsPage::buildStrip()
{
    auto *sign = new QLabel(this);
    sign->setPixmap(
        icon(QLatin1StringView("upload"), Tone::Dim).pixmap(QSize(signSize, signSize), devicePixelRatioF()));
    auto *invitation = new ElidedLabel(tr("Drop files or folders here, or"), this);
    invitation->setForegroundRole(QPalette::PlaceholderText);
    QWidget *browse = linkFor(*m_actions->addFiles, tr("Browse…"), this);
    QWidget *folder = linkFor(*m_actions->addFolder, tr("Folder…"), this);
    m_count = new QLabel(this);
    m_count->setFont(strongFont(m_count->font()));
    m_rest = new QLabel(this);
    m_rest->setForegroundRole(QPalette::PlaceholderText);
    m_parallel = new QSpinBox(this);
    m_parallel->setRange(1, largestParallelLimit);
    m_parallel->setValue(4);
    m_parallel->setToolTip(tr("How many files are sent at the same time"));
    m_parallel->setAccessibleName(tr("Uploads at once"));
    connect(m_parallel, &QSpinBox::valueChanged, this, &UploadsPage::parallelLimitChanged);
    auto *atOnce = new QLabel(tr("At o&nce"), this);
    atOnce->setForegroundRole(QPalette::PlaceholderText);
    atOnce->setBuddy(m_parallel);

    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(6);
    row->addWidget(sign);
    row->addWidget(invitation);
    row->addWidget(browse);
    row->addWidget(folder);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_rest);
    row->addSpacing(8);
    row->addWidget(atOnce);
    row->addWidget(m_parallel);
    row->addSpacing(2);
    row->addWidget(buttonFor(*m_actions->retryInterrupted, this));
    row->addWidget(buttonFor(*m_actions->pauseQueue, this));
    row->addWidget(buttonFor(*m_actions->cancelAll, this));
    row->addWidget(buttonFor(*m_actions->retryAllFailed, this));
    row->addWidget(buttonFor(*m_actions->clearFinished, this));
}

void UploadsPage::connectActions()
{
    const UploadActions &a = *m_actions;
    connect(a.addFiles, &QAction::triggered, this, [this] { browse(false); });
    connect(a.addFolder, &QAction::triggered, this, [this] { browse(true); });
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
    return m_parallel->value();
}

void UploadsPage::setParallelLimit(int limit)
{
    m_parallel->setValue(limit);
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

void UploadsPage::setQueuePaused(bool on)
{
    m_actions->setQueuePaused(on);
    refresh();
}

void UploadsPage::browse(bool forFolder)
{
    auto *dialog = new QFileDialog(this, forFolder ? tr("Upload a folder") : tr("Upload files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(forFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &UploadsPage::pathsChosen);
    dialog->open(); // Not exec(): uploads go on being shown meanwhile.
}

void UploadsPage::showMenu(QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions->retry, m_actions->pause, m_actions->resume, m_actions->cancel});
    menu->addSeparator();
    menu->addActions({m_actions->copy, m_actions->openFolder});
    menu->addSeparator();
    menu->addAction(m_actions->clearFinished);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void UploadsPage::refresh()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    m_strip->setVisible(!isEmpty);
    const QueueSummary summary = queueSummary(m_model.totals());
    m_count->setText(summary.count);
    m_rest->setText(m_actions->isQueuePaused() ? tr("%1 · queue paused").arg(summary.rest) : summary.rest);
    m_actions->update();
    updateDetails();
}

void UploadsPage::updateDetails()
{
    const UploadRecord *record = m_table->current();
    const transfer::UploadId id = record ? record->id : transfer::UploadId{};
    if (id != m_current) {
        m_current = id;
        Q_EMIT currentChanged(id);
    }
    m_actions->update();
    const bool hasFailed = record && record->state == UploadState::Failed;
    m_details->setVisible(hasFailed);
    if (!hasFailed)
        return;
    const ErrorText text = errorText(record->error, Task::Upload, record->name);
    const QString said = serverWords(record->serverMessage, record->httpStatus);
    m_details->setMessage(Tone::Bad, text.what,
                          {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice),
                           said.isEmpty() ? QString() : tr("The server said: %1").arg(said)});
}

} // namespace ui
