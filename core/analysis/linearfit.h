// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/floorseries.h"

#include <optional>

namespace analysis {

/// A straight line through floors, least squares, with an interval that allows for floors that depend on each
/// other. Sources:
/// - slope, standard error, band: ordinary least squares (Draper & Smith, Applied Regression Analysis, 1);
///   with breaks, a common slope through segments of their own level (analysis of covariance): the slope is
///   pooled within segments, and each costs a degree of freedom.
/// - autocorrelation: lag-1 of the residuals r1, corrected for its bias in short series (Kendall 1954) as
///   r* = clip(r1 + (1 + 3 r1) / n, 0, 0.7); the variance is inflated by (1 + r*) / (1 - r*) (Bartlett 1946).
/// - drift: floors that wander (a random walk of variance w per round under readings of variance e) are a
///   local level model (Harvey 1989); its moments are read from the detrended steps between floors,
///   e = -cov(1), w = var - 2 e, and the slope's variance follows exactly from its weights c:
///   e Σ c² + w Σ_j (Σ_{i≥j} c_i)². The larger of both standard errors is used: least squares alone would
///   contain the truth under a random walk far too seldom, see the table in judgebytes.h.
struct LinearFit
{
    double slope = 0; ///< Per upload.
    double intercept = 0; ///< Of the last segment.
    double standardError = 0; ///< Of the slope, corrected as above.
    double residualSd = 0; ///< σ of one floor.
    double autocorrelation = 0; ///< r*
    double degrees = 0; ///< Of freedom.
    double points = 0; ///< In the last segment.
    double meanUploads = 0; ///< Of the last segment.
    double spread = 0; ///< Σ (x - x̄)² within segments.

    /// slope ± t(p, degrees) · standardError: one-sided level p each way.
    [[nodiscard]] Interval bounds(double p) const;
    /// The line of the last segment.
    [[nodiscard]] double at(double uploads) const { return intercept + slope * uploads; }
    /// Half the width of the line's own band at x for the one-sided level p, to be drawn around the fit.
    [[nodiscard]] double bandAt(double uploads, double p) const;
};

/// The line through `series`; `breaks` holds the rising indices at which a new segment begins, none for a
/// plain line. Nothing when no degree of freedom would be left or a series is not well formed.
[[nodiscard]] std::optional<LinearFit> fitLine(std::span<const Floor> series,
                                               std::span<const std::size_t> breaks = {});

/// Median of the slopes of all pairs (Theil 1950, Sen 1968): a point estimate that up to 29 % of bad floors
/// cannot spoil. NaN for fewer than two floors.
[[nodiscard]] double theilSenSlope(std::span<const Floor> series);

} // namespace analysis
