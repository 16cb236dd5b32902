// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/sweeptable.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui {

/// A sweep's figures: a row for each level, columns as core/report has them. The level at which the server broke down has a
/// sign, and says so in its tool tip. Thread: GUI.
class SweepTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepTableModel)

public:
    explicit SweepTableModel(QObject *parent = nullptr);

    void setLevels(std::span<const experiment::SweepLevel> levels);
    /// What has to be known to read it.
    [[nodiscard]] const QString &note() const { return m_note; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QStringList m_titles;
    QList<QStringList> m_rows;
    QString m_note;
    std::optional<std::size_t> m_collapsedAt;
};

} // namespace ui
