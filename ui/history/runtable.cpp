// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/runtable.h"

#include "ui/common/keyhints.h"
#include "ui/common/rowtable.h"
#include "ui/history/rundelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// Pixels.
constexpr int leastColumn = 48;
constexpr int leastServer = 120;
constexpr int leastMark = 72; // A tag or a note, where there is one.
constexpr int leastSentence = 140;

bool isEditable(const QModelIndex &index)
{
    return index.flags() & Qt::ItemIsEditable;
}

} // namespace

RunTable::RunTable(RunModel &model, QWidget *parent)
    : WholeRowsTable(parent)
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
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RunTable::fitColumnsLater);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RunTable::fitColumnsLater);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RunTable::fitColumnsLater);
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
    horizontalHeader()->setMinimumSectionSize(leastColumn);
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
        WholeRowsTable::keyPressEvent(event);
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
    WholeRowsTable::keyPressEvent(event);
}

void RunTable::changeEvent(QEvent *event)
{
    WholeRowsTable::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRowHeight();
}

void RunTable::updateRowHeight()
{
    verticalHeader()->setDefaultSectionSize(RunDelegate::rowHeight(font()));
}

void RunTable::resizeEvent(QResizeEvent *event)
{
    WholeRowsTable::resizeEvent(event);
    fitColumns();
}

// Once for all rows that come and go with one answer.
void RunTable::fitColumnsLater()
{
    if (!std::exchange(m_isFitPending, true))
        QMetaObject::invokeMethod(this, &RunTable::fitColumns, Qt::QueuedConnection);
}

int RunTable::widest(RunColumn column) const
{
    int width = RunDelegate::widthFor(font(), columnTitle(column));
    for (int row = 0; row < m_model.rowCount(); ++row)
        width = std::max(width, RunDelegate::widthFor(font(), runText(m_model.run(row), column)));
    return width;
}

bool RunTable::isEmpty(RunColumn column) const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!runText(m_model.run(row), column).isEmpty())
            return false;
    }
    return true;
}

/// The result has what the others leave; where that is little, how large a run is matters least. What nobody has written
/// has room for its title; addresses have what they need, as long as it is no more than their share.
void RunTable::fitColumns()
{
    m_isFitPending = false;
    const int all = viewport()->width();
    int rest = all;
    const auto set = [&](RunColumn column, int width) {
        setColumnWidth(static_cast<int>(column), width);
        rest -= width;
    };
    const auto setMark = [&](RunColumn column, int percent) {
        const int title = RunDelegate::widthFor(font(), columnTitle(column));
        set(column, isEmpty(column) ? title : std::max({leastMark, title, all * percent / 100}));
    };
    set(RunColumn::When, RunDelegate::widthFor(font(), QStringLiteral("2026-00-00 00:00")));
    set(RunColumn::Command, RunDelegate::widthFor(font(), commandTitle(QStringLiteral("check"))));
    set(RunColumn::Server,
        std::clamp(widest(RunColumn::Server), leastServer, std::max(leastServer, all / 5)));
    set(RunColumn::Verdict, RunDelegate::verdictWidth(font()));
    setMark(RunColumn::Tags, 8);
    setMark(RunColumn::Note, 9);
    set(RunColumn::Size, RunDelegate::widthFor(font(), QStringLiteral("999.9 KiB")));
    setColumnHidden(static_cast<int>(RunColumn::Size), rest < leastSentence);
}

} // namespace ui
