// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/resourceverdict.h"

namespace analysis {

ResourceVerdict openVerdict(const FloorSeries &series, const Threshold &threshold, const LookPolicy &policy)
{
    ResourceVerdict verdict;
    verdict.resource = threshold.resource;
    verdict.unit = threshold.unit;
    verdict.threshold = threshold.perUpload;
    verdict.rounds = roundsOf(series);
    verdict.nextLook = policy.lookAfter(verdict.rounds);
    if (policy.isLast(verdict.rounds))
        verdict.outcome = Outcome::Inconclusive;
    if (!isWellFormed(series)) {
        verdict.outcome = Outcome::Inconclusive;
        verdict.reason = Reason::BadData;
    } else if (!series.empty()) {
        verdict.baseline = series.front().value;
        verdict.uploads = series.back().uploads - series.front().uploads;
        verdict.grown = series.back().value - verdict.baseline;
    }
    return verdict;
}

QString toKey(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Leaks:
        return QStringLiteral("leaks");
    case Outcome::Stable:
        return QStringLiteral("stable");
    case Outcome::Inconclusive:
        return QStringLiteral("inconclusive");
    case Outcome::ReleasedLate:
        return QStringLiteral("released-late");
    case Outcome::GcClosed:
        return QStringLiteral("gc-closed");
    case Outcome::NeedsMoreRounds:
        return QStringLiteral("needs-more-rounds");
    }
    return {};
}

} // namespace analysis
