// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QList>
#include <QSet>

namespace transfer {
class UploadQueue;
}

namespace session {

/// Which rows of a queue their receiver does not know yet, or not as they are now. Only ids are kept - new
/// rows as a range, changed ones as a set - and records are copied when they are sent, once, however often
/// they changed.
class UploadChanges final
{
public:
    /// Rows [first, last] were added; ids grow.
    void added(transfer::UploadId first, transfer::UploadId last);
    void changed(transfer::UploadId id);
    /// The receiver knows all of it in another way.
    void acknowledge();
    /// Rows left the queue; returns those that the receiver knows.
    QList<transfer::UploadId> removed(const QList<transfer::UploadId> &ids);

    [[nodiscard]] bool isEmpty() const { return m_changed.isEmpty() && m_firstNew == m_endNew; }

    /// At most `limit` of them as they are now, ordered by id: changed rows before new ones, the smallest ids
    /// first.
    [[nodiscard]] QList<transfer::UploadRecord> take(const transfer::UploadQueue &queue, qsizetype limit);

private:
    QList<transfer::UploadId> takeChanged(qsizetype limit);

    QSet<transfer::UploadId> m_changed; ///< All below m_firstNew.
    quint64 m_firstNew = 1; ///< The receiver knows only rows below that.
    quint64 m_endNew = 1; ///< Above every row.
};

} // namespace session
