// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadphases.h"

namespace transfer {

using base::ErrorKind;
using net::PhaseTimings;
using std::chrono::microseconds;

namespace {

/// What was under way when it ended, where no later phase is known to be over.
UploadPhase brokenPhase(ErrorKind kind, const PhaseTimings &timings)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return UploadPhase::Dns;
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ProxyFailed:
        return UploadPhase::Connect;
    case ErrorKind::TlsFailed:
        return UploadPhase::Tls;
    case ErrorKind::ConnectTimeout:
        if (timings.connect.count() > 0)
            return UploadPhase::Tls;
        return timings.dns.count() > 0 ? UploadPhase::Connect : UploadPhase::Dns;
    default:
        return timings.sent.count() > 0 ? UploadPhase::Server : UploadPhase::Send;
    }
}

/// Spans one after another; each is told when it ended.
class Spans final
{
public:
    void until(UploadPhase phase, microseconds end)
    {
        if (end <= m_end)
            return;
        if (!m_spans.isEmpty() && m_spans.last().phase == phase)
            m_spans.last().length += end - m_end;
        else
            m_spans.append({phase, end - m_end});
        m_end = end;
    }
    [[nodiscard]] const QList<PhaseSpan> &all() const { return m_spans; }

private:
    QList<PhaseSpan> m_spans;
    microseconds m_end{0};
};

} // namespace

QList<PhaseSpan> uploadPhases(const UploadRecord &record)
{
    const PhaseTimings &timings = record.timings;
    Spans spans;
    spans.until(UploadPhase::Dns, timings.dns);
    spans.until(UploadPhase::Connect, timings.connect);
    spans.until(UploadPhase::Tls, timings.tls);
    const bool isEarly
        = timings.firstByte.count() > 0 && (timings.sent.count() == 0 || timings.firstByte < timings.sent);
    spans.until(UploadPhase::Send, isEarly ? timings.firstByte : timings.sent);
    spans.until(UploadPhase::Server, timings.firstByte);
    if (timings.firstByte.count() > 0)
        spans.until(UploadPhase::Answer, timings.total);
    else
        spans.until(brokenPhase(record.error.kind, timings), timings.total);

    QList<PhaseSpan> all = spans.all();
    const qint64 waitedMs = record.startedAtMs - record.queuedAtMs;
    if (record.queuedAtMs > 0 && record.startedAtMs > 0 && waitedMs > 0)
        all.prepend({UploadPhase::Wait, std::chrono::milliseconds(waitedMs)});
    return all;
}

} // namespace transfer
