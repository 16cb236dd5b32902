// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweeptablecard.h"

#include "core/report/wording.h"
#include "ui/common/card.h"
#include "ui/common/labelled.h"
#include "ui/common/rowtable.h"
#include "ui/sweep/sweeptablemodel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr int rowHeight = 26;
} // namespace

SweepTableCard::SweepTableCard(QWidget *parent)
    : QWidget(parent)
    , m_model(new SweepTableModel(this))
    , m_table(new QTableView)
    , m_note(smallText())
{
    build();
    setLevels({});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { Q_EMIT chosen(current.row()); });
}

void SweepTableCard::build()
{
    auto *card = new Card(tr("By uploads at once"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Figures by uploads at once"));
    makeRowTable(*m_table);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *copyRows = new QAction(tr("Copy rows"), this);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    copyRows->setToolTip(tr("Copy the selected rows for a spreadsheet (Ctrl+C)"));
    connect(copyRows, &QAction::triggered, this, &SweepTableCard::copy);
    m_table->addAction(copyRows);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    card->content().addWidget(m_table);
    card->content().addWidget(m_note);
    card->content().addStretch();
}

void SweepTableCard::setLevels(std::span<const experiment::SweepLevel> levels)
{
    m_model->setLevels(levels);
    m_note->setText(report::withStop(report::withCapital(m_model->note())));
    setVisible(!levels.empty());
    fit();
}

void SweepTableCard::choose(int level)
{
    const QSignalBlocker quiet(m_table->selectionModel());
    if (level < 0)
        m_table->clearSelection();
    else
        m_table->selectRow(level);
    m_table->viewport()->update();
}

void SweepTableCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SweepTableCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

// Columns are as wide as what stands in them, and share what room there is beside that.
void SweepTableCard::fit()
{
    QHeaderView &header = *m_table->horizontalHeader();
    header.resizeSections(QHeaderView::ResizeToContents);
    const int spare = m_table->viewport()->width() - header.length();
    const int columns = header.count();
    for (int i = 0; spare > 0 && i < columns; ++i) // every pixel of it
        header.resizeSection(i, header.sectionSize(i) + spare * (i + 1) / columns - spare * i / columns);
    const int row = std::max(rowHeight, m_table->fontMetrics().height() + 8);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    const int bar = spare < 0 ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    m_table->setFixedHeight(header.sizeHint().height() + m_model->rowCount() * row + bar
                            + 2 * m_table->frameWidth());
}

void SweepTableCard::copy() const
{
    QStringList lines;
    const auto line = [this](auto cell) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells += cell(column);
        return cells.join(u'\t');
    };
    lines += line([this](int column) { return m_model->headerData(column, Qt::Horizontal).toString(); });
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex &row : rows)
        lines += line([&](int column) { return row.siblingAtColumn(column).data().toString(); });
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace ui
