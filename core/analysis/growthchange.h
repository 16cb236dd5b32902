// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/resourceverdict.h"

namespace analysis {

/// How much of one resource uploads left in one run: of a verdict, what a comparison needs. Values per upload, in the
/// resource's unit.
struct Growth
{
    Outcome outcome = Outcome::Inconclusive;
    std::optional<double> perUpload;
    std::optional<double> low; ///< One-sided 99 % bounds, as ResourceVerdict's.
    std::optional<double> high;
    double threshold = 0; ///< δ
    std::optional<double> detectable; ///< As ResourceVerdict's.

    /// Leaks, or leaves to the collector what it should have closed.
    [[nodiscard]] bool grows() const;
    /// Stable, or given back late.
    [[nodiscard]] bool rests() const;
    [[nodiscard]] bool isDecided() const { return grows() || rests(); }
    /// What it was shown to stay below: of a stable one `high`, and no more than δ, which is what stable means also where it
    /// grew at first. Not `detectable`, which says what would be seen, not what was. Nothing: it grows, or was given back.
    [[nodiscard]] std::optional<double> bound() const;
};

[[nodiscard]] Growth growthOf(const ResourceVerdict &verdict);

/// What has become of a growth.
enum class Change {
    None, ///< The same, as far as both runs can tell.
    Fixed, ///< It grew, and rests now, below what it grew by.
    Better, ///< It grows, but surely less.
    Worse, ///< It grows surely more.
    New, ///< It rested, and grows now, by more than it may have then.
    Unknown, ///< One of the runs does not know, or what rests is bounded too loosely to differ.
};

struct GrowthChange
{
    Change change = Change::Unknown;
    std::optional<double> by; ///< After less before; unknown where one of them is.
    std::optional<double> low; ///< Bounds of `by`, one-sided 99 % each.
    std::optional<double> high;
};

/// Of two runs that have nothing to do with each other. The bounds of the difference are made of both intervals, which
/// need not be symmetric (MOVER: G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures: a general
/// approach", Statistics in Medicine 27, 2008).
///
/// Two growths differ when the interval leaves zero out, and when they differ by more than the threshold and by more than a
/// twentieth of the larger: estimates are promised to be that good, and no better.
[[nodiscard]] GrowthChange compare(const Growth &before, const Growth &after);

/// "none", "fixed", "better", "worse", "new", "unknown".
[[nodiscard]] QString toKey(Change change);

} // namespace analysis
