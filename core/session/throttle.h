// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace session {

/// Runs an action at most once per interval, however often it is asked for: at once when the last run is long
/// enough ago, otherwise when the interval is over. What is asked for is always done in the end.
///
/// Thread: that of its clock's timers. Destruction is silent.
class Throttle final
{
public:
    Throttle(base::Clock &clock, std::chrono::milliseconds interval, std::function<void()> action)
        : m_clock(clock)
        , m_interval(interval)
        , m_action(std::move(action))
        , m_timer(clock.makeTimer([this] { run(); }))
    {
    }

    /// Never runs the action from within the call, so that several changes of one moment become one.
    void request()
    {
        if (m_timer->isActive())
            return;
        const auto wait
            = std::chrono::ceil<std::chrono::milliseconds>(m_lastRun + m_interval - m_clock.now());
        m_timer->start(std::max(wait, std::chrono::milliseconds(0)));
    }

    /// Does what is asked for now, if anything is.
    void flush()
    {
        if (m_timer->isActive())
            run();
    }

private:
    void run()
    {
        m_timer->stop();
        m_lastRun = m_clock.now();
        m_action();
    }

    base::Clock &m_clock;
    std::chrono::milliseconds m_interval;
    std::function<void()> m_action;
    base::Steady m_lastRun{};
    std::unique_ptr<base::ClockTimer> m_timer;
};

} // namespace session
