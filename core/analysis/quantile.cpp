// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quantile.h"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <limits>

namespace analysis {

double studentQuantile(double p, double degrees)
{
    if (!(degrees > 0))
        return std::numeric_limits<double>::quiet_NaN();
    if (degrees > 1e4)
        return boost::math::quantile(boost::math::normal(), p);
    return boost::math::quantile(boost::math::students_t(degrees), p);
}

double fisherQuantile(double p, double numeratorDegrees, double denominatorDegrees)
{
    if (!(numeratorDegrees > 0) || !(denominatorDegrees > 0))
        return std::numeric_limits<double>::quiet_NaN();
    return boost::math::quantile(boost::math::fisher_f(numeratorDegrees, denominatorDegrees), p);
}

} // namespace analysis
