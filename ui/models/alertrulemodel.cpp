// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertrulemodel.h"

#include "core/report/alertwording.h"
#include "ui/models/alerttext.h"

namespace ui {

using analysis::AlertRule;
using session::ListedRule;

AlertRuleModel::AlertRuleModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_rules(session::defaultRuleList())
{
}

AlertRuleModel::~AlertRuleModel() = default;

int AlertRuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

QVariant AlertRuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListedRule &listed = m_rules[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return report::alertTitle(listed.rule.title);
    case Qt::CheckStateRole:
        return listed.isEnabled ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return spoken(listed);
    case Qt::ToolTipRole:
        return ruleMeaning(listed.rule);
    case ConditionRole:
        return report::alertConditionText(listed.rule);
    case PriorityRole:
        return static_cast<int>(listed.rule.priority);
    case ChangedRole:
        return session::defaultRule(listed.rule.id) != listed.rule;
    default:
        return {};
    }
}

QString AlertRuleModel::spoken(const ListedRule &listed) const
{
    const QString words
        = tr("%1 %2, %3", "priority, title, condition")
              .arg(analysis::toKey(listed.rule.priority), report::alertTitle(listed.rule.title),
                   report::alertConditionText(listed.rule));
    return listed.isEnabled ? words : tr("%1, off").arg(words);
}

bool AlertRuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const bool isEnabled = value.toInt() == Qt::Checked;
    if (m_rules[index.row()].isEnabled != isEnabled) {
        m_rules[index.row()].isEnabled = isEnabled;
        Q_EMIT dataChanged(index, index);
        Q_EMIT changed();
    }
    return true;
}

Qt::ItemFlags AlertRuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsUserCheckable : usual;
}

void AlertRuleModel::setRules(const QList<ListedRule> &rules)
{
    if (rules == m_rules)
        return;
    beginResetModel();
    m_rules = rules;
    endResetModel();
    Q_EMIT changed();
}

void AlertRuleModel::setRule(int row, const AlertRule &rule)
{
    if (m_rules[row].rule == rule)
        return;
    m_rules[row].rule = rule;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

} // namespace ui
