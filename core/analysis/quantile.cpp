// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quantile.h"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <limits>

namespace analysis {

namespace {

namespace math = boost::math;

/// Doubles suffice here. Boost would compute in long double, and overflows before main() where that is no wider than
/// double, as under Valgrind.
using Policy = math::policies::policy<math::policies::promote_double<false>>;

} // namespace

double studentQuantile(double p, double degrees)
{
    if (!(degrees > 0))
        return std::numeric_limits<double>::quiet_NaN();
    if (degrees > 1e4)
        return math::quantile(math::normal_distribution<double, Policy>(), p);
    return math::quantile(math::students_t_distribution<double, Policy>(degrees), p);
}

double fisherQuantile(double p, double numeratorDegrees, double denominatorDegrees)
{
    if (!(numeratorDegrees > 0) || !(denominatorDegrees > 0))
        return std::numeric_limits<double>::quiet_NaN();
    return math::quantile(math::fisher_f_distribution<double, Policy>(numeratorDegrees, denominatorDegrees),
                          p);
}

} // namespace analysis
