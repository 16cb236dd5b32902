// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/retention.h"

#include "core/analysis/quantile.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

constexpr double level = 0.99;

double welchDegrees(const Rate &a, const Rate &b)
{
    const double va = a.standardError * a.standardError;
    const double vb = b.standardError * b.standardError;
    const double divisor = va * va / a.degrees + vb * vb / b.degrees;
    return divisor > 0 ? (va + vb) * (va + vb) / divisor : a.degrees + b.degrees;
}

Retention classOf(double share, double fixedBytes, double threshold)
{
    if (share >= 0.8)
        return Retention::KeepsBody;
    if (share >= 0.02)
        return Retention::KeepsPart;
    return fixedBytes > threshold ? Retention::FixedBytes : Retention::Nothing;
}

} // namespace

Interval Rate::bounds(double p) const
{
    const double half = studentQuantile(p, degrees) * standardError;
    return {perUpload - half, perUpload + half};
}

std::optional<Rate> rateOf(std::span<const RoundGrowth> rounds)
{
    std::vector<double> rates;
    for (const RoundGrowth &round : rounds) {
        if (round.uploads > 0 && std::isfinite(round.grown))
            rates.push_back(round.grown / round.uploads);
    }
    if (rates.size() < 2)
        return {};
    const auto count = static_cast<double>(rates.size());
    return Rate{mean(rates), standardDeviation(rates) / std::sqrt(count), count - 1};
}

RetentionClass classifyRetention(std::span<const RoundGrowth> rounds, double threshold)
{
    RetentionClass result;
    if (rounds.empty())
        return result;
    const auto [smallest, largest]
        = std::minmax_element(rounds.begin(), rounds.end(), [](const RoundGrowth &a, const RoundGrowth &b) {
              return a.bodyBytes < b.bodyBytes;
          });
    // What is given back meanwhile would be taken for the difference that the size makes.
    const auto fell
        = [threshold](const RoundGrowth &round) { return round.grown < -threshold * round.uploads; };
    if (std::ranges::any_of(rounds, fell))
        return result;
    const double middle = (smallest->bodyBytes + largest->bodyBytes) / 2;
    const double between = largest->bodyBytes - smallest->bodyBytes;
    std::vector<RoundGrowth> small;
    std::vector<RoundGrowth> large;
    for (const RoundGrowth &round : rounds)
        (round.bodyBytes < middle ? small : large).push_back(round);
    const auto atSmall = rateOf(small);
    const auto atLarge = rateOf(large);
    if (!atSmall || !atLarge || !(between > 0))
        return result;
    result.share = (atLarge->perUpload - atSmall->perUpload) / between;
    const double error = std::hypot(atLarge->standardError, atSmall->standardError) / between;
    const double half = studentQuantile(level, welchDegrees(*atSmall, *atLarge)) * error;
    result.shareBounds = {result.share - half, result.share + half};
    result.fixedBytes = atSmall->perUpload - result.share * smallest->bodyBytes;
    result.retention = classOf(result.share, result.fixedBytes, threshold);
    const Retention atLow = classOf(result.shareBounds.low, result.fixedBytes, threshold);
    const Retention atHigh = classOf(result.shareBounds.high, result.fixedBytes, threshold);
    // Half a class of doubt is tolerable (0.7 … 1.1 is nearer to a body than to a part), all of it is not.
    const bool isPart
        = result.retention == Retention::KeepsPart; // of one that keeps hardly any it is not known
    if (atLow != result.retention && (isPart || atHigh != result.retention))
        result.retention = Retention::Unclear;
    if (result.retention == Retention::KeepsBody)
        result.copies = std::max(1, static_cast<int>(std::lround(result.share / 1.1)));
    return result;
}

SameFile judgeSameFile(const Rate &different, const Rate &same, double threshold)
{
    const Interval differentBounds = different.bounds(0.95);
    const Interval sameBounds = same.bounds(0.95);
    if (differentBounds.high < threshold && sameBounds.high < threshold)
        return SameFile::Nothing;
    if (differentBounds.low <= threshold)
        return SameFile::Unclear;
    if (sameBounds.high < std::max(threshold, 0.2 * different.perUpload))
        return SameFile::Keyed;
    if (sameBounds.low > threshold && same.perUpload > 0.5 * different.perUpload)
        return SameFile::PerRequest;
    return SameFile::Unclear;
}

} // namespace analysis
