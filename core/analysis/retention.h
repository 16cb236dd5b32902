// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/floorseries.h"

#include <optional>

namespace analysis {

/// Growth of one round in a phase that compares kinds of rounds (sizes, names, concurrency).
struct RoundGrowth
{
    double uploads = 0; ///< In this round.
    double grown = 0; ///< Floor after less floor before; bytes.
    double bodyBytes = 0; ///< Size of each upload.
};

/// Mean growth per upload of equal rounds, each round weighing the same.
struct Rate
{
    double perUpload = 0;
    double standardError = 0;
    double degrees = 0;

    [[nodiscard]] Interval bounds(double p) const; ///< One-sided level p each way.
};
/// Nothing for fewer than two rounds: no error could be told.
[[nodiscard]] std::optional<Rate> rateOf(std::span<const RoundGrowth> rounds);

enum class Retention {
    KeepsBody, ///< 80 % of the body or more.
    KeepsPart, ///< 2 to 80 %.
    FixedBytes, ///< The same whatever the size.
    Nothing,
    Unclear, ///< The error is too large to say, or there were not two sizes.
};

/// growth = α + β · size from rounds of two sizes in turn (leak-check method, section 3.5).
struct RetentionClass
{
    Retention retention = Retention::Unclear;
    double share = 0; ///< β; 1.06 to 1.75 for one copy of a body in Go, whose buffers grow ahead.
    Interval shareBounds; ///< One-sided 99 % each way (Welch's degrees of freedom).
    double fixedBytes = 0; ///< α
    int copies = 0; ///< Bodies kept, β / 1.1 rounded; 0 unless the body is kept.
};
/// `threshold` is the heap's δ.
[[nodiscard]] RetentionClass classifyRetention(std::span<const RoundGrowth> rounds, double threshold);

enum class SameFile {
    Keyed, ///< Different files grow, the same file does not: a table keyed by name or content.
    PerRequest, ///< Both grow.
    Nothing, ///< Neither does.
    Unclear,
};
/// Compares uploads of one file over and over with uploads of ever different ones.
[[nodiscard]] SameFile judgeSameFile(const Rate &different, const Rate &same, double threshold);

} // namespace analysis
