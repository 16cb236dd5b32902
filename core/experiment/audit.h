// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace base {
class Clock;
}

namespace experiment {

/// Finds out what an upload service does with uploads that are too large, broken, slow or oddly named. What it looks at is
/// in auditChecks(); each check has evidence, and is Unknown where that cannot be seen.
///
///     Audit audit(manager, clock);
///     connect(&audit, &Audit::finished, this, [](const AuditResult &result) { … result.findings … });
///     audit.start(plan);
///
/// Nothing that it sends can do harm but for its amount, which AuditPlan::bounds limits; files that a server stores stay
/// there, under names that begin with "tidemark-audit-". A host that is neither this machine nor in a private network has to
/// be asked for by whoever starts an audit (see net::isPrivateHost()).
///
/// Thread: that of the manager and the clock, with an event loop. Ownership: the caller's; destroying a running audit stops
/// it in silence. Errors: none of its own; AuditResult::end tells why an audit could not go on.
class Audit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Audit)

public:
    using Plan = AuditPlan;
    using Progress = AuditProgress;
    using Result = AuditResult;

    Audit(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~Audit() override;

    /// Once only.
    void start(const AuditPlan &plan);
    /// Ends a running audit: `finished` follows at once, from the event loop, with what is known so far. Before start() it
    /// makes that end in the same way, before anything is done.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// Before each check.
    void progressed(const experiment::AuditProgress &progress);
    /// Exactly once per start(), from the event loop.
    void finished(const experiment::AuditResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace experiment
