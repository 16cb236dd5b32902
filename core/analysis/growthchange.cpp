// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/growthchange.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

constexpr double promised = 0.05; // of a growth: how far off its estimate may be

// What has changed between two growths that both are there.
Change changeOf(const Growth &before, const Growth &after, const GrowthChange &difference)
{
    if (!difference.by || !difference.low || !difference.high)
        return Change::Unknown;
    const double matters = std::max(
        {before.threshold, after.threshold, promised * std::max(*before.perUpload, *after.perUpload)});
    const bool isSure = *difference.low > 0 || *difference.high < 0;
    if (!isSure || std::abs(*difference.by) <= matters)
        return Change::None;
    return *difference.by > 0 ? Change::Worse : Change::Better;
}

// A coarse measurement may rest, for all it sees, and leak as much as a fine one does.
bool isTold(const Growth &growing, const Growth &resting)
{
    const std::optional<double> bound = resting.bound();
    return !bound || !growing.perUpload || *bound < *growing.perUpload;
}

} // namespace

bool Growth::grows() const
{
    return outcome == Outcome::Leaks || outcome == Outcome::GcClosed;
}

bool Growth::rests() const
{
    return outcome == Outcome::Stable || outcome == Outcome::ReleasedLate;
}

std::optional<double> Growth::bound() const
{
    if (outcome != Outcome::Stable)
        return {};
    const std::optional<double> meant = threshold > 0 ? std::optional(threshold) : std::nullopt;
    return high && meant ? std::min(*high, *meant) : high ? high : meant;
}

Growth growthOf(const ResourceVerdict &verdict)
{
    return {verdict.isDecided() ? verdict.outcome : Outcome::Inconclusive,
            verdict.perUpload,
            verdict.low,
            verdict.high,
            verdict.threshold,
            verdict.detectable};
}

GrowthChange compare(const Growth &before, const Growth &after)
{
    GrowthChange result;
    if (before.perUpload && after.perUpload)
        result.by = *after.perUpload - *before.perUpload;
    if (result.by && before.low && before.high && after.low && after.high) {
        result.low = *result.by - std::hypot(*after.perUpload - *after.low, *before.high - *before.perUpload);
        result.high
            = *result.by + std::hypot(*after.high - *after.perUpload, *before.perUpload - *before.low);
    }
    if (before.rests() && after.rests())
        result.change = Change::None;
    else if (before.grows() && after.rests())
        result.change = isTold(before, after) ? Change::Fixed : Change::Unknown;
    else if (before.rests() && after.grows())
        result.change = isTold(after, before) ? Change::New : Change::Unknown;
    else if (before.grows() && after.grows())
        result.change = changeOf(before, after, result);
    return result;
}

QString toKey(Change change)
{
    switch (change) {
    case Change::None:
        return QStringLiteral("none");
    case Change::Fixed:
        return QStringLiteral("fixed");
    case Change::Better:
        return QStringLiteral("better");
    case Change::Worse:
        return QStringLiteral("worse");
    case Change::New:
        return QStringLiteral("new");
    case Change::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace analysis
