// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/recordstore.h"

#include <algorithm>

namespace transfer {
namespace {

qint64 bytesOf(const UploadRecord &record)
{
    return std::max<qint64>(record.bytes, 0);
}

qint64 bytesDoneOf(const UploadRecord &record)
{
    if (isFinished(record.state))
        return bytesOf(record);
    return isRunning(record.state) ? std::clamp<qint64>(record.bytesSent, 0, bytesOf(record)) : 0;
}

} // namespace

UploadId RecordStore::append(UploadRecord record)
{
    record.id = UploadId{++m_lastId};
    m_rows.push_back({std::move(record)});
    count(m_rows.back().record, +1);
    return m_rows.back().record.id;
}

void RecordStore::restore(UploadRecord record)
{
    Q_ASSERT_X(record.id.value > m_lastId, "RecordStore::restore", "ids rise");
    m_lastId = record.id.value - 1;
    append(std::move(record));
}

size_t RecordStore::indexOf(UploadId id) const
{
    // Where nothing was removed in between, an id is its index.
    const size_t guess = m_rows.empty() ? 0 : id.value - m_rows.front().record.id.value;
    if (guess < m_rows.size() && m_rows[guess].record.id == id)
        return guess;
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                      [](const Row &r, UploadId wanted) { return r.record.id < wanted; });
    const bool isKnown = row != m_rows.end() && row->record.id == id;
    return isKnown ? static_cast<size_t>(row - m_rows.begin()) : m_rows.size();
}

const UploadRecord *RecordStore::find(UploadId id) const
{
    const size_t index = indexOf(id);
    return index < m_rows.size() ? &m_rows[index].record : nullptr;
}

void RecordStore::count(const UploadRecord &record, int sign)
{
    m_counts[static_cast<size_t>(record.state)] += sign;
    m_interrupted += record.isInterrupted() ? sign : 0;
    m_bytes += sign * bytesOf(record);
    m_bytesDone += sign * bytesDoneOf(record);
}

Ticket RecordStore::ticketOf(UploadId id) const
{
    const size_t index = indexOf(id);
    return index < m_rows.size() ? m_rows[index].ticket : 0;
}

void RecordStore::noteReached(UploadId id, qint64 bytes)
{
    Row &row = m_rows[indexOf(id)];
    if (bytes <= row.reached)
        return;
    row.reached = bytes;
    row.fruitful = row.record.attempts - 1; // all before the present one
}

int RecordStore::fruitlessAttempts(UploadId id) const
{
    const Row &row = m_rows[indexOf(id)];
    return row.record.attempts - row.fruitful;
}

bool RecordStore::getsOn(UploadId id) const
{
    const Row &row = m_rows[indexOf(id)];
    return row.fruitful > 0 && fruitlessAttempts(id) == 1;
}

bool RecordStore::hasGotOn(UploadId id) const
{
    const Row &row = m_rows[indexOf(id)];
    return !row.record.resume.url.isEmpty() && row.record.bytesSent > row.reached;
}

QList<UploadRecord> RecordStore::records() const
{
    QList<UploadRecord> records;
    records.reserve(size());
    for (const Row &row : m_rows)
        records.append(row.record);
    return records;
}

QList<UploadId> RecordStore::idsIn(UploadState state) const
{
    QList<UploadId> ids;
    ids.reserve(countIn(state));
    for (const Row &row : m_rows) {
        if (row.record.state == state)
            ids.append(row.record.id);
    }
    return ids;
}

QList<UploadId> RecordStore::removeFinished()
{
    QList<UploadId> removed;
    std::erase_if(m_rows, [&](const Row &row) {
        const bool isOver = isFinished(row.record.state);
        if (isOver) {
            count(row.record, -1);
            removed.append(row.record.id);
        }
        return isOver;
    });
    return removed;
}

QueueTotals RecordStore::totals() const
{
    QueueTotals totals;
    totals.files = size();
    totals.waiting = countIn(UploadState::Waiting);
    totals.running = countIn(UploadState::Sending) + countIn(UploadState::Answering);
    totals.done = countIn(UploadState::Done);
    totals.failed = countIn(UploadState::Failed);
    totals.cancelled = countIn(UploadState::Cancelled);
    totals.paused = countIn(UploadState::Paused);
    totals.interrupted = m_interrupted;
    totals.bytes = m_bytes;
    totals.bytesDone = m_bytesDone;
    return totals;
}

} // namespace transfer
