// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alertsettings.h"

#include <QAbstractListModel>

namespace ui {

/// All alert rules, in their order, each with a check mark that says whether it is in force. Display is the title; an item's
/// accessible text has priority and condition, too.
/// Thread: GUI.
class AlertRuleModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertRuleModel)

public:
    enum Role {
        ConditionRole = Qt::UserRole, ///< "> 5 % for 2:00 min".
        PriorityRole, ///< analysis::AlertPriority, as int.
        ChangedRole, ///< Whether it is not as it is by default, but for being off; true of the user's own.
    };

    explicit AlertRuleModel(QObject *parent = nullptr);
    ~AlertRuleModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] const QList<session::ListedRule> &rules() const { return m_rules; }
    void setRules(const QList<session::ListedRule> &rules);
    /// `row` must exist, here and below.
    [[nodiscard]] const analysis::AlertRule &rule(int row) const { return m_rules[row].rule; }
    void setRule(int row, const analysis::AlertRule &rule);

Q_SIGNALS:
    /// A rule, or whether it is in force, is another than before; after setRules(), too, if anything is.
    void changed();

private:
    [[nodiscard]] QString spoken(const session::ListedRule &listed) const;

    QList<session::ListedRule> m_rules;
};

} // namespace ui
