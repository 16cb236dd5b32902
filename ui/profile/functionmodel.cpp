// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/functionmodel.h"

#include "core/report/safetext.h"
#include "ui/profile/profiletext.h"

namespace ui {

namespace {

bool isFigure(FunctionColumn column)
{
    return column != FunctionColumn::Function && column != FunctionColumn::Where;
}

} // namespace

FunctionModel::FunctionModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FunctionModel::setContent(const pprof::SharedContent &content)
{
    beginResetModel();
    m_content = content;
    endResetModel();
}

int FunctionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_content ? 0 : static_cast<int>(m_content->rows.size());
}

int FunctionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountInAll;
}

QString FunctionModel::text(const pprof::FunctionRow &row, FunctionColumn column) const
{
    switch (column) {
    case FunctionColumn::Function:
        return report::printable(row.function);
    case FunctionColumn::Where:
        return placeText(row);
    case FunctionColumn::Flat:
        return amountText(*m_content, static_cast<double>(row.flat));
    case FunctionColumn::Cum:
        return amountText(*m_content, static_cast<double>(row.cum));
    case FunctionColumn::PerUpload:
        return m_content->uploads > 0
            ? amountText(*m_content, static_cast<double>(row.cum) / m_content->uploads)
            : QString();
    case FunctionColumn::Share:
        return percentText(m_content->share(row.cum));
    }
    Q_UNREACHABLE();
}

QVariant FunctionModel::sortValue(const pprof::FunctionRow &row, FunctionColumn column) const
{
    switch (column) {
    case FunctionColumn::Flat:
        return row.flat;
    case FunctionColumn::Cum:
    case FunctionColumn::PerUpload:
    case FunctionColumn::Share:
        return row.cum;
    case FunctionColumn::Function:
    case FunctionColumn::Where:
        break;
    }
    return text(row, column);
}

QVariant FunctionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_content)
        return {};
    const pprof::FunctionRow &row = m_content->rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<FunctionColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == FunctionColumn::Function && !row.file.isEmpty())
            return QStringLiteral("%1\n%2").arg(text(row, column), fullPlaceText(row));
        return column == FunctionColumn::Where ? fullPlaceText(row) : text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortValue(row, column);
    case OriginRole:
        return static_cast<int>(row.origin);
    default:
        return {};
    }
}

QVariant FunctionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCountInAll)
        return {};
    const auto column = static_cast<FunctionColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const bool isDifference = m_content && m_content->isDifference;
    const bool isKept = isDifference && m_content->valueType.type.startsWith(QLatin1StringView("inuse_"));
    const bool isOfMoved = isDifference && pprof::magnitude(m_content->net) != m_content->whole();
    switch (column) {
    case FunctionColumn::Function:
        return tr("Function");
    case FunctionColumn::Where:
        return tr("Where");
    case FunctionColumn::Flat:
        return isKept ? tr("Kept, itself") : isDifference ? tr("Change, itself") : tr("Itself");
    case FunctionColumn::Cum:
        return isKept      ? tr("Kept, with callees")
            : isDifference ? tr("Change, with callees")
                           : tr("With callees");
    case FunctionColumn::PerUpload:
        return tr("Per upload");
    case FunctionColumn::Share:
        if (!isDifference)
            return tr("Share");
        if (isOfMoved)
            return tr("Share of what moved");
        return m_content->net < 0 ? tr("Share of shrinkage") : tr("Share of growth");
    }
    Q_UNREACHABLE();
}

} // namespace ui
