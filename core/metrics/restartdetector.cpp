// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/restartdetector.h"

#include <cmath>

namespace metrics {
namespace {

constexpr double startTolerance = 1.5; // seconds
/// Sums of doubles may lose their last digits from one page to the next.
constexpr double rounding = 1e-9;

} // namespace

bool RestartDetector::differs(const Reading &reading) const
{
    const auto fell = [&](Role role) {
        const double before = m_known.value(role);
        return reading.value(role) < before - rounding * std::abs(before); // false for NaN on either side
    };
    const double moved = std::abs(reading.value(Role::StartTime) - m_known.value(Role::StartTime));
    if (moved > startTolerance || fell(Role::CpuTotal) || fell(Role::GcCount) || fell(Role::GcPauseTotal))
        return true;
    return std::isnan(moved) && fell(Role::Requests);
}

bool RestartDetector::isRestart(const Reading &reading)
{
    const bool isOther = differs(reading);
    if (isOther)
        reset();
    for (const Role role : allRoles()) {
        if (reading.has(role))
            m_known.set(role, reading.value(role));
    }
    return isOther;
}

} // namespace metrics
