// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/linearfit.h"
#include "core/analysis/steps.h"

namespace analysis {

/// What a series of floors shows, before anything is judged. All slopes are per upload, with what doing
/// nothing grows by taken off.
struct Trend
{
    /// A slope and its one-sided 95 % bounds.
    struct Part
    {
        double slope = 0;
        double low = 0;
        double high = 0;
    };

    SteppedSeries stepped; ///< Steps and spikes are set aside; everything below is about the rest.
    LinearFit fit;
    Interval interval; ///< Of the slope, one-sided 99 % each way, the blank rounds' error included.
    double robustSlope = 0; ///< Theil–Sen.
    double blank = 0; ///< Taken off every slope.
    bool isBlankSteady = true; ///< Or too uncertain to turn a leak into none.
    Part increments; ///< Mean growth of a round; low = mean - t(.95, n-1) · sd / sqrt(n-1).
    std::optional<Part> firstHalf; ///< From 4 rounds on; the floor in the middle belongs to both.
    std::optional<Part> secondHalf;
    double scatter
        = 0; ///< Robust standard deviation of the growth of a round: √2 σ / k when floors are independent.
    double lastRound = 0; ///< Growth in the last round, the last two, the last third (three at least).
    double lastTwo = 0;
    double lastThird = 0;
    double risingShare = 0; ///< Of the rounds.
    bool isLumpy
        = false; ///< Less than a third of the rounds, not all of them early, have four fifths of the growth.
    double jumpShare = 0; ///< Of all growth: what the two rounds that grew most had.
};

/// Growth per round of the blank rounds (same settling and scrapes, no uploads): the slope over their floors,
/// when its one-sided 95 % bound lies above zero and the server is not still settling: nothing is taken off
/// for noise, nor for what would end by itself and then hide a leak of its size.
struct BlankGrowth
{
    double perRound = 0;
    double standardError = 0;
    double degrees = 0;

    /// Known to half of itself at 99 %.
    [[nodiscard]] bool isSteady() const;
};
/// The last blank round grew by less than half of the first one: more blank rounds are worth their time.
[[nodiscard]] bool isSettling(std::span<const double> blankFloors);
[[nodiscard]] BlankGrowth blankGrowth(std::span<const double> blankFloors);

/// `minimumStep` as in findSteps(). Nothing for fewer than three rounds or a series that is not well formed.
[[nodiscard]] std::optional<Trend> measureTrend(std::span<const Floor> series,
                                                std::span<const double> blankFloors, double minimumStep);

/// The smallest leak found in 9 of 10 checks of `rounds` rounds of `uploadsPerRound` uploads, when one floor
/// scatters by `sd` and independently of the others:
/// δ + (t(.99, n-2) + t(.90, n-2)) · σ · sqrt(12 / (n (n² - 1))) / k (leak-check method, section 3.4).
[[nodiscard]] double detectableLeak(double threshold, double sd, int rounds, double uploadsPerRound);

} // namespace analysis
