// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadprogress.h"

#include <algorithm>
#include <cmath>

namespace transfer {

namespace {

std::optional<std::chrono::seconds> timeFor(qint64 bytes, double bytesPerSecond)
{
    constexpr double aWeek = 7 * 24 * 3600;
    if (bytesPerSecond <= 0)
        return {};
    const double seconds = static_cast<double>(std::max<qint64>(0, bytes)) / bytesPerSecond;
    if (seconds > aWeek)
        return {};
    return std::chrono::seconds(static_cast<qint64>(std::ceil(seconds)));
}

} // namespace

int percentSent(const UploadRecord &record)
{
    if (record.state == UploadState::Answering || record.state == UploadState::Done)
        return 100;
    if (record.bytes <= 0)
        return 0;
    const double share = static_cast<double>(record.bytesSent) / static_cast<double>(record.bytes);
    return std::clamp(static_cast<int>(std::floor(share * 100)), 0, 99);
}

std::optional<std::chrono::seconds> secondsLeft(const UploadRecord &record)
{
    if (record.state != UploadState::Sending || record.bytes < 0)
        return {};
    return timeFor(record.bytes - record.bytesSent, record.bytesPerSecond);
}

std::optional<std::chrono::seconds> secondsLeft(const QueueTotals &totals)
{
    return timeFor(totals.bytes - totals.bytesDone, totals.bytesPerSecond);
}

} // namespace transfer
