// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "core/transfer/failurereason.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace ui {

class UploadModel;

enum class FailureColumn { Reason, Server, Files, Said };
inline constexpr int failureColumnCount = 4;

/// The failed uploads by what they failed of: a row for each reason, in the order in which the reasons turned up.
///
/// Follows an UploadModel batch by batch: what it costs depends on how many records changed, not on how many there are,
/// so that 100,000 failures are a row with a large number. Thread: GUI. The upload model outlives it.
class FailureModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailureModel)

public:
    explicit FailureModel(UploadModel &uploads, QObject *parent = nullptr);
    ~FailureModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// `row` must exist, here and below.
    [[nodiscard]] const transfer::FailureReason &reason(int row) const;
    [[nodiscard]] qsizetype count(int row) const;
    /// The upload of that reason that failed last.
    [[nodiscard]] const transfer::UploadRecord &example(int row) const;
    /// In the order of the queue.
    [[nodiscard]] QList<transfer::UploadId> ids(int row) const;
    /// Of all reasons together.
    [[nodiscard]] qsizetype total() const { return m_groupOf.size(); }

Q_SIGNALS:
    /// At most once for each batch: rows, or what is in them.
    void groupsChanged();

private:
    struct Group
    {
        transfer::FailureReason reason;
        QSet<transfer::UploadId> ids;
        transfer::UploadRecord example;
        bool isChanged = false;
    };

    void apply(const session::UploadBatch &batch);
    void remove(const QList<transfer::UploadId> &ids);
    void put(const transfer::UploadRecord &record);
    void takeOut(transfer::UploadId id);
    void announce();
    [[nodiscard]] int rowOf(const Group *group) const;
    [[nodiscard]] const Group &group(int row) const { return *m_groups[static_cast<size_t>(row)]; }

    std::vector<std::unique_ptr<Group>> m_groups;
    QHash<transfer::FailureReason, Group *> m_byReason;
    QHash<transfer::UploadId, Group *> m_groupOf;
    bool m_isChanged = false; ///< Since groupsChanged().
};

/// What an upload, or several, failed of, in a few words: "413 Content Too Large", "Connection refused".
[[nodiscard]] QString failureLabel(const transfer::FailureReason &reason);

} // namespace ui
