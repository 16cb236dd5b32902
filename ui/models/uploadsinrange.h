// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/transfer/uploadrecord.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace ui {

class UploadModel;

/// The queue's rows, in their order; those that ran within a range of time where one is set. Rows that begin or end come and
/// go by themselves. Thread: GUI. The model outlives it.
class UploadsInRange final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadsInRange)

public:
    explicit UploadsInRange(UploadModel &model, QObject *parent = nullptr);

    void setRange(const std::optional<base::TimeRange> &range);
    [[nodiscard]] const std::optional<base::TimeRange> &range() const { return m_range; }

    /// `row` must exist.
    [[nodiscard]] const transfer::UploadRecord &record(int row) const;
    /// -1 when there is no such upload, or it is not in the range.
    [[nodiscard]] int rowOf(transfer::UploadId id) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    UploadModel &m_model;
    std::optional<base::TimeRange> m_range;
};

} // namespace ui
