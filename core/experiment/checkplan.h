// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"
#include "core/transfer/loadplan.h"

namespace experiment {

/// Of the few large uploads: above the 32 MiB that Go's forms keep in memory.
inline constexpr qint64 spillBytes = 36 * 1024 * 1024;

/// What a leak check is to do. The defaults are the method's.
struct CheckPlan
{
    enum class Speed {
        Quick, ///< At most about 15 s: normal and aborted uploads; a leak stays unconfirmed.
        Standard, ///< A leak is classified and confirmed by 75 s without uploads.
        Thorough, ///< 40 rounds and 310 s of waiting.
    };

    /// Target, method, names, contents and connections of the uploads. What a check decides itself - how many, which
    /// numbers, aborts - is ignored; every upload has a connection of its own.
    transfer::LoadPlan uploads;
    net::Endpoint watch; ///< Where to look for metrics.
    Speed speed = Speed::Standard;
    int perRound = 20; ///< Uploads.
    bool aborts = true; ///< Whether uploads are also broken off on purpose.
    qint64 pid = 0; ///< The server's process, if it is a local one; 0: not looked at.
    QStringList folders; ///< Of a local server: files below them are counted.
    std::chrono::seconds idle{0}; ///< 0: as the speed says.
    /// An upload has stalled when no byte moved for as long as the target's stallTimeout says, and for no less. Otherwise
    /// that is the most: of a server that answers at once, a stall is seen sooner.
    bool waitsAsTold = false;

    /// Of the uploads: without new ones in every check a server that keeps them by name or content would look stable the
    /// second time.
    void setSeed(quint64 seed);
    /// Another one each time; at most ten digits.
    [[nodiscard]] static quint64 freshSeed();
};

/// "quick", "standard", "thorough".
[[nodiscard]] QString toKey(CheckPlan::Speed speed);

} // namespace experiment
