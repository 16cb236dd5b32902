// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QList>

#include <array>
#include <deque>

namespace transfer {

/// The records of an UploadQueue with their sums, which are always right because every change goes through
/// update(), and the line in which waiting ones stand. Emits nothing, starts nothing.
class RecordStore final
{
public:
    /// Gives the record the next id. State Waiting joins the end of the line.
    UploadId append(UploadRecord record);

    /// Nullptr if unknown. Valid until the next append() or removeFinished().
    [[nodiscard]] const UploadRecord *find(UploadId id) const;

    /// Calls `change(UploadRecord &)`. A new state must be allowed by isAllowed(); one that becomes Waiting
    /// joins the end of the line. The id must be known.
    template <typename Change>
    void update(UploadId id, Change change)
    {
        Row &row = m_rows[indexOf(id)];
        const UploadState before = row.record.state;
        count(row.record, -1);
        change(row.record);
        count(row.record, +1);
        settle(row, before);
    }

    /// Takes the first one off the line; an invalid id when nothing waits.
    [[nodiscard]] UploadId takeWaiting();

    [[nodiscard]] QList<UploadRecord> records() const;
    [[nodiscard]] QList<UploadId> idsIn(UploadState state) const;
    QList<UploadId> removeFinished();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] qint64 countIn(UploadState state) const { return m_counts[static_cast<size_t>(state)]; }
    /// All but the rate. O(1).
    [[nodiscard]] QueueTotals totals() const;

private:
    struct Row
    {
        UploadRecord record;
        quint64 turn = 0; ///< Its place in the line; a place with an older one is void.
    };
    struct Place
    {
        UploadId id;
        quint64 turn = 0;
    };

    [[nodiscard]] size_t indexOf(UploadId id) const;
    void count(const UploadRecord &record, int sign);
    void settle(Row &row, UploadState before);
    void enqueue(Row &row);

    std::deque<Row> m_rows; ///< By id, rising. Grows without moving what is there.
    std::deque<Place> m_line;
    std::array<qint64, uploadStateCount> m_counts{};
    qint64 m_bytes = 0;
    qint64 m_bytesDone = 0;
    quint64 m_lastId = 0;
    quint64 m_lastTurn = 0;
};

} // namespace transfer
