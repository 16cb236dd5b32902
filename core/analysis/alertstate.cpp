// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alertstate.h"

#include <cmath>

namespace analysis {

using std::chrono::milliseconds;

AlertState::Change AlertState::feed(const AlertRule &rule, milliseconds time, std::optional<double> value)
{
    if (!value || std::isnan(*value)) {
        m_last.reset();
        return Change::None;
    }
    milliseconds seen = m_last ? time - *m_last : milliseconds(0);
    if (seen > longestStep) // asleep, or stopped: nobody knows what was
        seen = milliseconds(0);
    m_last = time;
    switch (m_phase) {
    case Phase::Inactive:
        return isBreached(rule, *value) ? pend(rule, *value) : Change::None;
    case Phase::Pending:
        if (!isBreached(rule, *value)) {
            m_phase = Phase::Inactive;
            return Change::None;
        }
        m_worst = worseOf(rule, m_worst, *value);
        m_held += seen;
        return m_held >= rule.holds ? fire() : Change::None;
    case Phase::Firing:
        m_worst = worseOf(rule, m_worst, *value);
        return end(rule, *value, seen);
    }
    Q_UNREACHABLE();
}

AlertState::Change AlertState::pend(const AlertRule &rule, double value)
{
    m_phase = Phase::Pending;
    m_worst = value;
    m_held = milliseconds(0);
    return rule.holds <= milliseconds(0) ? fire() : Change::None;
}

AlertState::Change AlertState::fire()
{
    m_phase = Phase::Firing;
    m_isClear = false;
    return Change::Raised;
}

AlertState::Change AlertState::end(const AlertRule &rule, double value, milliseconds seen)
{
    if (!isClear(rule, value)) {
        m_isClear = false;
        return Change::None;
    }
    m_held = std::exchange(m_isClear, true) ? m_held + seen : milliseconds(0);
    if (m_held < rule.keeps)
        return Change::None;
    m_phase = Phase::Inactive;
    return Change::Cleared;
}

} // namespace analysis
