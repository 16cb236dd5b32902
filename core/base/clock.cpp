// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QTimer>

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
        m_timer.callOnTimeout([this] { m_onTimeout(); });
    }
    void start(std::chrono::milliseconds delay) override { m_timer.start(delay); }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
    std::function<void()> m_onTimeout;
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
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

Wall fromUnixMs(qint64 ms)
{
    return Wall(std::chrono::milliseconds(ms));
}

} // namespace base
