// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkresult.h"

#include <algorithm>

namespace experiment {

double CheckResult::uploadsBetweenProfiles() const
{
    if (guilt)
        return guilt->uploads;
    return rounds.empty() ? 0 : rounds.back().uploads;
}

double CheckProgress::shareOfPhase() const
{
    const bool hasRounds = rounds > 0 && phase != CheckPhase::Idle;
    const double done = hasRounds ? (std::max(0, round - 1) + share) / rounds : share;
    return std::clamp(done, 0.0, 1.0);
}

QString toKey(CheckPhase phase)
{
    switch (phase) {
    case CheckPhase::Probe:
        return QStringLiteral("probe");
    case CheckPhase::WarmUp:
        return QStringLiteral("warm-up");
    case CheckPhase::Blank:
        return QStringLiteral("blank");
    case CheckPhase::Rounds:
        return QStringLiteral("rounds");
    case CheckPhase::Aborts:
        return QStringLiteral("aborts");
    case CheckPhase::Sizes:
        return QStringLiteral("sizes");
    case CheckPhase::SameFile:
        return QStringLiteral("same-file");
    case CheckPhase::Concurrency:
        return QStringLiteral("concurrency");
    case CheckPhase::Idle:
        return QStringLiteral("idle");
    case CheckPhase::Profile:
        return QStringLiteral("profile");
    case CheckPhase::Control:
        return QStringLiteral("control");
    case CheckPhase::Done:
        return QStringLiteral("done");
    }
    return {};
}

QString toKey(Interruption interruption)
{
    switch (interruption) {
    case Interruption::None:
        return QStringLiteral("none");
    case Interruption::Cancelled:
        return QStringLiteral("cancelled");
    case Interruption::NoMetrics:
        return QStringLiteral("no-metrics");
    case Interruption::UploadsFailed:
        return QStringLiteral("uploads-failed");
    case Interruption::ReadingFailed:
        return QStringLiteral("reading-failed");
    case Interruption::Gone:
        return QStringLiteral("gone");
    case Interruption::Restarted:
        return QStringLiteral("restarted");
    case Interruption::ForeignTraffic:
        return QStringLiteral("foreign-traffic");
    case Interruption::StaleMetrics:
        return QStringLiteral("stale-metrics");
    }
    return {};
}

} // namespace experiment
