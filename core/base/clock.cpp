// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace base {
namespace {

class QtClockTimer final : public ClockTimer
{
public:
    explicit QtClockTimer(std::function<void()> onTimeout)
        : m_onTimeout(std::move(onTimeout))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout([this] { wake(); });
    }
    void start(std::chrono::milliseconds delay) override
    {
        m_left = std::max(delay, std::chrono::milliseconds::zero());
        startLeg();
    }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    void startLeg()
    {
        // QTimer counts its milliseconds in an int, which 25 days overflow.
        static constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
        const auto leg = std::min(m_left, longest);
        m_left -= leg;
        m_timer.start(leg);
    }
    void wake()
    {
        if (m_left > std::chrono::milliseconds::zero()) {
            startLeg();
            return;
        }
        // The callback may destroy this timer.
        const auto callback = m_onTimeout;
        callback();
    }

    QTimer m_timer;
    std::function<void()> m_onTimeout;
    std::chrono::milliseconds m_left{0}; ///< After the leg under way.
};

} // namespace

Steady SystemClock::now() const
{
    return std::chrono::steady_clock::now();
}

Wall SystemClock::wallNow() const
{
    return std::chrono::system_clock::now();
}

std::unique_ptr<ClockTimer> SystemClock::makeTimer(std::function<void()> onTimeout)
{
    return std::make_unique<QtClockTimer>(std::move(onTimeout));
}

qint64 toUnixMs(Wall time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

Wall fromUnixMs(qint64 ms)
{
    return Wall(std::chrono::milliseconds(ms));
}

} // namespace base
