// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"
#include "core/metrics/source.h"
#include "ui/common/colors.h"
#include "ui/timeline/ticks.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace analysis {
struct GrowthTrend;
}

namespace ui {

class TimelineData;

/// What one tile shows, in words.
struct TileText
{
    QString title;
    QString value; ///< "—" when unknown.
    QStringList details; ///< The same in several lengths, longest first; the longest that fits is shown.
    Tone tone = Tone::Dim; ///< Of the detail.
    QColor Colors::*color = nullptr; ///< Of the value: its line's in the charts.
    QString tip;
    std::optional<metrics::Role> role = {}; ///< What the value is of; nothing where it is not of now.
    QStringList alerts
        = {}; ///< Those that are raised about it, by name, the most urgent first; see addAlerts().
    Tone alertTone = Tone::Dim; ///< Of the first.

    /// For screen readers: "Heap live: 152 MiB, ▲ 1.02 MiB per upload so far".
    [[nodiscard]] QString spoken() const;
};

/// Heap live, RSS, Goroutines (Threads where the runtime is not Go), Descriptors, GC.
[[nodiscard]] std::vector<TileText> tileTexts(const TimelineData &timeline, metrics::Runtime runtime);

/// Which of the two the third tile is of: what is not known yet is Go's.
[[nodiscard]] bool hasGoroutines(const TimelineData &timeline, metrics::Runtime runtime);

/// "▲ 1.02 MiB per upload so far" and shorter, "steady", …; empty when nothing is known.
[[nodiscard]] QStringList trendTexts(const analysis::GrowthTrend &trend, ValueUnit unit);

} // namespace ui
