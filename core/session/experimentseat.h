// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/experimentrun.h"
#include "core/session/throttle.h"

#include <memory>

namespace session {

/// The one place in a session for an experiment - a leak check, a sweep, an audit - so that none measures another: waits
/// until no upload runs, owns the running experiment, and sees to it that its progress is not told too often.
///
/// Thread: that of the clock's timers. Ownership: the caller's; the clock outlives it. Destruction ends a running
/// experiment in silence.
/// Signals: `held(true)` from within start() and `held(false)` before the run tells its result, which it does exactly once
/// for each start() that was not ignored.
class ExperimentSeat final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExperimentSeat)

public:
    explicit ExperimentSeat(base::Clock &clock, QObject *parent = nullptr);
    ~ExperimentSeat() override;

    [[nodiscard]] bool isBusy() const { return m_run != nullptr; }
    /// The experiment begins when there are none; to be called from `held` on with every change. Others' uploads would be
    /// taken for its own.
    void setUploadsRunning(bool on);
    /// The session's own watching asked the server once more.
    void countRequest();

    /// Ignored while busy.
    void start(std::unique_ptr<ExperimentRun> run);
    /// The result follows from the event loop, also when the experiment did not begin yet. Ignored while not busy.
    void cancel();

Q_SIGNALS:
    /// Whether uploads have to wait.
    void held(bool on);

private:
    void begin();
    void end();

    std::unique_ptr<ExperimentRun> m_run;
    bool m_isWaiting = false; ///< For the last uploads to end.
    Throttle m_throttle;
};

} // namespace session
