// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/resourceverdict.h"

#include <algorithm>

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

double ResourceVerdict::keptOnce() const
{
    double sum = 0;
    for (const Step &step : steps)
        sum += std::max(0.0, step.size);
    return sum >= threshold * uploads ? sum : 0;
}

void leaveRepeatedStepsOpen(ResourceVerdict &verdict)
{
    const auto upwards = std::ranges::count_if(verdict.steps, [](const Step &step) { return step.size > 0; });
    if (verdict.leaning != Outcome::Stable || upwards < 2 || !(verdict.keptOnce() > 0))
        return;
    verdict.leaning = Outcome::Inconclusive;
    verdict.reason = Reason::Uneven;
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
