// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadtotals.h"

#include <algorithm>

namespace transfer {

QueueTotals totalsOf(const QList<UploadRecord> &uploads)
{
    QueueTotals totals;
    for (const UploadRecord &record : uploads) {
        ++totals.files;
        totals.bytes += std::max<qint64>(0, record.bytes);
        totals.bytesDone += isFinished(record.state) ? std::max<qint64>(0, record.bytes) : record.bytesSent;
        totals.waiting += record.state == UploadState::Waiting;
        totals.running += isRunning(record.state);
        totals.done += record.state == UploadState::Done;
        totals.failed += record.state == UploadState::Failed;
        totals.cancelled += record.state == UploadState::Cancelled;
        totals.paused += record.state == UploadState::Paused;
        totals.interrupted += record.isInterrupted();
    }
    return totals;
}

} // namespace transfer
