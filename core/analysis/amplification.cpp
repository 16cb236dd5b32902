// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/amplification.h"

#include "core/analysis/quantile.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

constexpr double level = 0.95;

std::optional<Interval> fieller(const Rate &numerator, const Rate &denominator)
{
    const double t = studentQuantile(level, std::min(numerator.degrees, denominator.degrees));
    const double a = numerator.perUpload;
    const double b = denominator.perUpload;
    const double varianceA = std::pow(t * numerator.standardError, 2);
    const double varianceB = std::pow(t * denominator.standardError, 2);
    const double divisor = b * b - varianceB;
    if (!(divisor > 0))
        return {};
    const double root = std::sqrt(std::max(0.0, a * a * b * b - (a * a - varianceA) * divisor));
    return Interval{(a * b - root) / divisor, (a * b + root) / divisor};
}

} // namespace

Amplification judgeAmplification(const Rate &low, const Rate &high, double threshold)
{
    Amplification result;
    const Interval lowBounds = low.bounds(level);
    const Interval highBounds = high.bounds(level);
    if (low.perUpload > 0)
        result.ratio = high.perUpload / low.perUpload;
    if (lowBounds.high < threshold && highBounds.high < threshold) {
        result.outcome = Amplifies::NoGrowth;
        return result;
    }
    if (lowBounds.high < threshold && highBounds.low > threshold) {
        result.outcome = Amplifies::OnlyWhenConcurrent;
        return result;
    }
    if (!(low.perUpload > 0))
        return result;
    result.bounds = fieller(high, low);
    if (!result.bounds)
        return result;
    if (result.ratio > 1.5 && result.bounds->low > 1)
        result.outcome = Amplifies::GrowsWithConcurrency;
    else if (result.bounds->high < 1.5)
        result.outcome = Amplifies::Same;
    return result;
}

} // namespace analysis
