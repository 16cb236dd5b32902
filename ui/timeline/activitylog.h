// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"
#include "core/session/timeline.h"

#include <functional>
#include <vector>

namespace ui {

/// How fast bytes left and how many uploads ran, over time. The session tells once a second while something
/// runs and once after; between those spans nothing ran, which is known and therefore zero, not a gap.
/// Bounded: 100,000 entries (a day of uninterrupted uploads), the oldest go first. A plain value.
class ActivityLog final
{
public:
    static constexpr size_t mostEntries = 100'000;

    void add(const session::Activity &activity);
    void clear() { m_entries.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    /// The last entry; a default one when there is none.
    [[nodiscard]] session::Activity latest() const;

    using Value = double (*)(const session::Activity &);
    static double rate(const session::Activity &activity) { return activity.bytesPerSecond; }
    static double inFlight(const session::Activity &activity) { return activity.inFlight; }

    /// At a moment: what was told last, or nothing where that is long ago. `knownSinceMs` as below; NaN before it.
    [[nodiscard]] double at(Value value, qint64 timeMs, qint64 knownSinceMs) const;
    /// The mean of what was so from one moment until before another.
    [[nodiscard]] double mean(Value value, qint64 fromMs, qint64 toMs, qint64 knownSinceMs) const;
    /// When something was told within [fromMs, toMs], ascending.
    [[nodiscard]] std::vector<qint64> times(qint64 fromMs, qint64 toMs) const;

    /// For drawing: min and max per column of equal width, oldest first, with zeros where nothing ran. From
    /// `knownSinceMs` (before it nothing is known) to `nowMs`.
    [[nodiscard]] std::vector<metrics::Bucket> decimated(Value value, qint64 fromMs, qint64 toMs, int columns,
                                                         qint64 knownSinceMs, qint64 nowMs) const;

private:
    using Place = std::vector<session::Activity>::const_iterator;
    [[nodiscard]] Place firstFrom(qint64 timeMs) const;

    std::vector<session::Activity> m_entries; ///< Ascending in time.
};

} // namespace ui
