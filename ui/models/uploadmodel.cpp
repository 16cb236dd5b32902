// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/uploadmodel.h"

#include "ui/models/uploadtext.h"

namespace ui {

using transfer::UploadId;
using transfer::UploadRecord;

namespace {

/// Beyond this many separate pieces one signal for all is cheaper: views repaint only what they show anyway.
constexpr size_t manyRanges = 32;

} // namespace

UploadModel::UploadModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

UploadModel::~UploadModel() = default;

int UploadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UploadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : uploadColumnCount;
}

QVariant UploadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UploadRecord &row = record(index.row());
    const auto column = static_cast<UploadColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return uploadText(row, column);
    case Qt::ToolTipRole:
        return uploadToolTip(row, column);
    case Qt::AccessibleTextRole:
        return uploadSpokenText(row, column);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case RecordRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

QVariant UploadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= uploadColumnCount)
        return {};
    const auto column = static_cast<UploadColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber
            = column == UploadColumn::Size || column == UploadColumn::Speed || column == UploadColumn::Left;
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

const UploadRecord &UploadModel::record(int row) const
{
    Q_ASSERT(row >= 0 && row < rowCount());
    return *m_rows[static_cast<size_t>(row)];
}

int UploadModel::lowerBound(UploadId id) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                     [](const auto &row, UploadId wanted) { return row->id < wanted; });
    return static_cast<int>(at - m_rows.begin());
}

int UploadModel::rowOf(UploadId id) const
{
    const int row = lowerBound(id);
    return row < rowCount() && record(row).id == id ? row : -1;
}

int UploadModel::count(transfer::UploadState state) const
{
    return m_counts[static_cast<size_t>(state)];
}

void UploadModel::apply(const session::UploadBatch &batch)
{
    std::vector<Range> changed;
    int next = 0; // The row after the last one: in batches ordered by id most often the one wanted now.
    const auto end = batch.records.cend();
    for (auto at = batch.records.cbegin(); at != end;) {
        const bool isNext = next > 0 && next < rowCount() && record(next).id == at->id;
        const int row = isNext ? next : lowerBound(at->id);
        if (row < rowCount() && record(row).id == at->id) {
            UploadRecord &known = *m_rows[static_cast<size_t>(row)];
            --counter(known.state);
            ++counter(at->state);
            known = *at;
            if (!changed.empty() && changed.back().last == row - 1)
                changed.back().last = row;
            else
                changed.push_back({row, row});
            next = row + 1;
            ++at;
            continue;
        }
        // New rows; all that belong before the next known one go in together.
        auto last = std::next(at);
        if (row < rowCount()) {
            const UploadId limit = record(row).id;
            last = std::find_if(last, end, [limit](const UploadRecord &r) { return r.id >= limit; });
        } else {
            last = end;
        }
        announce(changed); // Row numbers are about to move.
        changed.clear();
        insert(row, at, last);
        next = row + static_cast<int>(last - at);
        at = last;
    }
    announce(changed);
    m_totals = batch.totals;
    Q_EMIT applied(batch);
    Q_EMIT totalsChanged();
}

void UploadModel::insert(int row, Records::const_iterator first, Records::const_iterator last)
{
    std::vector<std::unique_ptr<UploadRecord>> rows;
    rows.reserve(static_cast<size_t>(last - first));
    for (auto at = first; at != last; ++at) {
        ++counter(at->state);
        rows.push_back(std::make_unique<UploadRecord>(*at));
    }
    beginInsertRows({}, row, row + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.begin() + row, std::move_iterator(rows.begin()), std::move_iterator(rows.end()));
    endInsertRows();
}

void UploadModel::announce(const std::vector<Range> &changed)
{
    if (changed.empty())
        return;
    if (changed.size() > manyRanges) {
        Q_EMIT dataChanged(index(changed.front().first, 0),
                           index(changed.back().last, uploadColumnCount - 1));
        return;
    }
    for (const Range &range : changed)
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, uploadColumnCount - 1));
}

void UploadModel::remove(const QList<UploadId> &ids)
{
    std::vector<int> rows;
    rows.reserve(static_cast<size_t>(ids.size()));
    for (const UploadId id : ids) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.empty())
        return;

    std::vector<Range> gone;
    for (const int row : rows) {
        --counter(record(row).state);
        if (!gone.empty() && gone.back().last == row - 1)
            gone.back().last = row;
        else
            gone.push_back({row, row});
    }
    if (gone.size() > manyRanges) {
        beginResetModel(); // Selection and scroll position go, but so do half of the rows.
        for (const int row : rows)
            m_rows[static_cast<size_t>(row)].reset();
        std::erase(m_rows, nullptr);
        endResetModel();
    } else {
        for (auto range = gone.rbegin(); range != gone.rend(); ++range) {
            beginRemoveRows({}, range->first, range->last);
            m_rows.erase(m_rows.begin() + range->first, m_rows.begin() + range->last + 1);
            endRemoveRows();
        }
    }
    Q_EMIT removed(ids);
    Q_EMIT totalsChanged();
}

} // namespace ui
