// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <optional>

namespace transfer {

/// Which failed uploads get another attempt by themselves, and after which wait. A plain value.
struct RetryPolicy
{
    int attempts = 0; ///< After the first one; 0: nothing is repeated by itself.
    std::chrono::milliseconds step{
        1'000}; ///< The second attempt waits for as long at most, each further one twice as long …
    std::chrono::milliseconds longest{30'000}; ///< … up to this.
    std::chrono::seconds patience{
        120}; ///< A server that wants to be left alone for longer is not tried again by itself.

    /// Somebody waits for an end: after as many failed probes of a paused server as an upload has further attempts, all that
    /// waits fails, too, and so does what only time would allow to be repeated where nothing succeeds. Otherwise the queue
    /// waits.
    bool givesUp = false;
    /// A server that has taken something is not given up before it has taken nothing for as long: services restart.
    std::chrono::seconds comeback{30};

    bool operator==(const RetryPolicy &) const = default;

    /// Whether that can end otherwise the next time: no connection, one that broke before there was an answer, and the
    /// statuses that mean "later": 408, 500, 502, 503, 504 (RFC 9110), 425 (RFC 8470), 429 (RFC 6585).
    /// Not: what is wrong with the file, the address, TLS or a proxy; any other answer; and an answer that was waited for
    /// too long, because the server may still be at work, and would be at it twice. `isResumable`: it is asked what it has
    /// before anything is sent again, so that whatever broke off on the way is worth another attempt, and so is what tus
    /// says of one piece: 409, 423, 460.
    [[nodiscard]] static bool isWorthwhile(const base::Error &error, bool isResumable = false);

    /// The wait after `made` attempts, of which the last ended with `error`; nothing: no further one. `asked` is what the
    /// server's Retry-After says: holdAfter() where that is something. `chance` in [0, 1) picks from the range: with full jitter (M. Brooker, "Exponential
    /// Backoff And Jitter", AWS Architecture Blog, 2015) clients that failed together do not come back together.
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    waitAfter(int made, const base::Error &error, std::optional<std::chrono::seconds> asked, double chance,
              bool isResumable = false) const;

    /// For how long nothing at all is to be sent to the server: 429 and 503 with a Retry-After speak of the server or of all
    /// that we send to it, not of one file. At least as long as it says, but not longer than an hour or `patience`: after
    /// that it is asked. A little chance keeps clients apart that were refused together.
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    holdAfter(const base::Error &error, std::optional<std::chrono::seconds> asked, double chance) const;
};

} // namespace transfer
