// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/queueview.h"

#include "core/report/httpstatus.h"
#include "ui/common/banner.h"
#include "ui/models/errortext.h"
#include "ui/uploads/detailspanel.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadtable.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using transfer::UploadRecord;

QueueView::QueueView(UploadTable &table, const UploadActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_actions(actions)
    , m_panel(new DetailsPanel({*actions.retry, *actions.copyCurl}))
    , m_failure(new Banner)
{
    constexpr int usualPanelWidth = 420;
    auto *sides = new QSplitter;
    sides->setChildrenCollapsible(false);
    sides->setHandleWidth(1);
    sides->addWidget(&m_table);
    sides->addWidget(m_panel);
    sides->setStretchFactor(0, 1);
    sides->setStretchFactor(1, 0);
    sides->setSizes({2 * usualPanelWidth, usualPanelWidth});
    m_panel->setMinimumWidth(300);
    m_panel->hide();
    connect(&m_failure->addButton(tr("&Retry")), &QPushButton::clicked, this,
            [this] { Q_EMIT retryRequested({m_current}); });
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(sides, 1);
    column->addWidget(m_failure);

    connect(m_panel, &DetailsPanel::closeRequested, this, &QueueView::closeRequested);
    connect(&m_table, &QWidget::customContextMenuRequested, this, &QueueView::showMenu);
    connectActions();
}

void QueueView::connectActions()
{
    connect(m_actions.copyCurl, &QAction::triggered, this, [this] {
        m_curlWanted = m_current;
        Q_EMIT detailsRequested(m_current);
    });
    connect(m_actions.copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_table.selectionAsText()); });
    connect(m_actions.openFolder, &QAction::triggered, this, [this] {
        if (const UploadRecord *record = m_table.current())
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(record->path).path()));
    });
}

void QueueView::setDetails(const transfer::UploadDetails &details)
{
    m_panel->setDetails(details);
    if (details.id == m_curlWanted && m_curlWanted.isValid()) {
        m_curlWanted = {};
        QGuiApplication::clipboard()->setText(details.curl);
    }
}

void QueueView::showDetails()
{
    m_table.setCompact(true);
    m_panel->show();
}

void QueueView::hideDetails()
{
    m_panel->hide();
    m_table.setCompact(false);
}

bool QueueView::isShowingDetails() const
{
    return !m_panel->isHidden();
}

void QueueView::showMenu(QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions.retry, m_actions.pause, m_actions.resume, m_actions.cancel});
    menu->addSeparator();
    menu->addActions({m_actions.details, m_actions.copy, m_actions.copyCurl, m_actions.openFolder});
    menu->addSeparator();
    menu->addAction(m_actions.clearFinished);
    menu->popup(m_table.viewport()->mapToGlobal(at));
}

void QueueView::refresh()
{
    const UploadRecord *record = m_table.current();
    const transfer::UploadId id = record ? record->id : transfer::UploadId{};
    if (id != m_current) {
        m_current = id;
        Q_EMIT currentChanged(id);
    }
    if (!record)
        hideDetails();
    else if (isShowingDetails())
        updatePanel(*record);
    updateFailure(record);
}

void QueueView::updatePanel(const UploadRecord &record)
{
    m_panel->setRecord(record);
    const bool isNews
        = record.id != m_asked.id || record.state != m_asked.state || record.attempts != m_asked.attempts;
    if (!isNews)
        return;
    m_asked = record;
    Q_EMIT detailsRequested(record.id);
}

void QueueView::updateFailure(const UploadRecord *record)
{
    const bool isTold = record && record->state == transfer::UploadState::Failed && m_panel->isHidden();
    if (!isTold && m_failure->isAncestorOf(QApplication::focusWidget())) // as after its "Retry"
        m_table.setFocus();
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
