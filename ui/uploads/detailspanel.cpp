// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/detailspanel.h"

#include "ui/common/banner.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/focusarea.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/models/detailstext.h"
#include "ui/models/errortext.h"
#include "ui/models/uploadmodel.h"
#include "ui/models/uploadtext.h"
#include "ui/uploads/actionbutton.h"
#include "ui/uploads/answertone.h"
#include "ui/uploads/phasebar.h"
#include "ui/uploads/textblock.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

using transfer::UploadRecord;
using transfer::UploadState;

DetailsPanel::DetailsPanel(const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_name(new ElidedLabel({}, this))
    , m_verdict(new Pill({}, Tone::Dim, this))
    , m_failure(new Banner)
    , m_phases(new PhaseBar)
    , m_facts(new TextBlock(tr("What it is")))
    , m_attempts(new TextBlock(tr("Attempts")))
    , m_said(new TextBlock(tr("What the server said")))
    , m_request(new TextBlock(tr("Request")))
    , m_answer(new TextBlock(tr("Answer")))
{
    setAccessibleName(tr("Details of the upload"));
    // From the top to the bottom: then Tab follows the eye.
    QWidget *head = makeHead();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    fill(*column);
    auto *area = new FocusArea(this);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 0, 12, 0);
    buttons->setSpacing(8);
    buttons->addWidget(new ActionButton(actions.copyCurl, this));
    buttons->addWidget(new ActionButton(actions.retry, this));
    buttons->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 8, 0, 10);
    all->setSpacing(8);
    all->addWidget(head);
    all->addWidget(area, 1);
    all->addLayout(buttons);
}

QWidget *DetailsPanel::makeHead()
{
    m_name->setFont(strongFont(m_name->font()));
    m_name->setElideMode(Qt::ElideMiddle);
    m_verdict->setElidable(true);
    auto *head = new QWidget(this);
    auto *close = new QToolButton(head);
    close->setIcon(icon(QLatin1StringView("cancel")));
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(tr("Close the details (Esc)"));
    connect(close, &QToolButton::clicked, this, &DetailsPanel::closeRequested);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 0, 6, 0);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_verdict);
    row->addWidget(close);
    return head;
}

void DetailsPanel::fill(QVBoxLayout &column)
{
    column.setContentsMargins(12, 0, 12, 4);
    column.setSpacing(12);
    for (QWidget *part :
         {static_cast<QWidget *>(m_failure), static_cast<QWidget *>(m_phases), static_cast<QWidget *>(m_said),
          static_cast<QWidget *>(m_attempts), static_cast<QWidget *>(m_request),
          static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_facts)})
        column.addWidget(part);
    column.addStretch(1);
    m_failure->hide();
}

void DetailsPanel::setRecord(const UploadRecord &record)
{
    if (record == m_record)
        return;
    const bool isOther = record.id != m_record.id;
    m_record = record;
    showRecord();
    if (isOther) {
        m_details = {};
        showDetails();
    }
}

void DetailsPanel::setDetails(const transfer::UploadDetails &details)
{
    if (details.id != m_record.id || details == m_details)
        return;
    m_details = details;
    showDetails();
}

void DetailsPanel::showRecord()
{
    m_name->setText(m_record.name);
    const AnswerText answer = answerText(m_record);
    m_verdict->setText(answer.verdict.isEmpty() ? uploadText(m_record, UploadColumn::Progress)
                                                : answer.verdict);
    // What runs has no verdict: its progress is coloured as its bar in the table is.
    m_verdict->setTone(transfer::isRunning(m_record.state) ? Tone::Accent : toneFor(answer.mood));
    const bool hasFailed
        = m_record.error.kind != base::ErrorKind::None && m_record.error.kind != base::ErrorKind::Cancelled;
    m_failure->setVisible(hasFailed);
    if (hasFailed) {
        const ErrorText text = errorText(m_record.error, Task::Upload, m_record.name);
        const bool isOver = m_record.state == UploadState::Failed;
        const QString next = isOver                 ? text.advice
            : m_record.state == UploadState::Paused ? tr("It is tried again once it is resumed.")
                                                    : tr("It is tried again by itself.");
        m_failure->setMessage(answer.mood == AnswerMood::Bad ? Tone::Bad : Tone::Warn, text.why, {next});
    }
    const QList<transfer::PhaseSpan> phases = transfer::uploadPhases(m_record);
    m_phases->setVisible(!phases.isEmpty());
    m_phases->setPhases(phases);
    m_said->setText(m_record.serverMessage);
    m_facts->setText(factsText(m_record));
}

void DetailsPanel::showDetails()
{
    // A single attempt that went well is told by everything else.
    const bool isTelling = m_details.attempts.size() > 1;
    m_attempts->setText(isTelling ? attemptsText(m_details, m_record.attempts) : QString());
    m_request->setText(requestText(m_details));
    m_answer->setText(headersText(m_details.answerHeaders));
}

} // namespace ui
