// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/experiment/leakcheck.h"
#include "core/session/throttle.h"

#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// The leak checks of a session, one after the other: waits until no upload runs, owns the running check, and tells how
/// it gets on.
///
/// Thread: that of the manager and the clock. Ownership: the caller's; manager and clock outlive it. Destruction ends a
/// running check in silence.
/// Signals: `held(true)`, then `progressed` (at most ten times a second), `held(false)` and exactly one `finished` for
/// each start() that was not ignored.
class CheckController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckController)

public:
    CheckController(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~CheckController() override;

    [[nodiscard]] bool isBusy() const { return m_waiting.has_value() || m_check; }
    /// The check begins when there are none; to be called from `held` on with every change. Others' uploads would be
    /// taken for its own.
    void setUploadsRunning(bool on);
    /// The session's own watching asked the server once more.
    void countRequest();

    /// Ignored while busy.
    void start(const experiment::CheckPlan &plan);
    /// `finished` follows from the event loop, also when the check did not begin yet. Ignored while not busy.
    void cancel();

Q_SIGNALS:
    /// Whether uploads have to wait.
    void held(bool on);
    void progressed(const experiment::CheckProgress &progress);
    void finished(const experiment::CheckResult &result);

private:
    void begin();
    void end(const experiment::CheckResult &result);

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    std::optional<experiment::CheckPlan> m_waiting; ///< For the last uploads to end.
    std::unique_ptr<experiment::LeakCheck> m_check;
    experiment::CheckProgress m_progress;
    Throttle m_throttle;
};

} // namespace session
