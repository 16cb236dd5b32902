// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/ratemeter.h"
#include "core/transfer/uploadjob.h"
#include "core/transfer/uploadrecord.h"

#include <QList>

#include <memory>
#include <vector>

namespace transfer {

/// The attempts an UploadQueue has under way, how fast each goes and how fast all go together.
class RunningUploads final
{
public:
    struct DeleteLater
    {
        void operator()(UploadJob *job) const { job->deleteLater(); }
    };
    using Job = std::unique_ptr<UploadJob, DeleteLater>; ///< Let go of while its signals run.

    struct Run
    {
        UploadId id;
        Job job;
        RateMeter meter;
        qint64 sent = 0;
        base::Steady begin;
        base::Steady lastShown; ///< When its progress was last worth a signal.
    };
    struct Rate
    {
        UploadId id;
        double bytesPerSecond = 0;
    };

    explicit RunningUploads(base::Clock &clock);

    Run &add(UploadId id, Job job);
    /// Ends the job in silence, at once, unless it has finished. Nullptr for an unknown id.
    [[nodiscard]] std::unique_ptr<Run> take(UploadId id);
    [[nodiscard]] int size() const { return static_cast<int>(m_runs.size()); }

    /// True when that is worth a signal: ten times a second at most.
    bool advance(Run &run, qint64 sent);
    /// Those without progress for half a second, with what their rates have faded to. The caller shows them.
    [[nodiscard]] QList<Rate> takeStale();

    /// Bytes per second of one, and of all; 0 while unknown or idle.
    [[nodiscard]] double rateOf(const Run &run) const { return run.meter.rate(m_clock.now()); }
    [[nodiscard]] double rate() const { return m_runs.empty() ? 0 : m_meter.rate(m_clock.now()); }
    /// Mean since the run began.
    [[nodiscard]] double meanRateOf(const Run &run) const;

private:
    base::Clock &m_clock;
    std::vector<std::unique_ptr<Run>> m_runs;
    RateMeter m_meter;
    qint64 m_moved = 0; ///< Bytes sent by all since there was none.
};

} // namespace transfer
