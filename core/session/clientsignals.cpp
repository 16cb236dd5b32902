// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/clientsignals.h"

namespace session {

using base::ErrorKind;
using transfer::UploadRecord;

namespace {
constexpr qint64 leastAttempts = 10;
constexpr quint64 leastAnswers = 20;

/// Whether the outcome is the server's, or the network's between.
bool tellsOfServer(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::Stalled:
    case ErrorKind::Timeout:
    case ErrorKind::RedirectRefused:
    case ErrorKind::TooManyRedirects:
    case ErrorKind::AnsweredEarly:
    case ErrorKind::Protocol:
    case ErrorKind::HttpStatus:
    case ErrorKind::TooLarge:
    case ErrorKind::Malformed:
        return true;
    default:
        return false;
    }
}

bool isTimeout(const UploadRecord &record)
{
    const ErrorKind kind = record.error.kind;
    return kind == ErrorKind::Timeout || kind == ErrorKind::Stalled || kind == ErrorKind::ConnectTimeout
        || record.httpStatus == 408 || record.httpStatus == 504;
}
} // namespace

qint64 ClientSignals::numberOf(base::Steady time)
{
    return time.time_since_epoch() / sliceTime;
}

void ClientSignals::attemptEnded(base::Steady now, const UploadRecord &record)
{
    const bool isDone = record.state == transfer::UploadState::Done;
    if (!isDone && !tellsOfServer(record.error.kind))
        return;
    const qint64 number = numberOf(now);
    Slice &slice = m_slices[static_cast<size_t>(number % static_cast<qint64>(m_slices.size()))];
    if (slice.number != number)
        slice = Slice{number, 0, 0, 0, {}};
    ++slice.attempts;
    slice.serverErrors += record.httpStatus >= 500 && record.httpStatus < 600;
    slice.timeouts += !isDone && isTimeout(record);
    const net::PhaseTimings &timings = record.timings;
    if (timings.sent.count() > 0 && timings.firstByte >= timings.sent)
        slice.answerTimes.record((timings.firstByte - timings.sent).count());
}

bool ClientSignals::isRecent(const Slice &slice, base::Steady now) const
{
    return slice.number > numberOf(now) - static_cast<qint64>(m_slices.size());
}

std::optional<double> ClientSignals::shareOf(qint64 Slice::*part, base::Steady now) const
{
    qint64 all = 0, some = 0;
    for (const Slice &slice : m_slices) {
        if (!isRecent(slice, now))
            continue;
        all += slice.attempts;
        some += slice.*part;
    }
    if (all < leastAttempts)
        return {};
    return static_cast<double>(some) / static_cast<double>(all);
}

std::optional<double> ClientSignals::serverErrors(base::Steady now) const
{
    return shareOf(&Slice::serverErrors, now);
}

std::optional<double> ClientSignals::timeouts(base::Steady now) const
{
    return shareOf(&Slice::timeouts, now);
}

std::optional<double> ClientSignals::answerP95(base::Steady now) const
{
    base::Histogram all;
    for (const Slice &slice : m_slices) {
        if (isRecent(slice, now))
            all.add(slice.answerTimes);
    }
    if (all.count() < leastAnswers)
        return {};
    return static_cast<double>(all.quantile(0.95)) / 1e6;
}

} // namespace session
