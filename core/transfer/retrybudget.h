// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <array>

namespace transfer {

/// How many attempts may be repetitions within ten seconds: a fifth of the first attempts of the last ten seconds that had any,
/// but one a second always. A server that fails, all the time or now and then, gets 1.2 times the requests instead of several
/// times as many, and at a queue's end, where only repetitions are left, a fifth of what it got before (the idea: Google,
/// "Site Reliability Engineering", chapter 21, "Handling Overload"; window and least rate as in Finagle's RetryBudget).
/// Once `wellAfter` attempts in a row have succeeded the server is well: repetitions that succeed count no more, and each makes
/// an earlier one forgotten. What an outage left behind is made up for as fast as the server answers.
/// One server's; thread: any one.
class RetryBudget final
{
public:
    static constexpr double share = 0.2;
    static constexpr int least = 10; ///< In a window.
    /// In a row. Where one in five fails, so many come by chance once in 85 times.
    static constexpr int wellAfter = 20;

    enum class Attempt { First, Repetition };

    explicit RetryBudget(const base::Clock &clock);

    /// A first attempt was made.
    void noteFirst();
    /// True: one more repetition is allowed, and counted.
    [[nodiscard]] bool take();
    void noteSuccess(Attempt attempt);
    /// An attempt has failed in a way that asks for another one.
    void noteFailure();
    /// Nothing has succeeded in the whole window: waiting until more repetitions are allowed leads to nothing.
    [[nodiscard]] bool isHopeless() const;

private:
    struct Slot
    {
        qint64 number = -1; ///< Seconds of the clock.
        int first = 0;
        int repeated = 0;
        int succeeded = 0;
    };
    static constexpr int slots_ = 10;

    [[nodiscard]] qint64 number() const;
    [[nodiscard]] Slot &current();
    /// Sum of what the window has of it.
    [[nodiscard]] int count(int Slot::*what) const;
    void giveBack();

    const base::Clock &m_clock;
    std::array<Slot, slots_> m_ring;
    int m_load = 0; ///< First attempts in the window of the last one.
    int m_inARow = 0; ///< Successes since the last failure.
};

} // namespace transfer
