// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/alertrulelist.h"

#include "ui/common/alerttone.h"
#include "ui/common/rowdelegate.h"
#include "ui/models/alertrulemodel.h"

#include <algorithm>

namespace ui {

namespace {

RowText rowText(const QModelIndex &index)
{
    const auto priority
        = static_cast<analysis::AlertPriority>(index.data(AlertRuleModel::PriorityRole).toInt());
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    QString detail = index.data(AlertRuleModel::ConditionRole).toString();
    if (index.data(AlertRuleModel::ChangedRole).toBool())
        detail = AlertRuleList::tr("%1 · changed", "condition of a rule").arg(detail);
    if (!isOn)
        detail = AlertRuleList::tr("off · %1", "condition of a rule").arg(detail);
    return {analysis::toKey(priority), alertTone(priority), index.data().toString(), detail, !isOn};
}

} // namespace

AlertRuleList::AlertRuleList(AlertRuleModel &model, QWidget *parent)
    : QListView(parent)
{
    setModel(&model);
    setItemDelegate(new RowDelegate(rowText, this));
    setAccessibleName(tr("Alert rules"));
    setToolTip(tr("Alert rules; Space turns one on or off"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setCurrentIndex(model.index(0));
    // The chosen rule stays so when all of them are replaced.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_rowBefore = currentRow(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this, &model] {
        setCurrentIndex(model.index(std::clamp(m_rowBefore, 0, std::max(0, model.rowCount() - 1))));
    });
}

void AlertRuleList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.row());
}

} // namespace ui
