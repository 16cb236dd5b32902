// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "core/transfer/uploadrecord.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <vector>

namespace ui {

enum class UploadColumn { Name, Size, Progress, Speed, Left, Answer };
inline constexpr int uploadColumnCount = 6;

/// The upload queue as rows, always in the order of their ids.
///
/// Holds 100,000 rows: a batch of new ones is one insertion, a batch of changes a handful of dataChanged
/// ranges, and texts are made only for the cells that a view asks for. Thread: GUI. Fed by copies; knows
/// nothing of the queue itself.
class UploadModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadModel)

public:
    enum Role {
        RecordRole = Qt::UserRole + 1, ///< The row's whole transfer::UploadRecord, from any column.
    };

    explicit UploadModel(QObject *parent = nullptr);
    ~UploadModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// `row` must exist.
    [[nodiscard]] const transfer::UploadRecord &record(int row) const;
    /// -1 when there is no such upload.
    [[nodiscard]] int rowOf(transfer::UploadId id) const;
    /// How many rows are in this state.
    [[nodiscard]] int count(transfer::UploadState state) const;
    /// What the queue last said of itself.
    [[nodiscard]] const transfer::QueueTotals &totals() const { return m_totals; }

public Q_SLOTS:
    void apply(const session::UploadBatch &batch);
    void remove(const QList<transfer::UploadId> &ids);

Q_SIGNALS:
    /// After apply(), remove() and what views are told of it; before totalsChanged().
    void applied(const session::UploadBatch &batch);
    void removed(const QList<transfer::UploadId> &ids);
    /// After apply() and remove(): counts and totals may be other ones.
    void totalsChanged();

private:
    using Records = QList<transfer::UploadRecord>;
    struct Range
    {
        int first;
        int last;
    };

    void insert(int row, Records::const_iterator first, Records::const_iterator last);
    void announce(const std::vector<Range> &changed);
    [[nodiscard]] int lowerBound(transfer::UploadId id) const;
    int &counter(transfer::UploadState state) { return m_counts[static_cast<size_t>(state)]; }

    std::vector<std::unique_ptr<transfer::UploadRecord>> m_rows; ///< By pointer: removal moves 8 bytes a row.
    std::array<int, transfer::uploadStateCount> m_counts{};
    transfer::QueueTotals m_totals;
};

} // namespace ui
