// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/lookpolicy.h"
#include "core/net/endpoint.h"
#include "core/transfer/loadplan.h"

#include <optional>

namespace experiment {

/// Of the few large uploads: above the 32 MiB that Go's forms keep in memory.
inline constexpr qint64 spillBytes = 36 * 1024 * 1024;

/// What a leak check is to do. The defaults are the method's.
struct CheckPlan
{
    enum class Speed {
        Quick, ///< Normal and aborted uploads; a leak stays unconfirmed.
        Standard, ///< A leak is classified, and confirmed by some time without uploads.
        Thorough, ///< More rounds, and longer without uploads.
    };

    /// Servers release what is left of broken uploads after up to a minute: a shorter wait confirms nothing (leak-check
    /// method, section 0.4).
    static constexpr std::chrono::seconds standardIdle{75};
    static constexpr std::chrono::seconds thoroughIdle{310}; ///< Beyond what is released every five minutes.

    /// Target, method, names, contents and connections of the uploads. What a check decides itself - how many, which
    /// numbers, aborts - is ignored; every upload has a connection of its own.
    transfer::LoadPlan uploads;
    net::Endpoint watch; ///< Where to look for metrics.
    Speed speed = Speed::Standard;
    int perRound = 20; ///< Uploads.
    bool aborts = true; ///< Whether uploads are also broken off on purpose.
    qint64 pid = 0; ///< The server's process, if it is a local one; 0: not looked at.
    QStringList folders; ///< Of a local server: files below them are counted.
    std::chrono::seconds idle{0}; ///< Without uploads, of all speeds but Quick. 0: as the speed says.
    /// An upload has stalled when no byte moved for as long as the target's stallTimeout says, and for no less. Otherwise
    /// that is the most: of a server that answers at once, a stall is seen sooner.
    bool waitsAsTold = false;

    /// After which rounds it may be judged.
    [[nodiscard]] analysis::LookPolicy policy() const;
    /// How long a leak is watched without uploads; 0: it is not.
    [[nodiscard]] std::chrono::seconds idleTime() const;
    /// About how long the uploads take on a server near by; not known of Thorough, whose rounds vary too much.
    [[nodiscard]] std::optional<std::chrono::seconds> usualTime() const;

    /// Of the uploads: without new ones in every check a server that keeps them by name or content would look stable the
    /// second time.
    void setSeed(quint64 seed);
    /// Another one each time; at most ten digits.
    [[nodiscard]] static quint64 freshSeed();
};

/// "quick", "standard", "thorough".
[[nodiscard]] QString toKey(CheckPlan::Speed speed);

} // namespace experiment
