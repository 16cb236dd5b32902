// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadrecord.h"

namespace transfer {

QString toKey(UploadState state)
{
    switch (state) {
    case UploadState::Waiting:
        return QStringLiteral("waiting");
    case UploadState::Sending:
        return QStringLiteral("sending");
    case UploadState::Answering:
        return QStringLiteral("answering");
    case UploadState::Done:
        return QStringLiteral("done");
    case UploadState::Failed:
        return QStringLiteral("failed");
    case UploadState::Cancelled:
        return QStringLiteral("cancelled");
    case UploadState::Paused:
        return QStringLiteral("paused");
    }
    return {};
}

std::optional<UploadState> uploadStateFromKey(const QString &key)
{
    for (int i = 0; i < uploadStateCount; ++i) {
        if (toKey(static_cast<UploadState>(i)) == key)
            return static_cast<UploadState>(i);
    }
    return {};
}

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
