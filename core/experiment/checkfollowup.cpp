// SPDX-License-Identifier: GPL-3.0-or-later
// The phases of a CheckRun that follow up what the rounds of uploads have shown, or have not.
#include "core/experiment/checkrun.h"

#include <cmath>

namespace experiment {
namespace {

using namespace std::chrono_literals;

struct Bounds
{
    std::chrono::seconds time;
    qint64 uploads;
};

Bounds attributionBounds(CheckPlan::Speed speed)
{
    switch (speed) {
    case CheckPlan::Speed::Quick:
        return {3s, 2'000};
    case CheckPlan::Speed::Standard:
        return {60s, 20'000};
    case CheckPlan::Speed::Thorough:
        break;
    }
    return {300s, 200'000};
}

constexpr qint64 mostBetweenFloors = 1'000;
constexpr double leastTaken = 0.8;

} // namespace

// A profile is a sample, and a small leak is in it only after many uploads. What cannot be reached is not begun; the
// result says then how many it would take.
QCoro::Task<bool> CheckRun::attribution()
{
    co_await takeLastProfiles();
    if (verdictSoFar().cause != analysis::Cause::HeapLeak)
        co_return !m_stage.isCancelled() || interrupt(Interruption::Cancelled);
    const Bounds bounds = attributionBounds(m_result.plan.speed);
    const base::Steady until = m_stage.clock().now() + bounds.time;
    const int already = m_result.uploads;
    std::optional<qint64> needed = uploadsToName();
    while (needed && !m_stage.isCancelled()) {
        const auto done = static_cast<qint64>(m_result.uploads - m_firstProfiled.uploads);
        const qint64 goal = std::max(*needed, done + done / 2); // past ten samples only chance is missing
        const std::chrono::duration<double> each
            = m_lastLoad.elapsed / static_cast<double>(std::max(1, m_lastLoad.attempts()));
        const auto time = std::chrono::duration_cast<base::Steady::duration>(each * double(goal - done));
        if (m_result.uploads - already + goal - done > bounds.uploads || m_stage.clock().now() + time > until)
            break;
        for (qint64 left = goal - done; left > 0; left -= std::min(left, mostBetweenFloors)) {
            report(CheckPhase::Profile, static_cast<int>(goal - left), static_cast<int>(goal));
            Round more = usual();
            more.uploads = static_cast<int>(std::min(left, mostBetweenFloors));
            more.mayBeRefused = true;
            const std::optional<FloorReading> after = co_await round(more);
            if (!after)
                co_return false;
            if (m_lastLoad.done < leastTaken * more.uploads) // it has no room for more
                co_return true;
        }
        co_await takeLastProfiles();
        needed = uploadsToName();
    }
    co_return !m_stage.isCancelled() || interrupt(Interruption::Cancelled);
}

} // namespace experiment
