// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/gcstats.h"

#include <cmath>

namespace metrics {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

double increase(double before, double after)
{
    return after >= before ? after - before : unknown;
}

double GcStats::meanPause() const
{
    return cycles > 0 ? pauses / cycles : unknown;
}

GcStats gcBetween(const GcCounters &before, const GcCounters &after, double longest)
{
    GcStats stats;
    stats.cycles = increase(before.cycles, after.cycles);
    stats.pauses = increase(before.pauses, after.pauses);
    stats.longest = stats.cycles > 0 ? longest : unknown;
    return stats;
}

void GcWatch::read(const Reading &reading)
{
    const GcCounters now{reading.value(Role::GcCount), reading.value(Role::GcPauseTotal)};
    if (std::isnan(m_first.cycles))
        m_first = now;
    const GcStats since = gcBetween(m_last, now, unknown);
    m_isCollected = since.cycles > 0;
    if (m_isCollected)
        m_lastPause = since.meanPause();
    m_longest = std::fmax(m_longest, reading.value(Role::GcPauseMax));
    m_last = now;
}

double GcWatch::longestPause() const
{
    return gcBetween(m_first, m_last, m_longest).longest;
}

} // namespace metrics
