// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/floorseries.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace analysis {

int roundsOf(std::span<const Floor> series)
{
    return series.empty() ? 0 : static_cast<int>(series.size()) - 1;
}

bool isWellFormed(std::span<const Floor> series)
{
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!std::isfinite(series[i].value) || !std::isfinite(series[i].uploads))
            return false;
        if (i > 0 && !(series[i].uploads > series[i - 1].uploads))
            return false;
    }
    return true;
}

bool fallsBack(std::span<const Floor> series, double slope, double least)
{
    constexpr double goodPart = 0.3;
    constexpr double tooMuch = 3;
    constexpr double climbedOn = 1.5;
    double fall = 0;
    double bottom = 0;
    for (std::size_t i = 1; i < series.size(); ++i) {
        const double down = series[i - 1].value - series[i].value;
        if (down > fall) {
            fall = down;
            bottom = series[i].value;
        }
    }
    if (series.empty() || fall < least)
        return false;
    const double growth = slope * (series.back().uploads - series.front().uploads);
    return fall > goodPart * growth && fall < tooMuch * growth
        && series.back().value - bottom < climbedOn * fall;
}

std::vector<double> increments(std::span<const Floor> series)
{
    std::vector<double> result;
    for (std::size_t i = 1; i < series.size(); ++i) {
        result.push_back((series[i].value - series[i - 1].value)
                         / (series[i].uploads - series[i - 1].uploads));
    }
    return result;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double mean(std::span<const double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0;
    const double centre = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

double robustDeviation(std::span<const double> values)
{
    const double centre = median({values.begin(), values.end()});
    std::vector<double> distances;
    for (const double value : values)
        distances.push_back(std::abs(value - centre));
    return 1.4826 * median(std::move(distances));
}

bool isWarmedUp(std::span<const Floor> series, double perUpload)
{
    if (series.size() < 2)
        return false;
    const Floor &last = series[series.size() - 1];
    const Floor &previous = series[series.size() - 2];
    return last.value - previous.value < perUpload * (last.uploads - previous.uploads);
}

} // namespace analysis
