// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>

namespace base {

using Steady = std::chrono::steady_clock::time_point;
using Wall = std::chrono::system_clock::time_point;

/// A single-shot timer on some Clock. Destroying or stopping it guarantees silence; its callback may do both.
class ClockTimer
{
public:
    ClockTimer() = default;
    virtual ~ClockTimer() = default;
    Q_DISABLE_COPY_MOVE(ClockTimer)

    /// Fires once, `delay` from now (never from within this call); a running timer is started anew.
    virtual void start(std::chrono::milliseconds delay) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isActive() const = 0;
};

/// The only source of time in core, so that tests never sleep (see FakeClock).
/// Threads: now() from any; timers fire in the thread that made them, which must run an event loop.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// Never goes back; for durations.
    [[nodiscard]] virtual Steady now() const = 0;
    /// UTC; for what is shown and stored.
    [[nodiscard]] virtual Wall wallNow() const = 0;
    /// The Clock, and what the callback captures, must outlive the timer.
    [[nodiscard]] virtual std::unique_ptr<ClockTimer> makeTimer(std::function<void()> onTimeout) = 0;
};

/// The machine's clocks and Qt's precise timers.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Steady now() const override;
    [[nodiscard]] Wall wallNow() const override;
    [[nodiscard]] std::unique_ptr<ClockTimer> makeTimer(std::function<void()> onTimeout) override;
};

/// Milliseconds since 1970-01-01 UTC, the form in which wall times are stored and charted.
[[nodiscard]] qint64 toUnixMs(Wall time);
[[nodiscard]] Wall fromUnixMs(qint64 ms);

} // namespace base
