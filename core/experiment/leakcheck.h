// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace base {
class Clock;
}

namespace experiment {

/// Finds out whether an upload service leaks, by making uploads and looking at what is left of them.
///
///     LeakCheck check(manager, clock);
///     connect(&check, &LeakCheck::finished, this, [](const CheckResult &result) { … result.verdict … });
///     check.start(plan);
///
/// The phases (leak-check method, section 3.1): find the metrics; warm up; look three times without uploads; rounds of
/// uploads with a floor after each, judged at 10, 14 … rounds; the same with uploads that are broken off; and, if it
/// leaks and there is time, what the leak depends on, whether waiting gives it back, and which function it is.
///
/// Thread: that of the manager and the clock, with an event loop; uploads run in a thread of their own.
/// Ownership: the caller's; destroying a running check stops it in silence.
/// Errors: none of its own; CheckResult::interruption tells why a check could not go on.
class LeakCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeakCheck)

public:
    using Plan = CheckPlan;
    using Progress = CheckProgress;
    using Result = CheckResult;

    LeakCheck(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~LeakCheck() override;

    /// Once only.
    void start(const CheckPlan &plan);
    /// Ends a running check: `finished` follows at once, from the event loop, with what is known so far. Before start() it
    /// makes that end in the same way, before anything is done.
    void cancel();
    [[nodiscard]] bool isRunning() const;
    /// Requests that this program makes to the same server beside the check, by watching it: not somebody else's.
    void addRequests(qint64 count);

Q_SIGNALS:
    /// After every floor, and several times a second within a round.
    void progressed(const experiment::CheckProgress &progress);
    /// Exactly once per start(), from the event loop.
    void finished(const experiment::CheckResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace experiment
