// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "core/report/axis.h"

#include <span>
#include <vector>

namespace report {

/// One figure by level.
struct SweepLine
{
    enum class Figure { P50, P95, P99, Heap, Rss };

    Figure figure = Figure::P50;
    QString name; ///< "p95"
    std::vector<double> values; ///< Of each level; NaN: not known there.
    QStringList readings; ///< The same as text.

    bool operator==(const SweepLine &) const = default;
};

/// Figures by uploads at once, or of an open loop by uploads a second. Levels stand side by side at equal distances, as categories do: they are chosen by hand and
/// mostly multiply, so that a linear axis would crowd all but the highest.
struct SweepChart
{
    QString title; ///< "Time to answer"
    QStringList levels; ///< "1", "10", "50"
    bool isOpenLoop = false; ///< They are uploads a second, not at once.
    std::vector<SweepLine> lines; ///< Only those that are known for some level.
    Scale scale;
    std::optional<std::size_t> collapsedAt; ///< The level at which the server broke down.

    [[nodiscard]] bool isEmpty() const { return lines.empty(); }
};

/// How long answers take. Pure, as the next one.
[[nodiscard]] SweepChart latencyChart(std::span<const experiment::SweepLevel> levels);
/// What the server had at its peak.
[[nodiscard]] SweepChart peakChart(std::span<const experiment::SweepLevel> levels);

} // namespace report
