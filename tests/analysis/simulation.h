// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgebytes.h"
#include "core/analysis/judgecounts.h"

#include <random>

/// Servers whose truth is known: floors of a check with a given leak under a given kind of noise.
namespace simulation {

enum class Noise {
    Independent,
    Autoregressive, ///< AR(1), 0.5.
    RandomWalk, ///< Steps of σ from floor to floor.
    WarmUp, ///< 20 σ of start-up that decays with a time constant of two rounds, under independent noise.
    OneStep, ///< The level changes once by ±(10 to 60) σ, at any round.
    TwoSteps,
    LateFall, ///< σ/3, and one fall by 15 σ in one of the last eight rounds: Go empties a pool, once.
    Outliers, ///< 8 % of the floors lie 8 σ too high.
    GoToggle, ///< As Go's forced floors: σ/3, and one in six floors 3 σ too high (the 10 KiB toggle of 3.4).
    Doubling, ///< GoToggle, and a table of 24 B per upload that doubles at powers of two.
};
const char *nameOf(Noise noise);
inline constexpr Noise allNoises[]
    = {Noise::Independent, Noise::Autoregressive, Noise::RandomWalk, Noise::WarmUp,   Noise::OneStep,
       Noise::TwoSteps,    Noise::LateFall,       Noise::Outliers,   Noise::GoToggle, Noise::Doubling};

struct Server
{
    double leak = 0; ///< Bytes per upload.
    double sigma = 0; ///< Of one floor.
    Noise noise = Noise::Independent;
    double cacheBodies = 0; ///< Uploads that a bounded cache keeps, 0 for none ...
    double bodyBytes = 0; ///< ... and the bytes of each.
    int warmUpUploads = 40;
    int uploadsPerRound = 20;
};

struct Floors
{
    std::vector<double> blank; ///< Before and after three blank rounds; the last one opens the series.
    analysis::FloorSeries series;
};

/// Floors of `rounds` rounds after a warm-up and three blank rounds.
Floors simulate(const Server &server, int rounds, std::mt19937_64 &random);

/// The check as a caller makes it: judged at every look until decided, and once more where growth may just have ended.
analysis::ResourceVerdict check(const Server &server, const analysis::Threshold &threshold,
                                const analysis::LookPolicy &policy, std::mt19937_64 &random);

/// What many checks came to.
struct Rates
{
    double leaks = 0; ///< Shares of all runs.
    double stable = 0;
    double inconclusive = 0;
    double covered = 0; ///< Of all runs with an interval: it holds the truth.
    double coveredWhenLeaking = 0; ///< Of the runs that say leaks.
    double within5 = 0; ///< Of the runs that say leaks: the estimate is within 5 % of the truth.
    double meanRounds = 0;
};
Rates ratesOf(const Server &server, const analysis::Threshold &threshold, const analysis::LookPolicy &policy,
              int runs, std::uint64_t seed);

/// Share of checks that call a count leaking: `leak` pieces kept per upload, floors that come and go by
/// `sigma`, rounded.
double countLeakShare(double leak, double sigma, const analysis::LookPolicy &policy, int runs,
                      std::uint64_t seed);

} // namespace simulation
