// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace base {
class Clock;
}

namespace experiment {

/// Finds out how an upload service stands rising concurrency: latency, failures and memory by level, who is the
/// bottleneck, and whether a leak grows with the load.
///
///     Sweep sweep(manager, clock);
///     connect(&sweep, &Sweep::finished, this, [](const SweepResult &result) { … result.scaling … });
///     sweep.start(plan);
///
/// It stops by itself when the server is down, too much fails, or the client is the bottleneck (SweepStop).
///
/// Thread: that of the manager and the clock, with an event loop; uploads run in threads of their own, one less than
/// there are processors.
/// Ownership: the caller's; destroying a running sweep stops it in silence.
/// Errors: none of its own; SweepResult::stop tells why it did not go on.
class Sweep final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sweep)

public:
    using Plan = SweepPlan;
    using Progress = SweepProgress;
    using Result = SweepResult;

    Sweep(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~Sweep() override;

    /// Once only.
    void start(const SweepPlan &plan);
    /// Ends a running sweep: `finished` follows at once, from the event loop, with what is known so far. Before start() it
    /// makes that end in the same way, before anything is done.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// Several times a second.
    void progressed(const experiment::SweepProgress &progress);
    /// Exactly once per start(), from the event loop.
    void finished(const experiment::SweepResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace experiment
