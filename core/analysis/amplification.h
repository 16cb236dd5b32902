// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/retention.h"

namespace analysis {

enum class Amplifies {
    GrowsWithConcurrency, ///< More than 1.5 times as much per upload, surely more than as much.
    OnlyWhenConcurrent, ///< Nothing one at a time, a leak when many: the ratio has no upper bound.
    Same,
    NoGrowth, ///< Neither leaks.
    Unclear,
};

struct Amplification
{
    Amplifies outcome = Amplifies::Unclear;
    double ratio = 0; ///< Growth per upload at the high level over that at the low one.
    std::optional<Interval> bounds; ///< One-sided 95 % each way; none when the divisor may be zero.
};

/// Compares growth per upload at two levels of concurrency (or of first and repeated attempts). The interval
/// of the ratio is Fieller's (1954); `threshold` is the resource's δ.
[[nodiscard]] Amplification judgeAmplification(const Rate &low, const Rate &high, double threshold);

} // namespace analysis
