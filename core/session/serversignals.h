// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"

#include <optional>

namespace metrics {
class SeriesStore;
}

namespace session {

/// The longest pause for collecting garbage between two readings, of counters that know only longer times: the runtime's own
/// longest one is of some window, and may be long past when watching begins.
///
/// A longest pause that rose is a new one. One that stands tells nothing; then a pause was at most as long as all pauses
/// between the readings took together. Of the first reading, and of the first of another process, nothing is known.
class PauseWatch final
{
public:
    void read(const metrics::Reading &reading);
    /// There was none when there should have been.
    void missed() { m_longest.reset(); }
    /// Another server answers now.
    void forget() { *this = {}; }
    /// Seconds; the longest since it was taken last, or, without a reading since then, that again.
    [[nodiscard]] std::optional<double> take();

private:
    [[nodiscard]] std::optional<double> pauseOf(const metrics::Reading &reading) const;

    std::optional<metrics::Reading> m_last;
    std::optional<double> m_longest;
    bool m_isTaken = true;
};

/// What the readings of a server say now, for alerts. Nothing where the last reading is missing, or more than five minutes
/// old, as Prometheus counts. Pure functions of the history.
namespace serversignals {

[[nodiscard]] std::optional<double> goroutines(const metrics::SeriesStore &series, qint64 nowMs);
/// Shares, 0…1. A limit of 0 or below is none, and known not to be reached.
[[nodiscard]] std::optional<double> descriptorUse(const metrics::SeriesStore &series, qint64 nowMs);
[[nodiscard]] std::optional<double> poolUse(const metrics::SeriesStore &series, qint64 nowMs);
/// Seconds until the resident memory, or else the heap, reaches `limit` bytes at the pace of the last five minutes; see
/// analysis::secondsToLimit().
[[nodiscard]] std::optional<double> memoryEta(const metrics::SeriesStore &series, qint64 nowMs, double limit);
/// Bytes a second; see analysis::floorGrowth().
[[nodiscard]] std::optional<double> floorGrowth(const metrics::SeriesStore &series, qint64 nowMs);

} // namespace serversignals
} // namespace session
