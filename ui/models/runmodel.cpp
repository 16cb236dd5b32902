// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runmodel.h"

#include <algorithm>

namespace ui {

using session::KeptRun;
using session::RunFilter;
using session::RunList;

namespace {

bool isEditable(RunColumn column)
{
    return column == RunColumn::Tags || column == RunColumn::Note;
}

} // namespace

RunModel::RunModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : runColumnCount;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<RunColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return runText(run(index.row()), column);
    case Qt::ToolTipRole:
        return runToolTip(run(index.row()), column);
    case Qt::AccessibleTextRole:
        return runSpokenText(run(index.row()), column);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= runColumnCount)
        return {};
    const auto column = static_cast<RunColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column == RunColumn::Size ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags RunModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && isEditable(static_cast<RunColumn>(index.column())) ? usual | Qt::ItemIsEditable
                                                                                 : usual;
}

bool RunModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto column = static_cast<RunColumn>(index.column());
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || !isEditable(column))
        return false;
    KeptRun &run = m_runs[index.row()];
    if (column == RunColumn::Tags) {
        const QStringList tags = tagsIn(value.toString());
        if (tags != run.tags) {
            run.tags = tags;
            Q_EMIT tagsEdited(run.id, tags);
        }
    } else {
        const QString note = value.toString().simplified().left(session::longestNote);
        if (note != run.note) {
            run.note = note;
            Q_EMIT noteEdited(run.id, note);
        }
    }
    Q_EMIT dataChanged(index, index);
    return true;
}

bool RunModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isKnown && !m_isAsking && m_runs.size() < m_totals.matching;
}

void RunModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_runs.isEmpty() ? 0 : m_runs.constLast().id, portion);
}

int RunModel::rowOf(qint64 id) const
{
    // Ids fall from row to row.
    const auto at = std::ranges::lower_bound(m_runs, id, std::ranges::greater(), &KeptRun::id);
    return at != m_runs.end() && at->id == id ? static_cast<int>(at - m_runs.begin()) : -1;
}

void RunModel::setFilter(const RunFilter &filter)
{
    m_filter = filter;
    ask(0, portion);
}

void RunModel::reload()
{
    ask(0, std::max<qint64>(portion, m_runs.size()));
}

void RunModel::ask(qint64 before, qint64 limit)
{
    RunFilter filter = m_filter;
    filter.before = before;
    filter.limit = limit;
    m_before = before;
    m_isAsking = true;
    Q_EMIT wanted(++m_question, filter);
}

void RunModel::take(int question, const RunList &list)
{
    if (question != m_question)
        return;
    m_isKnown = true;
    m_totals = list;
    m_totals.runs.clear();
    if (m_before == 0) {
        replace(list.runs);
    } else if (!list.runs.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(list.runs.size()) - 1);
        m_runs += list.runs;
        endInsertRows();
    }
    m_isAsking = false; // not before: views want more as soon as there are rows
    Q_EMIT taken();
}

/// Rows that stay are left alone, and so are selection and place.
void RunModel::replace(const QList<KeptRun> &runs)
{
    const auto isIn = [](const QList<KeptRun> &list, qint64 id) {
        return std::ranges::binary_search(list, id, std::ranges::greater(), &KeptRun::id);
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isIn(runs, m_runs[row].id))
            continue;
        int first = row;
        while (first > 0 && !isIn(runs, m_runs[first - 1].id))
            --first;
        beginRemoveRows({}, first, row);
        m_runs.remove(first, row - first + 1);
        endRemoveRows();
        row = first;
    }
    for (int row = 0; row < runs.size(); ++row) {
        if (row < rowCount() && m_runs[row].id == runs[row].id) {
            update(row, runs[row]);
            continue;
        }
        int last = row;
        while (last + 1 < runs.size() && (row >= rowCount() || runs[last + 1].id > m_runs[row].id))
            ++last;
        beginInsertRows({}, row, last);
        m_runs = m_runs.first(row) + runs.sliced(row, last - row + 1) + m_runs.sliced(row);
        endInsertRows();
        row = last;
    }
}

/// Of a row that is the same nothing is said: views would begin anew with what somebody is typing in it.
void RunModel::update(int row, const KeptRun &run)
{
    if (m_runs[row] == run)
        return;
    m_runs[row] = run;
    Q_EMIT dataChanged(index(row, 0), index(row, runColumnCount - 1));
}

} // namespace ui
