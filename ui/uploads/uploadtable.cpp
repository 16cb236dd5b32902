// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadtable.h"

#include "ui/common/rowtable.h"
#include "ui/models/uploadmodel.h"
#include "ui/models/uploadsinrange.h"
#include "ui/models/uploadtext.h"
#include "ui/uploads/uploaddelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>

namespace ui {

using transfer::UploadId;
using transfer::UploadRecord;

UploadTable::UploadTable(UploadModel &model, QWidget *parent)
    : QTableView(parent)
    , m_rows(new UploadsInRange(model, this))
{
    setModel(m_rows);
    setItemDelegate(new UploadDelegate(this));
    setAccessibleName(tr("Uploads"));
    makeRowTable(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(48);
    updateRowHeight();

    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &UploadTable::selectionEdited);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        viewport()
            ->update(); // The focus bar is painted by the row's first cell, wherever the current cell is.
        Q_EMIT selectionEdited();
    });
    connect(this, &QTableView::doubleClicked, this, &UploadTable::detailsRequested);
    connect(m_rows, &QAbstractItemModel::modelAboutToBeReset, this, &UploadTable::rememberPlace);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &UploadTable::returnToPlace);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &UploadTable::rowsEdited);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &UploadTable::rowsEdited);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &UploadTable::rowsEdited);
}

QItemSelection UploadTable::chosenRows() const
{
    const QItemSelection selection = selectionModel()->selection();
    // Who comes by Tab has a row under the focus but none selected; keys mean that one then.
    if (selection.isEmpty() && currentIndex().isValid())
        return {currentIndex(), currentIndex()};
    return selection;
}

QList<UploadId> UploadTable::selectedIds(const Wanted &wanted) const
{
    std::vector<int> rows;
    const QItemSelection selection = chosenRows();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (wanted(m_rows->record(row)))
                rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    QList<UploadId> ids;
    ids.reserve(static_cast<qsizetype>(rows.size()));
    for (const int row : rows)
        ids.append(m_rows->record(row).id);
    return ids;
}

bool UploadTable::isAnySelected(const Wanted &wanted) const
{
    const QItemSelection selection = chosenRows();
    return std::any_of(selection.begin(), selection.end(), [&](const QItemSelectionRange &range) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (wanted(m_rows->record(row)))
                return true;
        }
        return false;
    });
}

const UploadRecord *UploadTable::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &m_rows->record(index.row()) : nullptr;
}

void UploadTable::select(const QList<UploadId> &ids)
{
    QItemSelection selection;
    QModelIndex first;
    for (const UploadId id : ids) {
        const int row = m_rows->rowOf(id);
        if (row < 0)
            continue;
        const QModelIndex left = m_rows->index(row, 0);
        if (!first.isValid() || row < first.row())
            first = left;
        // Neighbours share a range: selections of thousands of ranges are slow to paint.
        if (!selection.isEmpty() && selection.last().bottom() == row - 1)
            selection.last()
                = QItemSelectionRange(selection.last().topLeft(), m_rows->index(row, uploadColumnCount - 1));
        else
            selection.append(QItemSelectionRange(left, m_rows->index(row, uploadColumnCount - 1)));
    }
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        scrollTo(first);
}

void UploadTable::setRange(const std::optional<base::TimeRange> &range)
{
    m_rows->setRange(range);
}

int UploadTable::shownRows() const
{
    return m_rows->rowCount();
}

QString UploadTable::selectionAsText() const
{
    const QList<UploadId> ids = selectedIds([](const UploadRecord &) { return true; });
    QStringList lines;
    lines.reserve(ids.size());
    for (const UploadId id : ids) {
        const UploadRecord &record = m_rows->record(m_rows->rowOf(id));
        if (ids.size() == 1 && !record.serverMessage.isEmpty())
            return record.serverMessage;
        lines.append(record.path + u'\t' + uploadText(record, UploadColumn::Size) + u'\t'
                     + uploadText(record, UploadColumn::Progress) + u'\t'
                     + uploadText(record, UploadColumn::Answer));
    }
    return lines.join(u'\n');
}

void UploadTable::setCompact(bool on)
{
    if (on && !m_isCompact)
        m_wholeColumns = horizontalHeader()->saveState();
    m_isCompact = on;
    for (const UploadColumn column : {UploadColumn::Size, UploadColumn::Speed, UploadColumn::Left})
        setColumnHidden(static_cast<int>(column), on);
}

QByteArray UploadTable::columns() const
{
    return m_isCompact ? m_wholeColumns : horizontalHeader()->saveState();
}

void UploadTable::restoreColumns(const QByteArray &state)
{
    if (!state.isEmpty() && horizontalHeader()->restoreState(state))
        m_hasWidths = true;
}

void UploadTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRowHeight();
}

void UploadTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    constexpr int around = 8; // A sign is small for a pointer.
    const QModelIndex index = indexAt(event->pos());
    const bool isOnSign = index.column() == static_cast<int>(UploadColumn::Answer)
        && UploadDelegate::chevronRect(visualRect(index))
               .adjusted(-around, -around, around, around)
               .contains(event->pos());
    if (isOnSign && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        Q_EMIT detailsRequested();
}

void UploadTable::resizeEvent(QResizeEvent *event)
{
    const QRect current = visualRect(currentIndex());
    const bool wasInSight
        = current.isValid() && current.top() >= 0 && current.bottom() < event->oldSize().height();
    QTableView::resizeEvent(event);
    if (wasInSight) // what is said below of the current row takes its room from the table
        scrollTo(currentIndex());
    if (!m_hasWidths && isVisible())
        setDefaultWidths();
}

void UploadTable::setDefaultWidths()
{
    m_hasWidths = true;
    const auto widthFor
        = [this](const QString &widest) { return fontMetrics().horizontalAdvance(widest) + 24; };
    const auto set
        = [this](UploadColumn column, int width) { setColumnWidth(static_cast<int>(column), width); };
    set(UploadColumn::Name, std::max(160, viewport()->width() * 24 / 100));
    set(UploadColumn::Size, widthFor(QStringLiteral("1,023 MiB")));
    set(UploadColumn::Progress,
        std::max(widthFor(QStringLiteral("cancelled at 99 %")), viewport()->width() * 20 / 100));
    set(UploadColumn::Speed, widthFor(QStringLiteral("1,023 MiB/s")));
    set(UploadColumn::Left, widthFor(QStringLiteral("1:00:00")));
}

void UploadTable::updateRowHeight()
{
    verticalHeader()->setDefaultSectionSize(UploadDelegate::rowHeight(font()));
}

void UploadTable::rememberPlace()
{
    m_rememberedSelection = selectedIds([](const UploadRecord &) { return true; });
    const UploadRecord *record = current();
    m_rememberedCurrent = record ? record->id : UploadId{};
}

void UploadTable::returnToPlace()
{
    const int verticalPlace = verticalScrollBar()->value();
    select(m_rememberedSelection);
    if (const int row = m_rows->rowOf(m_rememberedCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_rows->index(row, 0), QItemSelectionModel::NoUpdate);
    if (m_rememberedSelection.isEmpty())
        verticalScrollBar()->setValue(verticalPlace);
    m_rememberedSelection.clear();
}

} // namespace ui
