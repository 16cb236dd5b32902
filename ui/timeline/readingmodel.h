// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/readingrows.h"

#include <QAbstractTableModel>

namespace ui {

/// The numbers of the timeline as a table to read: a row for each moment, newest first, in units that its headers name.
/// Read-only. Rows that stay keep their place while newer ones come and older ones go, so that who reads one is not thrown
/// off it. Thread: GUI.
class ReadingModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingModel)

public:
    enum Column { Time, FirstValue, Remark = FirstValue + static_cast<int>(readingValueCount), ColumnCount };

    explicit ReadingModel(QObject *parent = nullptr);

    void setRows(std::vector<ReadingRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Tab-separated, a line each below one of headers; numbers that are not known are empty. Times with their date.
    [[nodiscard]] QString asText(const QList<int> &rows) const;

private:
    [[nodiscard]] QString text(const ReadingRow &row, int column) const;
    [[nodiscard]] QString spoken(const ReadingRow &row, int column) const;
    void update(std::vector<ReadingRow> &rows);

    std::vector<ReadingRow> m_rows; ///< Newest first.
};

} // namespace ui
