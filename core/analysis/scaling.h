// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

/// What a closed-loop load at rising levels says of who is slow.
namespace analysis {

/// One level: so many uploads at any time, each followed at once by the next.
struct LoadPoint
{
    double connections = 0;
    double goodPerSecond = 0; ///< Answered with 2xx.
    double failedShare = 0; ///< 0…1, of all attempts; timeouts included.
    double medianMs = 0; ///< Until the answer.
    double clientBusy = 0; ///< Of the processors that the client's threads could use, 0…1.
    double clientLagMs = 0; ///< Median by which the client's event loops were late.
};

/// Why a level measured the client rather than the server.
enum class ClientLimit {
    None,
    Processor, ///< Its threads computed 90 % of the time or more.
    Lag, ///< Its event loops were late by a tenth of the median latency, and by 5 ms.
};
[[nodiscard]] ClientLimit clientLimit(const LoadPoint &point);

enum class Bottleneck {
    None, ///< Up to the last level more at once brought more done: neither had reached its limit.
    Server,
    Client,
    Unclear, ///< One level alone, which had no failures.
};

struct Scaling
{
    Bottleneck bottleneck = Bottleneck::Unclear;
    std::size_t limitedAt
        = 0; ///< The first level that the bottleneck limits; of no meaning for None and Unclear.
    /// The first level at which the server breaks down: half of all attempts fail, or it gets less done than 80 % of what
    /// it did with fewer at once (congestion collapse).
    std::optional<std::size_t> collapsedAt;
    double bestPerSecond = 0; ///< The most that was done, at `bestAt`.
    std::size_t bestAt = 0;
};

/// Levels by rising connections. In a closed loop without pauses N uploads at once get N / R done a second (Little's law);
/// while the server has room, R stays and the rate grows with N. The server is at its limit where the rate grows by less
/// than a quarter of that since a level of at most two thirds as many, or where more than 5 % fail; unless the client was
/// (clientLimit).
[[nodiscard]] Scaling judgeScaling(std::span<const LoadPoint> levels);

} // namespace analysis
