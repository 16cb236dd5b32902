// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <array>

namespace transfer {

/// How many attempts may be repetitions in vain: a fifth of the first ones of the last minute, but never fewer than three a
/// minute. A server on which everything fails gets 1.2 times the requests instead of four times (the idea: Google, "Site
/// Reliability Engineering", chapter 21, "Handling Overload"). Every repetition takes from it until it has succeeded: so
/// what an outage left behind is made up for as fast as the server, once it is well, answers. One server's; thread: any one.
class RetryBudget final
{
public:
    static constexpr double share = 0.2;
    static constexpr int least = 3;

    explicit RetryBudget(const base::Clock &clock);

    /// A first attempt was made.
    void noteFirst();
    /// True: one more repetition is allowed, and counted.
    [[nodiscard]] bool take();
    /// A repetition has succeeded: it was not in vain. Without one that was counted, does nothing.
    void giveBack();

private:
    struct Slot
    {
        qint64 number = -1; ///< Ten-second periods of the clock.
        int first = 0;
        int repeated = 0;
    };
    static constexpr int slots_ = 6;

    [[nodiscard]] Slot &current();

    const base::Clock &m_clock;
    std::array<Slot, slots_> m_ring;
};

} // namespace transfer
