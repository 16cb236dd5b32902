// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/readingmodel.h"

#include "core/base/localtime.h"
#include "ui/timeline/ticks.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double mib = 1024.0 * 1024;

bool isInMib(int column)
{
    using V = ReadingValue;
    const auto which = static_cast<V>(column - ReadingModel::FirstValue);
    return which == V::Heap || which == V::Rss || which == V::Rate;
}

bool isNumber(int column)
{
    return column >= ReadingModel::FirstValue && column < ReadingModel::Remark;
}

double valueOf(const ReadingRow &row, int column)
{
    return row.values[static_cast<size_t>(column - ReadingModel::FirstValue)];
}

/// As spreadsheets read it; empty when it is not known. Means of counts have decimals, counts none.
QString numberText(const ReadingRow &row, int column)
{
    const double value = valueOf(row, column);
    if (std::isnan(value))
        return {};
    if (isInMib(column))
        return QString::number(value / mib, 'f', 2);
    return QString::number(value, 'f', value == std::round(value) ? 0 : 1);
}

bool isOlder(const ReadingRow &row, qint64 thanMs)
{
    return row.timeMs < thanMs;
}

} // namespace

ReadingModel::ReadingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int ReadingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReadingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void ReadingModel::setRows(std::vector<ReadingRow> rows)
{
    if (rows.empty() || m_rows.empty()) {
        if (rows.empty() && m_rows.empty())
            return;
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    // Newer ones above, older ones below; what is left has the same moments, unless the resolution is another one.
    const qint64 newestMs = m_rows.front().timeMs;
    const qint64 oldestMs = rows.back().timeMs;
    const auto firstKnown = std::find_if(
        rows.begin(), rows.end(), [newestMs](const ReadingRow &row) { return row.timeMs <= newestMs; });
    const auto firstGone = std::find_if(m_rows.begin(), m_rows.end(),
                                        [oldestMs](const ReadingRow &row) { return isOlder(row, oldestMs); });
    const auto isSameMoment = [](const ReadingRow &a, const ReadingRow &b) { return a.timeMs == b.timeMs; };
    if (firstKnown == rows.end()
        || !std::equal(m_rows.begin(), firstGone, firstKnown, rows.end(), isSameMoment)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (const auto gone = static_cast<int>(m_rows.end() - firstGone); gone > 0) {
        beginRemoveRows({}, rowCount() - gone, rowCount() - 1);
        m_rows.erase(firstGone, m_rows.end());
        endRemoveRows();
    }
    if (const auto fresh = static_cast<int>(firstKnown - rows.begin()); fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_rows.insert(m_rows.begin(), rows.begin(), firstKnown);
        endInsertRows();
    }
    update(rows);
}

/// The same moments, of which more may be known now.
void ReadingModel::update(std::vector<ReadingRow> &rows)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i].isLike(rows[i]))
            continue;
        m_rows[i] = std::move(rows[i]);
        const auto row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QString ReadingModel::text(const ReadingRow &row, int column) const
{
    if (column == Time)
        return base::localTimeOfDay(row.timeMs, m_rows.front().timeMs);
    if (column == Remark)
        return row.remark;
    const QString number = numberText(row, column);
    return number.isEmpty() ? unknownLabel() : number;
}

/// A dash says nothing to who cannot see it.
QString ReadingModel::spoken(const ReadingRow &row, int column) const
{
    if (!isNumber(column) || !std::isnan(valueOf(row, column)))
        return text(row, column);
    return row.isGap ? row.remark : tr("not reported");
}

QVariant ReadingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReadingRow &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return spoken(row, index.column());
    case Qt::ToolTipRole:
        return row.remark.isEmpty() ? QVariant() : row.remark;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant ReadingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> names{tr("Time"),         tr("Heap (MiB)"), tr("RSS (MiB)"),
                                                 tr("Goroutines"),   tr("Threads"),    tr("Descriptors"),
                                                 tr("Rate (MiB/s)"), tr("In flight"),  tr("Remarks")};
    return names[static_cast<size_t>(section)];
}

QString ReadingModel::asText(const QList<int> &rows) const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells << headerData(column, Qt::Horizontal).toString();
    lines << cells.join(QLatin1Char('\t'));
    for (const int at : rows) {
        const ReadingRow &row = m_rows[static_cast<size_t>(at)];
        cells = {base::localSecond(row.timeMs)};
        for (int column = FirstValue; column < Remark; ++column)
            cells << numberText(row, column);
        cells << row.remark.simplified(); // what a person wrote must not break the lines
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace ui
