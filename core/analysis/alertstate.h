// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <optional>

namespace analysis {

/// How one rule stands, fed with its signal:
///
///     Inactive -- beyond the threshold --> Pending -- for as long as `holds` --> Firing (raised)
///     Pending -- no longer beyond it --> Inactive
///     Firing -- not beyond `clear` for as long as `keeps` --> Inactive (cleared)
///
/// With `holds` 0 the first value beyond it raises. What is not known neither raises nor clears: only time between two
/// known values, of at most `longestStep`, counts as seen; a pending rule waits, where Prometheus would begin anew.
///
/// A plain value without a clock. The rule is the caller's, and the same in all calls.
class AlertState final
{
public:
    enum class Phase { Inactive, Pending, Firing };
    enum class Change { None, Raised, Cleared };
    static constexpr std::chrono::milliseconds longestStep{10'000};

    /// `time` counts from anywhere and never goes back. NaN is not known either.
    Change feed(const AlertRule &rule, std::chrono::milliseconds time, std::optional<double> value);

    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Of all values since it is not inactive the one that is furthest beyond; after Cleared that of what is over.
    [[nodiscard]] double worst() const { return m_worst; }

private:
    Change pend(const AlertRule &rule, double value);
    Change fire();
    Change end(const AlertRule &rule, double value, std::chrono::milliseconds seen);

    Phase m_phase = Phase::Inactive;
    double m_worst = 0;
    std::optional<std::chrono::milliseconds> m_last; ///< Time of the last value, if that was known.
    std::chrono::milliseconds m_held{0}; ///< Pending: beyond the threshold. Firing: clear.
    bool m_isClear = false; ///< Firing: the last known value was.
};

} // namespace analysis
