// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// What the rounds of a check measured. Plain values; any thread.
namespace analysis {

/// One floor: what is left once the server has settled and collected its garbage after a round.
struct Floor
{
    double uploads = 0; ///< Successful uploads so far in this phase; 0 for the floor before the first round.
    double value = 0; ///< Bytes or pieces.

    bool operator==(const Floor &) const = default;
};

/// The floor before the first round, then one per round, `uploads` strictly rising.
using FloorSeries = std::vector<Floor>;

/// Bounds of one number.
struct Interval
{
    double low = 0;
    double high = 0;

    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }
    [[nodiscard]] double halfWidth() const { return (high - low) / 2; }
    bool operator==(const Interval &) const = default;
};

/// Floors less the one before the first round; 0 for an empty series.
[[nodiscard]] int roundsOf(std::span<const Floor> series);
/// Whether it can be judged: finite values and uploads that rise strictly.
[[nodiscard]] bool isWellFormed(std::span<const Floor> series);
/// Whether what the series has grown by was given back in one go, as batches and spools do: at `slope` per upload it fell in
/// one round by a good part of its own growth, 0.3 of it and `least` at least, and has not since climbed half as much again
/// above where it fell to. Had it leaked, it would have climbed on. A fall of more than three times the growth is something
/// else's: a buffer, say, that was given back once.
[[nodiscard]] bool fallsBack(std::span<const Floor> series, double slope, double least);
/// Growth per upload of each round: (y_r - y_(r-1)) / (x_r - x_(r-1)).
[[nodiscard]] std::vector<double> increments(std::span<const Floor> series);

/// The middle value, or the mean of the two in the middle; NaN for none.
[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] double mean(std::span<const double> values);
/// With n - 1; 0 for fewer than two values.
[[nodiscard]] double standardDeviation(std::span<const double> values);
/// 1.4826 times the median distance from the median: the standard deviation as long as most values are
/// normal.
[[nodiscard]] double robustDeviation(std::span<const double> values);

/// Whether the warm-up is over: the last two floors rose by less than `perUpload` for each upload between
/// them (leak-check method, phase P1: "two consecutive floors differ < δ·k").
[[nodiscard]] bool isWarmedUp(std::span<const Floor> series, double perUpload);

} // namespace analysis
