// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/idle.h"

#include <algorithm>
#include <cmath>

namespace analysis {

std::optional<IdleJudgement> judgeIdle(double start, double end, double idle)
{
    if (!(end > start))
        return {};
    IdleJudgement judgement;
    judgement.returnedShare = (end - idle) / (end - start);
    if (judgement.returnedShare >= 0.8)
        judgement.outcome = IdleOutcome::ReleasedLate;
    else if (judgement.returnedShare >= 0.2)
        judgement.outcome = IdleOutcome::Partly;
    return judgement;
}

ResourceVerdict afterIdle(ResourceVerdict verdict, double before, double after, double made, double pace)
{
    const double expected = std::fmin(verdict.grown * std::max(1.0, made), before - verdict.baseline);
    const double grown = std::fmax(verdict.grown, expected);
    const auto judgement = judgeIdle(verdict.baseline, verdict.baseline + grown, after);
    if (!judgement)
        return verdict;
    verdict.returnedShare = judgement->returnedShare;
    // One connection more, or the noise of a floor, is no growth.
    const double chance
        = std::max(3 * verdict.noise, verdict.unit == Unit::Pieces ? 3 : 20 * verdict.threshold);
    if (verdict.outcome == Outcome::Leaks && pace > 0 && after - before >= std::max(0.5 * pace, chance)) {
        verdict.outcome = verdict.leaning = Outcome::Inconclusive;
        verdict.reason = Reason::GrowsIdle;
    }
    if (verdict.outcome == Outcome::Leaks && judgement->outcome == IdleOutcome::ReleasedLate) {
        verdict.outcome = Outcome::ReleasedLate;
        verdict.leaning = Outcome::ReleasedLate;
        verdict.reason = Reason::GivenBack;
    }
    return verdict;
}

} // namespace analysis
