// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>

/// What a load at rising levels says of who is slow: a closed loop at rising concurrency, or an open loop at rising rates.
namespace analysis {

/// One level: so many uploads at any time, each followed at once by the next; or, in an open loop, so many begun a second.
struct LoadPoint
{
    double connections = 0; ///< Of an open loop: the most that were under way.
    double goodPerSecond = 0; ///< Answered with 2xx.
    double failedShare = 0; ///< 0…1, of all attempts; timeouts included.
    double refusedShare = 0; ///< Of all attempts: answered, but not with 2xx.
    double limitedShare
        = 0; ///< Of all attempts: answered 429 or 503, as a rate limiter does (RFC 6585 4, RFC 9110 15.6.4).
    double medianMs = 0; ///< Until the answer.
    double clientBusy = 0; ///< Of the processors that the client's threads could use, 0…1.
    double clientLagMs = 0; ///< Median by which the client's event loops were late.

    double perSecond
        = 0; ///< Open loop: begun a second, as intended. 0: a closed loop; the next two are of no meaning then.
    double endedPerSecond = std::numeric_limits<double>::quiet_NaN(); ///< NaN: too few to tell.
    double lateByClientShare = 0; ///< Of all: begun late because this client did not get round to them.

    [[nodiscard]] bool isOpenLoop() const { return perSecond > 0; }
};

/// Why a level measured the client rather than the server.
enum class ClientLimit {
    None,
    Processor, ///< Its threads computed 80 % of the time or more: what comes in waits for them, then.
    Lag, ///< Its event loops were late by a tenth of the median latency, and by 5 ms.
    Starts, ///< Of an open loop: it could not begin 5 % or more of the uploads when they were due.
};
/// None for a closed loop of which more than 5 % are refused: who is refused at once asks again at once, and that keeps the
/// client busy, too.
[[nodiscard]] ClientLimit clientLimit(const LoadPoint &point);

/// Whether a level of an open loop keeps up: it ends nine tenths or more of what arrives a second. Where it does not, what
/// waits grows for as long as the load lasts. True for closed loops, which wait for the server, and where it is not told.
[[nodiscard]] bool keepsUp(const LoadPoint &point);

enum class Bottleneck {
    None, ///< Up to the last level more at once brought more done: neither had reached its limit.
    Server,
    Client,
    Unclear, ///< One level of a closed loop alone, which had no failures; or one of an open loop that is too short to tell.
};

struct Scaling
{
    Bottleneck bottleneck = Bottleneck::Unclear;
    std::size_t limitedAt
        = 0; ///< The first level that the bottleneck limits; of no meaning for None and Unclear.
    bool isLimiter
        = false; ///< The server limits by refusing: more than 5 % were answered 429 or 503 at `limitedAt`.
    /// The first level at which the server breaks down: half of all attempts fail; or, in a closed loop, it gets less done
    /// than 80 % of what it did with fewer at once (congestion collapse); or, in an open loop, it does not keep up.
    std::optional<std::size_t> collapsedAt;
    double bestPerSecond = 0; ///< The most that was done, at `bestAt`.
    std::size_t bestAt = 0;
};

/// Levels by rising connections. In a closed loop without pauses N uploads at once get N / R done a second (Little's law);
/// while the server has room, R stays and the rate grows with N. The server is at its limit where the rate grows by less
/// than a quarter of that since a level of at most two thirds as many, or where more than 5 % fail; unless the client was
/// (clientLimit). An open loop asks for the same whatever the server does: it is at its limit where it does not keep up, or
/// where more than 5 % fail, and one level tells that.
[[nodiscard]] Scaling judgeScaling(std::span<const LoadPoint> levels);

} // namespace analysis
