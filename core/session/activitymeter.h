// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/timeline.h"
#include "core/transfer/loadprogress.h"
#include "core/transfer/uploadrecord.h"

#include <QObject>
#include <QSet>

namespace transfer {
class UploadQueue;
}

namespace session {

/// What a queue, and an experiment beside it, did in the second before, once a second while uploads run, and once more when it is quiet
/// again. Rates are means over the time since the last report, made from bytes and not from momentary rates,
/// so that their sum is what was sent; `inFlight` is the most that ran at once in it.
///
/// Thread: that of its clock. Ownership: the caller's; queue and clock outlive it. Destruction is silent.
class ActivityMeter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityMeter)

public:
    ActivityMeter(const transfer::UploadQueue &queue, base::Clock &clock, QObject *parent = nullptr);

    void began(transfer::UploadId id);
    void ended(transfer::UploadId id);
    /// What the experiment under way has sent since it began.
    void loaded(const transfer::LoadTraffic &traffic);
    /// It is over.
    void loadEnded();
    /// Reports before the second is over, so that a run that is over is told whole - unless it was done just
    /// now.
    void hurry();

Q_SIGNALS:
    void measured(const session::Activity &activity);

private:
    void measure();
    void mind();
    [[nodiscard]] qsizetype running() const { return m_running.size() + m_load.inFlight; }
    [[nodiscard]] double bytesSent() const;

    const transfer::UploadQueue &m_queue;
    base::Clock &m_clock;
    std::unique_ptr<base::ClockTimer> m_tick;
    QSet<transfer::UploadId> m_running;
    transfer::LoadTraffic m_load;
    qsizetype m_mostRunning = 0; ///< Since the last report.
    double m_bytesEnded = 0; ///< Sent by attempts and experiments that are over.
    double m_bytesReported = 0;
    base::Steady m_since; ///< What is reported next began then.
    base::Steady m_reportedAt{};
};

} // namespace session
