// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <array>
#include <optional>

namespace transfer {

/// How many attempts may be repetitions within ten seconds: a fifth of the first attempts of these ten seconds, but ten always.
/// A server that fails, all the time or now and then, gets 1.2 times the requests instead of several times as many. Once no
/// first attempts are left, it is a fifth of the most that ten seconds had of them: far less than the server got before (the
/// idea: Google, "Site Reliability Engineering", chapter 21, "Handling Overload"; window and least as in Finagle's RetryBudget).
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
    /// True: one more repetition is allowed, and counted. `isFirstLeft`: first attempts are still to be made.
    [[nodiscard]] bool take(bool isFirstLeft);
    void noteSuccess(Attempt attempt);
    /// An attempt has failed in a way that asks for another one.
    void noteFailure();
    /// Nothing has succeeded for ten seconds, counted from the first attempt at least, and ten attempts have failed since:
    /// waiting until more repetitions are allowed leads to nothing.
    [[nodiscard]] bool isHopeless() const;

private:
    struct Slot
    {
        qint64 number = -1; ///< Seconds of the clock.
        int first = 0;
        int repeated = 0;
    };
    static constexpr int slots_ = 11; ///< The first and the last of a window are not whole.

    [[nodiscard]] qint64 number() const;
    [[nodiscard]] Slot &current();
    /// Sum of what the window has of it.
    [[nodiscard]] int count(int Slot::*what) const;
    void giveBack();

    const base::Clock &m_clock;
    std::array<Slot, slots_> m_ring;
    std::optional<base::Steady> m_hopedAt; ///< The first attempt, or the last success.
    int m_most = 0; ///< First attempts in one window.
    int m_inARow = 0; ///< Successes since the last failure …
    int m_failedInARow = 0; ///< … and the other way round.
};

} // namespace transfer
