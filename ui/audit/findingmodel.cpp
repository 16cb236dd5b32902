// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/findingmodel.h"

#include "ui/audit/audittext.h"
#include "ui/audit/checkrowdelegate.h"

#include <algorithm>

namespace ui {

void FindingModel::setRows(std::vector<report::AuditRow> rows)
{
    m_all = std::move(rows);
    choose();
}

void FindingModel::setOnly(std::optional<experiment::AuditOutcome> outcome)
{
    m_only = outcome;
    choose();
}

void FindingModel::choose()
{
    beginResetModel();
    m_shown = m_all;
    if (m_only)
        std::erase_if(m_shown, [this](const report::AuditRow &row) { return row.outcome != *m_only; });
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const report::AuditRow &row = m_shown[static_cast<size_t>(index.row())];
    const OutcomeLook look = lookOf(row.outcome);
    const QString title = experiment::auditCheckText(row.check->title);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "outcome, check").arg(look.word, title);
    case SignRole:
        return QString(look.sign);
    case WordRole:
        return look.word;
    case ToneRole:
        return static_cast<int>(look.tone);
    case IdRole:
        return QString::fromUtf8(row.check->id);
    default:
        return {};
    }
}

} // namespace ui
