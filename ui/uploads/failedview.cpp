// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/failedview.h"

#include "core/base/format.h"
#include "core/report/httpstatus.h"
#include "ui/common/banner.h"
#include "ui/common/buttonkind.h"
#include "ui/common/fonts.h"
#include "ui/common/rowtable.h"
#include "ui/models/errortext.h"
#include "ui/models/failuremodel.h"
#include "ui/uploads/faileddelegate.h"
#include "ui/uploads/uploaddelegate.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace ui {

using transfer::FailureReason;

namespace {

QString number(qsizetype n)
{
    return base::formatCount(static_cast<double>(n));
}

QString titleFor(qsizetype failed, int reasons)
{
    if (failed == 0)
        return FailedView::tr("Nothing has failed, or it is being tried again");
    return reasons == 1 ? FailedView::tr("%1 failed, for one reason").arg(number(failed))
                        : FailedView::tr("%1 failed, for %2 reasons").arg(number(failed), number(reasons));
}

QString aboutReason(qsizetype files, const QString &label)
{
    return files == 1 ? FailedView::tr("One file: %1", "reason").arg(label)
                      : FailedView::tr("%1 files: %2", "how many, reason").arg(number(files), label);
}

} // namespace

FailedView::FailedView(FailureModel &failures, QWidget *parent)
    : QWidget(parent)
    , m_failures(failures)
    , m_title(new QLabel(this))
    , m_exportAll(new QPushButton(tr("&Export all…"), this))
    , m_table(new QTableView(this))
    , m_about(new Banner(this))
    , m_retry(&m_about->addButton(tr("&Retry these")))
    , m_export(&m_about->addButton(tr("E&xport these…")))
{
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_table, 1);
    column->addWidget(m_about);
    m_exportAll->setToolTip(tr("Write all failed files to a table (CSV) or a list of paths"));
    m_retry->setToolTip(tr("Upload the files of this reason once more"));
    m_export->setToolTip(tr("Write the files of this reason to a table (CSV) or a list of paths"));

    connect(m_exportAll, &QPushButton::clicked, this, [this] { askForForm(*m_exportAll, {}); });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (const int row = currentRow(); row >= 0)
            Q_EMIT retryRequested(m_failures.ids(row));
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (const int row = currentRow(); row >= 0)
            askForForm(*m_export, m_failures.reason(row));
    });
    connect(&m_failures, &FailureModel::groupsChanged, this, &FailedView::refresh);
    refresh();
}

QWidget *FailedView::makeHead()
{
    auto *head = new QWidget(this);
    m_title->setFont(strongFont(m_title->font()));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_exportAll);
    auto *back = new QPushButton(tr("&Back to the queue"), head);
    back->setToolTip(tr("Show all uploads again (Esc)"));
    setKind(*back, ButtonKind::Link);
    connect(back, &QPushButton::clicked, this, &FailedView::closeRequested);
    row->addWidget(back);
    setTabOrder(m_exportAll, back);
    return head;
}

void FailedView::makeTable()
{
    m_table->setModel(&m_failures);
    m_table->setItemDelegate(new FailedDelegate(m_table));
    m_table->setAccessibleName(tr("Reasons"));
    makeRowTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->setDefaultSectionSize(UploadDelegate::rowHeight(font()));
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FailedView::refresh);
}

void FailedView::open()
{
    int best = 0;
    for (int row = 1; row < m_failures.rowCount(); ++row) {
        if (m_failures.count(row) > m_failures.count(best))
            best = row;
    }
    m_table->selectRow(best);
    m_table->setFocus();
}

void FailedView::askForForm(const QWidget &below, const FailureReason &reason)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString &text, const QString &ending) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, reason, ending] { Q_EMIT exportRequested(reason, ending); });
    };
    offer(tr("A &table, with reasons and answers (CSV)…"), QStringLiteral("csv"));
    offer(tr("A list of &paths…"), QStringLiteral("txt"));
    menu->popup(below.mapToGlobal(QPoint(0, below.height())));
}

int FailedView::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void FailedView::refresh()
{
    const int reasons = m_failures.rowCount();
    m_title->setText(titleFor(m_failures.total(), reasons));
    m_exportAll->setEnabled(reasons > 0);
    const int row = currentRow();
    if (row < 0 && m_about->isAncestorOf(QApplication::focusWidget())) // the last reason was tried again
        m_table->setFocus();
    m_about->setVisible(row >= 0);
    if (row < 0)
        return;
    const FailureReason &reason = m_failures.reason(row);
    const transfer::UploadRecord &example = m_failures.example(row);
    const ErrorText text = errorText(example.error, Task::Upload, example.name);
    const QString said = report::serverWords(example.serverMessage, example.httpStatus);
    m_about->setMessage(Tone::Bad, aboutReason(m_failures.count(row), failureLabel(reason)),
                        {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice),
                         said.isEmpty()
                             ? tr("For example “%1”.").arg(example.name)
                             : tr("For example “%1”; the server said: %2").arg(example.name, said)});
}

void FailedView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_table->verticalHeader()->setDefaultSectionSize(UploadDelegate::rowHeight(font()));
}

void FailedView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void FailedView::fitColumns()
{
    const auto set = [this](FailureColumn column, int width) {
        m_table->setColumnWidth(static_cast<int>(column), width);
    };
    const auto widthOf
        = [this](const QString &widest) { return fontMetrics().horizontalAdvance(widest) + 24; };
    set(FailureColumn::Reason, std::max(200, width() * 24 / 100));
    set(FailureColumn::Server, std::max(160, width() * 22 / 100));
    set(FailureColumn::Files, widthOf(QStringLiteral("1,000,000")));
}

} // namespace ui
