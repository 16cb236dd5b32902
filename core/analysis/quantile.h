// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Quantiles of the distributions that intervals need (Boost.Math, whose headers stay in one file).
namespace analysis {

/// Student's t with `degrees` of freedom: the value that is not exceeded with probability p, 0 < p < 1. From
/// 10,000 degrees on, the normal distribution. NaN without a degree of freedom.
[[nodiscard]] double studentQuantile(double p, double degrees);
/// Fisher's F.
[[nodiscard]] double fisherQuantile(double p, double numeratorDegrees, double denominatorDegrees);

} // namespace analysis
