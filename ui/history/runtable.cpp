// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/runtable.h"

#include "ui/common/keyhints.h"
#include "ui/common/rowtable.h"
#include "ui/history/rundelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int wideFrom = 1000; // pixels

bool isEditable(const QModelIndex &index)
{
    return index.flags() & Qt::ItemIsEditable;
}

} // namespace

RunTable::RunTable(RunModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new RunDelegate(this));
    setKeyHints(*this,
                {{tr("Open the run"), QStringLiteral("Enter")},
                 {tr("Delete the chosen runs"), QStringLiteral("Del")},
                 {tr("Edit tags or note"), QStringLiteral("F2")}});
    setUp();
    updateRowHeight();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunTable::chosenChanged);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        viewport()->update(); // The row's first cell shows the focus, wherever the current cell is.
        Q_EMIT chosenChanged();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RunTable::findCurrent);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (isEditable(index))
            edit(index);
        else
            Q_EMIT openRequested();
    });
}

void RunTable::setUp()
{
    setAccessibleName(tr("Runs"));
    makeRowTable(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    horizontalHeader()->setMinimumSectionSize(48);
    horizontalHeader()->setSectionResizeMode(static_cast<int>(RunColumn::Sentence), QHeaderView::Stretch);
}

void RunTable::findCurrent()
{
    if (hasFocus() && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::NoUpdate);
}

QList<session::KeptRun> RunTable::chosen() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows += index.row();
    // Who comes by Tab has a row under the focus but none selected; keys mean that one then.
    if (rows.isEmpty() && currentIndex().isValid())
        rows += currentIndex().row();
    std::ranges::sort(rows);
    QList<session::KeptRun> runs;
    for (const int row : std::as_const(rows))
        runs += m_model.run(row);
    return runs;
}

void RunTable::editCell(RunColumn column)
{
    if (!currentIndex().isValid())
        return;
    const QModelIndex cell = m_model.index(currentIndex().row(), static_cast<int>(column));
    setFocus();
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    scrollTo(cell);
    edit(cell);
}

void RunTable::choose(qint64 id)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        selectRow(row);
}

void RunTable::keyPressEvent(QKeyEvent *event)
{
    if (state() == QAbstractItemView::EditingState) { // Enter ends it, and comes on to here.
        QTableView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            Q_EMIT openRequested();
            return;
        }
        break;
    case Qt::Key_Delete:
        Q_EMIT removeRequested();
        return;
    case Qt::Key_F2:
        editCell(isEditable(currentIndex()) ? static_cast<RunColumn>(currentIndex().column())
                                            : RunColumn::Tags);
        return;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void RunTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRowHeight();
}

void RunTable::updateRowHeight()
{
    verticalHeader()->setDefaultSectionSize(RunDelegate::rowHeight(font()));
}

void RunTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

/// The result has what the others leave; where that is little, how large a run is matters least.
void RunTable::fitColumns()
{
    const int all = viewport()->width();
    setColumnHidden(static_cast<int>(RunColumn::Size), all < wideFrom);
    const auto set = [this](RunColumn column, int width) { setColumnWidth(static_cast<int>(column), width); };
    set(RunColumn::When, RunDelegate::widthFor(font(), QStringLiteral("2026-00-00 00:00")));
    set(RunColumn::Command, RunDelegate::widthFor(font(), commandTitle(QStringLiteral("check"))));
    set(RunColumn::Server, std::max(120, all * 16 / 100));
    set(RunColumn::Verdict, RunDelegate::verdictWidth(font()));
    set(RunColumn::Tags, std::max(72, all * 8 / 100));
    set(RunColumn::Note, std::max(72, all * 9 / 100));
    set(RunColumn::Size, RunDelegate::widthFor(font(), QStringLiteral("999.9 KiB")));
}

} // namespace ui
