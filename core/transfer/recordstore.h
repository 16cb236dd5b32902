// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadline.h"
#include "core/transfer/uploadrecord.h"

#include <QList>

#include <array>
#include <deque>

namespace transfer {

/// The records of an UploadQueue with their sums, which are always right because every change goes through
/// update(), and which attempt at each of them counts. Emits nothing, starts nothing.
class RecordStore final
{
public:
    /// Gives the record the next id.
    UploadId append(UploadRecord record);
    /// Keeps the record's id, which must be larger than all before.
    void restore(UploadRecord record);

    /// Nullptr if unknown. Valid until the next append() or removeFinished().
    [[nodiscard]] const UploadRecord *find(UploadId id) const;

    /// Calls `change(UploadRecord &)`. A new state must be allowed by isAllowed(). The id must be known.
    template <typename Change>
    void update(UploadId id, Change change)
    {
        Row &row = m_rows[indexOf(id)];
        const UploadState before = row.record.state;
        count(row.record, -1);
        change(row.record);
        count(row.record, +1);
        Q_ASSERT_X(before == row.record.state || isAllowed(before, row.record.state), "RecordStore",
                   "no such transition");
    }

    /// The attempt whose events count; 0, or of an unknown id: none does. The id to set it of must be known.
    [[nodiscard]] Ticket ticketOf(UploadId id) const;
    void setTicket(UploadId id, Ticket ticket) { m_rows[indexOf(id)].ticket = ticket; }

    /// At the beginning of its present attempt the server had so much of it already. The id must be known.
    void noteReached(UploadId id, qint64 bytes);
    /// The attempts at it since one that got on: as many as there were, if none can. The id must be known.
    [[nodiscard]] int fruitlessAttempts(UploadId id) const;
    /// Its present attempt found more on the server than the ones before. The id must be known.
    [[nodiscard]] bool getsOn(UploadId id) const;
    /// Its last attempt sent what need not be sent again, as far as is known here. The id must be known.
    [[nodiscard]] bool hasGotOn(UploadId id) const;

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
        Ticket ticket = 0;
        qint64 reached = 0; ///< The most that the server ever had.
        int fruitful = 0; ///< Attempts up to the last one that got on.
    };

    [[nodiscard]] size_t indexOf(UploadId id) const;
    void count(const UploadRecord &record, int sign);

    std::deque<Row> m_rows; ///< By id, rising. Grows without moving what is there.
    std::array<qint64, uploadStateCount> m_counts{};
    qint64 m_interrupted = 0;
    qint64 m_bytes = 0;
    qint64 m_bytesDone = 0;
    quint64 m_lastId = 0;
};

} // namespace transfer
