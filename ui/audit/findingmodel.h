// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/auditwording.h"

#include <QAbstractListModel>

namespace ui {

/// What an audit found: a row for each check, what failed first. Thread: GUI. Roles are RowRole's.
class FindingModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingModel)

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<report::AuditRow> rows);
    /// Shows those of that outcome alone; nothing: all.
    void setOnly(std::optional<experiment::AuditOutcome> outcome);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void choose();

    std::vector<report::AuditRow> m_all;
    std::vector<report::AuditRow> m_shown;
    std::optional<experiment::AuditOutcome> m_only;
};

} // namespace ui
