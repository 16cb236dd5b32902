// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/failuremodel.h"

#include "core/base/format.h"
#include "core/report/failurewording.h"
#include "core/report/httpstatus.h"
#include "ui/models/uploadmodel.h"

#include <algorithm>

namespace ui {

using transfer::FailureReason;
using transfer::UploadId;
using transfer::UploadRecord;

FailureModel::FailureModel(UploadModel &uploads, QObject *parent)
    : QAbstractTableModel(parent)
{
    for (int row = 0; row < uploads.rowCount(); ++row)
        put(uploads.record(row));
    m_isChanged = false;
    connect(&uploads, &UploadModel::applied, this, &FailureModel::apply);
    connect(&uploads, &UploadModel::removed, this, &FailureModel::remove);
}

FailureModel::~FailureModel() = default;

int FailureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int FailureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : failureColumnCount;
}

QVariant FailureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<FailureColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const Group &shown = group(index.row());
    switch (column) {
    case FailureColumn::Reason:
        return failureLabel(shown.reason);
    case FailureColumn::Server:
        return shown.reason.server.isEmpty() ? tr("not sent to any") : shown.reason.server;
    case FailureColumn::Files:
        if (role == Qt::AccessibleTextRole)
            return tr("%n files", nullptr, static_cast<int>(shown.ids.size()));
        return base::formatCount(static_cast<double>(shown.ids.size()));
    case FailureColumn::Said:
        return report::serverWords(shown.example.serverMessage.isEmpty() ? shown.example.error.message
                                                                         : shown.example.serverMessage,
                                   shown.example.httpStatus);
    }
    return {};
}

QVariant FailureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= failureColumnCount)
        return {};
    const auto column = static_cast<FailureColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column == FailureColumn::Files ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case FailureColumn::Reason:
        return tr("Reason");
    case FailureColumn::Server:
        return tr("Server");
    case FailureColumn::Files:
        return tr("Files");
    case FailureColumn::Said:
        return tr("Last said");
    }
    return {};
}

const FailureReason &FailureModel::reason(int row) const
{
    return group(row).reason;
}

qsizetype FailureModel::count(int row) const
{
    return group(row).ids.size();
}

const UploadRecord &FailureModel::example(int row) const
{
    return group(row).example;
}

QList<UploadId> FailureModel::ids(int row) const
{
    QList<UploadId> ids = group(row).ids.values();
    std::sort(ids.begin(), ids.end());
    return ids;
}

void FailureModel::apply(const session::UploadBatch &batch)
{
    for (const UploadRecord &record : batch.records)
        put(record);
    announce();
}

void FailureModel::remove(const QList<UploadId> &ids)
{
    for (const UploadId id : ids)
        takeOut(id);
    announce();
}

void FailureModel::put(const UploadRecord &record)
{
    const FailureReason reason = transfer::failureReason(record);
    if (const Group *before = m_groupOf.value(record.id); before && before->reason == reason)
        return;
    takeOut(record.id);
    if (reason.kind == base::ErrorKind::None)
        return;
    Group *&its = m_byReason[reason];
    if (!its) {
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_groups.push_back(std::make_unique<Group>());
        its = m_groups.back().get();
        its->reason = reason;
        its->example = record;
        endInsertRows();
    }
    its->ids.insert(record.id);
    its->example = record;
    its->isChanged = m_isChanged = true;
    m_groupOf.insert(record.id, its);
}

void FailureModel::takeOut(UploadId id)
{
    Group *its = m_groupOf.take(id);
    if (!its)
        return;
    its->ids.remove(id);
    its->isChanged = m_isChanged = true;
    if (!its->ids.isEmpty())
        return;
    const int row = rowOf(its);
    beginRemoveRows({}, row, row);
    m_byReason.remove(its->reason);
    m_groups.erase(m_groups.begin() + row);
    endRemoveRows();
}

void FailureModel::announce()
{
    if (!std::exchange(m_isChanged, false))
        return;
    for (int row = 0; row < rowCount(); ++row) {
        if (std::exchange(m_groups[static_cast<size_t>(row)]->isChanged, false))
            Q_EMIT dataChanged(index(row, 0), index(row, failureColumnCount - 1));
    }
    Q_EMIT groupsChanged();
}

int FailureModel::rowOf(const Group *group) const
{
    const auto at = std::ranges::find(m_groups, group, [](const auto &g) { return g.get(); });
    return static_cast<int>(at - m_groups.begin());
}

QString failureLabel(const FailureReason &reason)
{
    return reason.httpStatus != 0 ? report::httpStatusText(reason.httpStatus)
                                  : report::failureTitle(reason.kind, 0);
}

} // namespace ui
