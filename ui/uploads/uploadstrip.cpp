// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadstrip.h"

#include "core/transfer/uploadqueue.h"
#include "ui/common/announce.h"
#include "ui/common/dropzone.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/signlabel.h"
#include "ui/uploads/actionbutton.h"
#include "ui/uploads/queuesummary.h"
#include "ui/uploads/uploadactions.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace ui {
namespace {

/// Tab goes from the left to the right.
void followTheEye(const QLayout &row)
{
    QWidget *before = nullptr;
    for (int i = 0; i < row.count(); ++i) {
        QWidget *widget = row.itemAt(i)->widget();
        if (!widget || widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (before)
            QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace

UploadStrip::UploadStrip(const UploadActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_zone(new DropZone(this))
    , m_invitation(new ElidedLabel(tr("Drop files or folders here, or"), this))
    , m_count(new QLabel(this))
    , m_failed(linkFor(*actions.showFailed, {}, this))
    , m_rest(new ElidedLabel({}, this))
    , m_stopWalk(linkFor(*actions.stopWalk, tr("Stop"), this))
    , m_parallel(new QSpinBox(this))
{
    m_count->setFont(strongFont(m_count->font()));
    m_rest->setForegroundRole(QPalette::PlaceholderText);
    makeParallel();
    auto *atOnce = new QLabel(tr("At o&nce"), this);
    atOnce->setForegroundRole(QPalette::PlaceholderText);
    atOnce->setBuddy(m_parallel);

    auto *row = new QHBoxLayout(m_zone);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(6);
    for (QWidget *part : makeInvitation())
        row->addWidget(part);
    row->addStretch(1);
    for (QWidget *part : {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_failed),
                          static_cast<QWidget *>(m_rest), static_cast<QWidget *>(m_stopWalk)})
        row->addWidget(part);
    row->addSpacing(8);
    row->addWidget(atOnce);
    row->addWidget(m_parallel);
    row->addSpacing(2);
    for (QAction *action : {actions.retryInterrupted, actions.pauseQueue, actions.cancelAll,
                            actions.retryAllFailed, actions.clearFinished}) {
        auto *button = new ActionButton(*action, this);
        row->addWidget(button);
        m_buttons.prepend(button);
    }
    followTheEye(*row);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_zone);
    refresh();
}

QList<QWidget *> UploadStrip::makeInvitation()
{
    auto *sign = new SignLabel(QLatin1StringView("upload"), Tone::Dim, SignLabel::textSize, this);
    m_invitation->setForegroundRole(QPalette::PlaceholderText);
    QWidget *browse = linkFor(*m_actions.addFiles, tr("Browse…"), this);
    QWidget *folder = linkFor(*m_actions.addFolder, tr("Folder…"), this);
    auto *options = new QToolButton(this);
    options->setDefaultAction(m_actions.folderOptions);
    options->setToolButtonStyle(Qt::ToolButtonIconOnly);
    return {sign, m_invitation, browse, folder, options};
}

void UploadStrip::makeParallel()
{
    m_parallel->setRange(1, transfer::UploadQueue::largestParallelLimit);
    m_parallel->setValue(4);
    m_parallel->setToolTip(tr("How many files are sent at the same time"));
    m_parallel->setAccessibleName(tr("Uploads at once"));
    connect(m_parallel, &QSpinBox::valueChanged, this, &UploadStrip::parallelLimitChanged);
}

void UploadStrip::setHovered(bool on)
{
    m_zone->setHovered(on);
}

void UploadStrip::setTotals(const transfer::QueueTotals &totals)
{
    const auto isOver = [](const transfer::QueueTotals &t) { return t.running == 0 && t.waiting == 0; };
    const bool isEnd = !isOver(m_totals) && isOver(totals);
    m_totals = totals;
    refresh();
    if (isEnd) // each file on the way would be too much to hear
        announce(*this);
}

void UploadStrip::setQueuePaused(bool on)
{
    m_isQueuePaused = on;
    refresh();
}

void UploadStrip::setWalk(const session::WalkProgress &walk)
{
    m_walk = walk;
    refresh();
}

void UploadStrip::refresh()
{
    const QueueSummary summary = queueSummary(m_totals);
    // While there are ever more files to come, their number says more than how many of them are over.
    m_count->setText(summary.count);
    m_count->setVisible(m_walk.isOver() && !summary.count.isEmpty());
    m_failed->setText(summary.failed);
    m_failed->setVisible(!summary.failed.isEmpty());
    if (!m_walk.isOver())
        m_rest->setText(walkText(m_walk));
    else
        m_rest->setText(m_isQueuePaused ? tr("%1 · queue paused").arg(summary.rest) : summary.rest);
    m_rest->setVisible(!m_rest->text().isEmpty());
    setAccessibleName(QStringList{summary.count, summary.failed, m_rest->text()}.join(u' ').simplified());
    m_stopWalk->setVisible(!m_walk.isOver());
    fit();
}

void UploadStrip::fit()
{
    const QLayout *row = m_zone->layout();
    int wanted = row->sizeHint().width();
    int present = 0;
    for (const ActionButton *button : std::as_const(m_buttons))
        present += button->isHidden() ? 0 : button->sizeHint().width();
    wanted += buttonWidths(0) - present;
    const int invitation = m_invitation->sizeHint().width() + row->spacing();
    if (!m_invitation->isHidden())
        wanted -= invitation;
    const bool isInviting = m_walk.isOver() && wanted + invitation <= width();
    if (isInviting == m_invitation->isHidden())
        m_invitation->setVisible(isInviting);
    int signs = 0;
    while (signs < m_buttons.size() && wanted - buttonWidths(0) + buttonWidths(signs) > width())
        ++signs;
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setSignOnly(i < signs);
}

int UploadStrip::buttonWidths(int signs) const
{
    int sum = 0;
    for (int i = 0; i < m_buttons.size(); ++i)
        sum += m_buttons[i]->wantedWidth(i < signs);
    return sum;
}

QSize UploadStrip::minimumSizeHint() const
{
    const QSize present = QWidget::minimumSizeHint();
    int saved = m_invitation->isHidden() ? 0 : m_invitation->minimumSizeHint().width();
    for (const ActionButton *button : m_buttons)
        saved += button->isHidden() ? 0 : button->sizeHint().width() - button->wantedWidth(true);
    return {present.width() - saved, present.height()};
}

bool UploadStrip::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

int UploadStrip::parallelLimit() const
{
    return m_parallel->value();
}

void UploadStrip::setParallelLimit(int limit)
{
    m_parallel->setValue(limit);
}

} // namespace ui
