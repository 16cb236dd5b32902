// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

/// What one level of a load showed, and whether it says anything of the server.
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
    double attempts = 0; ///< How many the shares are of; 0: not told, they are taken as exact then.
    /// Whether it lasted long enough for what was done, and for how busy who was, to be more than chance. Failures are
    /// counted, however short it was.
    bool isTelling = true;
    /// Of all processors of this machine, 0…1, where client and server share them, whoever keeps them busy; NaN: they do not
    /// share them, or it is not told.
    double machineBusy = std::numeric_limits<double>::quiet_NaN();

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
/// client busy, too. None where isMachineFull() of a closed loop: who is late there waits for the server as well. None where
/// the level is not telling.
[[nodiscard]] ClientLimit clientLimit(const LoadPoint &point);

/// Whether client and server had all that this machine has for them: neither could have done more, whoever was slow.
[[nodiscard]] bool isMachineFull(const LoadPoint &point);

/// Whether a level of an open loop keeps up: it ends nine tenths or more of what arrives a second. Where it does not, what
/// waits grows for as long as the load lasts. True for closed loops, which wait for the server, and where it is not told.
[[nodiscard]] bool keepsUp(const LoadPoint &point);

} // namespace analysis
