// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertlogmodel.h"

#include "core/report/alertwording.h"
#include "core/session/alerttexts.h"
#include "ui/models/alerttext.h"

#include <QDateTime>

#include <algorithm>

namespace ui {

using session::Alert;

AlertLogModel::AlertLogModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

AlertLogModel::~AlertLogModel() = default;

int AlertLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alerts.size());
}

QVariant AlertLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Alert &alert = m_alerts[index.row()];
    const QString detail
        = tr("%1, %2", "values, when")
              .arg(session::alertValuesText(alert), alertSpan(alert, QDateTime::currentMSecsSinceEpoch()));
    switch (role) {
    case Qt::DisplayRole:
        return report::alertTitle(alert.title);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1: %2", "name, detail").arg(alertName(alert), detail);
    case DetailRole:
        return detail;
    case PriorityRole:
        return static_cast<int>(alert.priority);
    case FiringRole:
        return alert.clearedAtMs == 0;
    default:
        return {};
    }
}

std::optional<Alert> AlertLogModel::mostUrgent() const
{
    return m_firing > 0 ? std::optional(m_alerts.constFirst()) : std::nullopt;
}

void AlertLogModel::raise(const Alert &alert)
{
    const auto end = m_alerts.cbegin() + m_firing;
    const auto before = std::find_if(m_alerts.cbegin(), end,
                                     [&](const Alert &other) { return other.priority >= alert.priority; });
    ++m_firing;
    insert(before - m_alerts.cbegin(), alert);
    Q_EMIT changed();
}

void AlertLogModel::clear(const Alert &alert)
{
    for (qsizetype row = 0; row < m_firing; ++row) {
        if (m_alerts[row].rule != alert.rule)
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_alerts.removeAt(row);
        --m_firing;
        endRemoveRows();
        insert(m_firing, alert);
        dropOldest();
        Q_EMIT changed();
        return;
    }
}

void AlertLogModel::insert(qsizetype row, const Alert &alert)
{
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
    m_alerts.insert(row, alert);
    endInsertRows();
}

void AlertLogModel::dropOldest()
{
    if (m_alerts.size() - m_firing <= mostOver)
        return;
    const int last = static_cast<int>(m_alerts.size()) - 1;
    beginRemoveRows({}, last, last);
    m_alerts.removeLast();
    endRemoveRows();
}

} // namespace ui
