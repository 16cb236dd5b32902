// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/measurement.h"
#include "core/experiment/sweep.h"
#include "core/session/throttle.h"

namespace cli {

/// `tidemark-cli sweep`: how does a server stand many uploads at once, or many a second?
class SweepCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepCommand)

public:
    explicit SweepCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void draw();
    void finish(const experiment::SweepResult &result);
    void print(const experiment::SweepResult &result) const;

    Context m_context;
    experiment::Sweep m_sweep;
    experiment::SweepProgress m_progress;
    session::Throttle m_throttle;
    bool m_isInterrupted = false;
};

/// 0, 1, 3 or 4 of a sweep that came to its end. Found is amplification ("leak"), and a server that breaks down, is down, or
/// fails more than SweepResult::tolerated ("failed"); what each upload leaves at every level is a remark, and not found; inconclusive is one that was restarted, a client that ended it as the
/// bottleneck, and amplification that is unknown.
[[nodiscard]] ExitCode sweepExitCode(const experiment::SweepResult &result, bool failOnLeak,
                                     bool failOnFailed);

} // namespace cli
