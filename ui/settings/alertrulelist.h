// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui {

class AlertRuleModel;

/// The alert rules, each with its check box, priority and condition; one of them is chosen. The arrows choose, Space turns on and
/// off. Thread: GUI. The model outlives it.
class AlertRuleList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertRuleList)

public:
    explicit AlertRuleList(AlertRuleModel &model, QWidget *parent = nullptr);

    /// -1: the list is empty.
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int m_rowBefore = 0; ///< While all rules are replaced.
};

} // namespace ui
