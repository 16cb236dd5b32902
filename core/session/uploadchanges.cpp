// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/uploadchanges.h"

#include "core/transfer/uploadqueue.h"

#include <algorithm>
#include <utility>

namespace session {

using transfer::UploadId;

void UploadChanges::added(UploadId first, UploadId last)
{
    Q_ASSERT(first.value >= m_endNew && last >= first);
    if (m_firstNew == m_endNew)
        m_firstNew = first.value;
    m_endNew = last.value + 1;
}

void UploadChanges::changed(UploadId id)
{
    // New rows are sent as they will be then.
    if (id.value < m_firstNew)
        m_changed.insert(id);
}

void UploadChanges::acknowledge()
{
    m_changed.clear();
    m_firstNew = m_endNew;
}

QList<UploadId> UploadChanges::removed(const QList<UploadId> &ids)
{
    QList<UploadId> known;
    known.reserve(ids.size());
    for (const UploadId id : ids) {
        if (id.value >= m_firstNew)
            continue;
        m_changed.remove(id);
        known.append(id);
    }
    return known;
}

QList<UploadId> UploadChanges::takeChanged(qsizetype limit)
{
    QList<UploadId> ids(m_changed.cbegin(), m_changed.cend());
    if (ids.size() <= limit) {
        m_changed.clear();
    } else {
        std::nth_element(ids.begin(), ids.begin() + limit, ids.end());
        ids.resize(limit);
        for (const UploadId id : std::as_const(ids))
            m_changed.remove(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

QList<transfer::UploadRecord> UploadChanges::take(const transfer::UploadQueue &queue, qsizetype limit)
{
    const QList<UploadId> changed = takeChanged(limit);
    QList<transfer::UploadRecord> records;
    records.reserve(
        std::min<qsizetype>(limit, changed.size() + static_cast<qsizetype>(m_endNew - m_firstNew)));
    for (const UploadId id : changed) {
        if (const transfer::UploadRecord *record = queue.find(id))
            records.append(*record);
    }
    for (; m_firstNew < m_endNew && records.size() < limit; ++m_firstNew) {
        if (const transfer::UploadRecord *record = queue.find(UploadId{m_firstNew}))
            records.append(*record);
    }
    return records;
}

} // namespace session
