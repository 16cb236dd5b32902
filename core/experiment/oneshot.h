// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <coroutine>
#include <optional>
#include <utility>

namespace experiment {

/// A value that a coroutine waits for and that is given once: the bridge from a signal to `co_await`.
///
///     OneShot<Result<Fetched>> fetched;
///     connect(&job, &FetchJob::finished, &context, [&](const auto &result) { fetched.set(result); });
///     const Result<Fetched> page = co_await fetched.given();
///
/// Unlike a signal it can be awaited by something other than the signal - cancel() sets it too - so that no coroutine is
/// ever left waiting for an object that is gone.
///
/// Thread: one. set() resumes the coroutine before it returns; later calls of set() do nothing.
template <typename T>
class OneShot final
{
    Q_DISABLE_COPY_MOVE(OneShot)

public:
    OneShot() = default;
    ~OneShot() = default;

    void set(T value)
    {
        if (m_value)
            return;
        m_value = std::move(value);
        if (m_waiting)
            std::exchange(m_waiting, nullptr).resume();
    }

    struct Awaiter
    {
        OneShot &shot;
        [[nodiscard]] bool await_ready() const noexcept { return shot.m_value.has_value(); }
        void await_suspend(std::coroutine_handle<> waiting) noexcept { shot.m_waiting = waiting; }
        T await_resume() { return std::move(*shot.m_value); }
    };
    /// To be awaited, by one coroutine. (Not the object itself: QCoro's tasks copy what they await.)
    [[nodiscard]] Awaiter given() { return {*this}; }

private:
    std::optional<T> m_value;
    std::coroutine_handle<> m_waiting;
};

} // namespace experiment
