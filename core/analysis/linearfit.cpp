// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/linearfit.h"

#include "core/analysis/quantile.h"

#include <algorithm>
#include <cmath>

namespace analysis {

namespace {

struct Segment
{
    std::size_t begin = 0;
    std::size_t end = 0;
    double meanUploads = 0;
    double meanValue = 0;
};

std::vector<Segment> segmentsOf(std::span<const Floor> series, std::span<const std::size_t> breaks)
{
    std::vector<Segment> segments;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= breaks.size(); ++i) {
        Segment segment{begin, i < breaks.size() ? breaks[i] : series.size(), 0, 0};
        const auto count = static_cast<double>(segment.end - segment.begin);
        for (std::size_t j = segment.begin; j < segment.end; ++j) {
            segment.meanUploads += series[j].uploads / count;
            segment.meanValue += series[j].value / count;
        }
        segments.push_back(segment);
        begin = segment.end;
    }
    return segments;
}

bool areUsable(std::span<const std::size_t> breaks, std::size_t size)
{
    std::size_t previous = 0;
    for (const std::size_t start : breaks) {
        if (start <= previous || start >= size)
            return false;
        previous = start;
    }
    return true;
}

double correctedAutocorrelation(std::span<const double> residuals)
{
    double product = 0;
    double square = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        square += residuals[i] * residuals[i];
        if (i > 0)
            product += residuals[i] * residuals[i - 1];
    }
    const double r1 = square > 0 ? product / square : 0;
    return std::clamp(r1 + (1 + 3 * r1) / static_cast<double>(residuals.size()), 0.0, 0.7);
}

/// Variance of the slope Σ c_i y_i under the local level model; residuals r, weights c, a step is r_i -
/// r_(i-1).
double driftVariance(std::span<const double> residuals, std::span<const double> weights)
{
    const std::size_t count = residuals.size();
    double variance = 0;
    double covariance = 0;
    for (std::size_t i = 1; i < count; ++i) {
        const double step = residuals[i] - residuals[i - 1];
        variance += step * step / static_cast<double>(count - 2);
        if (i > 1)
            covariance += step * (residuals[i - 1] - residuals[i - 2]) / static_cast<double>(count - 2);
    }
    const double readings = std::clamp(-covariance, 0.0, variance / 2);
    const double walk = variance - 2 * readings;
    double squares = 0;
    double tails = 0;
    double tail = 0;
    for (std::size_t i = count; i-- > 0;) {
        squares += weights[i] * weights[i];
        tail += weights[i];
        tails += tail * tail;
    }
    return readings * squares + walk * tails;
}

} // namespace

Interval LinearFit::bounds(double p) const
{
    const double half = studentQuantile(p, degrees) * standardError;
    return {slope - half, slope + half};
}

double LinearFit::bandAt(double uploads, double p) const
{
    const double inflation = (1 + autocorrelation) / (1 - autocorrelation);
    const double distance = uploads - meanUploads;
    return studentQuantile(p, degrees)
        * std::sqrt(residualSd * residualSd * inflation / points
                    + standardError * standardError * distance * distance);
}

std::optional<LinearFit> fitLine(std::span<const Floor> series, std::span<const std::size_t> breaks)
{
    const double degrees = static_cast<double>(series.size()) - 2 - static_cast<double>(breaks.size());
    if (degrees < 1 || !areUsable(breaks, series.size()) || !isWellFormed(series))
        return {};
    const std::vector<Segment> segments = segmentsOf(series, breaks);
    LinearFit fit;
    fit.degrees = degrees;
    double products = 0;
    for (const Segment &segment : segments) {
        for (std::size_t i = segment.begin; i < segment.end; ++i) {
            const double x = series[i].uploads - segment.meanUploads;
            fit.spread += x * x;
            products += x * (series[i].value - segment.meanValue);
        }
    }
    if (!(fit.spread > 0))
        return {};
    fit.slope = products / fit.spread;
    std::vector<double> residuals;
    std::vector<double> weights;
    double squares = 0;
    for (const Segment &segment : segments) {
        for (std::size_t i = segment.begin; i < segment.end; ++i) {
            const double x = series[i].uploads - segment.meanUploads;
            residuals.push_back(series[i].value - segment.meanValue - fit.slope * x);
            weights.push_back(x / fit.spread);
            squares += residuals.back() * residuals.back();
        }
    }
    const Segment &last = segments.back();
    fit.points = static_cast<double>(last.end - last.begin);
    fit.meanUploads = last.meanUploads;
    fit.intercept = last.meanValue - fit.slope * last.meanUploads;
    fit.residualSd = std::sqrt(squares / degrees);
    fit.autocorrelation = correctedAutocorrelation(residuals);
    const double inflation = (1 + fit.autocorrelation) / (1 - fit.autocorrelation);
    const double independent = squares / degrees / fit.spread * inflation;
    fit.standardError = std::sqrt(std::max(independent, driftVariance(residuals, weights)));
    return fit;
}

double theilSenSlope(std::span<const Floor> series)
{
    std::vector<double> slopes;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            slopes.push_back((series[j].value - series[i].value) / (series[j].uploads - series[i].uploads));
        }
    }
    return median(std::move(slopes));
}

} // namespace analysis
