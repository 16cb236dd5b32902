// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/loadpoint.h"

#include <cstddef>
#include <optional>
#include <span>

/// What a load at rising levels says of who is slow: a closed loop at rising concurrency, or an open loop at rising rates.
namespace analysis {

enum class Bottleneck {
    None, ///< Up to the last level more at once brought more done: neither had reached its limit.
    Server,
    Client,
    Machine, ///< Client and server share its processors, and those had nothing to spare.
    Unclear, ///< One level of a closed loop alone, which had no failures; or levels that are too short to tell.
};

struct Scaling
{
    Bottleneck bottleneck = Bottleneck::Unclear;
    std::size_t limitedAt
        = 0; ///< The first level that the bottleneck limits; of no meaning for None and Unclear.
    bool isLimiter
        = false; ///< The server limits by refusing: more than 5 % were answered 429 or 503 at `limitedAt`.
    bool isTooShort = false; ///< Unclear, because levels are not telling.
    /// The first level at which the server breaks down, and at no later one recovers: half of all attempts fail; or, in a
    /// closed loop, it gets less done than 80 % of what it did with fewer at once (congestion collapse); or, in an open loop,
    /// it does not keep up. That less is done in a closed loop proves nothing once the client was at its limit, or the
    /// machine that both are on.
    std::optional<std::size_t> collapsedAt;
    double bestPerSecond = 0; ///< The most that was done, at `bestAt`, of telling levels if there are any.
    std::size_t bestAt = 0;
};

/// Levels by rising connections. In a closed loop without pauses N uploads at once get N / R done a second (Little's law);
/// while the server has room, R stays and the rate grows with N. The server is at its limit where the rate grows by less
/// than a quarter of that since a level of at most two thirds as many, and at no later level by more; or where surely 5 %
/// more fail than with fewer at once: what fails as often at every level is a fault, but does not come of the load. Unless
/// the client was (clientLimit), or the machine that both are on (isMachineFull). An open loop asks for the same whatever the
/// server does: it is at its limit where it does not keep up, or where failures rise, and one level tells that.
/// There is one bottleneck: the first; but a full machine yields to failures that rise after it.
[[nodiscard]] Scaling judgeScaling(std::span<const LoadPoint> levels);

} // namespace analysis
