// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweeptablemodel.h"

#include "core/report/sweepchart.h"
#include "ui/common/icons.h"

namespace ui {

SweepTableModel::SweepTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    setLevels({});
}

void SweepTableModel::setLevels(std::span<const experiment::SweepLevel> levels)
{
    beginResetModel();
    const report::SweepTable table = report::sweepOverview(levels);
    m_note = table.note;
    m_titles.clear();
    for (const report::SweepColumn &column : table.columns)
        m_titles += column.heading();
    m_rows.clear();
    for (const experiment::SweepLevel &level : levels) {
        QStringList row;
        for (const report::SweepColumn &column : table.columns)
            row += column.cell(level).text;
        m_rows += row;
    }
    m_collapsedAt = report::latencyChart(levels).collapsedAt;
    endResetModel();
}

int SweepTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SweepTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant SweepTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isCollapse = m_collapsedAt && index.row() == static_cast<int>(*m_collapsedAt);
    switch (role) {
    case Qt::DisplayRole:
        return m_rows[index.row()][index.column()];
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return isCollapse && index.column() == 0 ? icon(QLatin1StringView("alert"), Tone::Bad) : QVariant();
    case Qt::ToolTipRole:
        return isCollapse ? tr("Here the server breaks down.") : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value")
            .arg(m_titles[index.column()], m_rows[index.row()][index.column()]);
    default:
        return {};
    }
}

QVariant SweepTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_titles.value(section);
    return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
}

} // namespace ui
