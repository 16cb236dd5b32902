// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/transfer/loadplan.h"

#include <optional>
#include <vector>

namespace experiment {

/// What a concurrency sweep is to do. The bounds are part of the plan: a sweep never makes more than largestSweep uploads.
struct SweepPlan
{
    static constexpr int mostConnections = 1'000;
    static constexpr std::size_t mostLevels = 20;
    static constexpr qint64 largestSweep
        = 1'000'000; ///< Uploads of all levels, what is not measured included.
    static constexpr int mostPerConnection = 100'000;
    static constexpr std::chrono::milliseconds usualTimeout{30'000}; ///< Where nobody sets one.

    /// Target, method, names and contents of the uploads, and a timeout: without one, a server that never answers ends no
    /// level. What a sweep decides itself - how many, at once, which numbers, keep-alive - is ignored. Connections
    /// are kept alive within a level.
    transfer::LoadPlan uploads;
    net::Endpoint watch; ///< Where to look for metrics; without any, what the server keeps stays unknown.
    std::vector<int> levels{1, 10, 50, 200}; ///< Uploads at once, rising.
    int perConnection = 20; ///< Uploads of a level for each connection.
    /// A level lasts so long instead; `perConnection` is of no meaning then.
    std::optional<std::chrono::milliseconds> levelTime;
    std::chrono::milliseconds longestLevel{60'000}; ///< Begins no upload after it, however few were made.
    double errorLimit = 0.5; ///< No higher level once more than this share of a level's attempts failed.
    qint64 pid = 0; ///< The server's process, if it is a local one; 0: not looked at.
    QStringList folders; ///< Of a local server: files below them are counted.

    /// Uploads of one measured level; with `levelTime` the most that it may make.
    [[nodiscard]] int uploadsAt(int connections) const;
    /// The most uploads that all of it can make.
    [[nodiscard]] qint64 mostUploads() const;
    /// Of what is made at a level before it is measured, and in each of the rounds after it (sweeprun.h).
    [[nodiscard]] static int rampUploads(int connections);
    [[nodiscard]] static int roundUploads(int connections);
    static constexpr int rounds = 3; ///< After the measured one, for how much the growth scatters.
    static constexpr int warmUpRounds = 5; ///< At most.
    static constexpr int warmUpUploads = 20; ///< Of each.
};

/// Levels as a person writes them, "1, 10, 50, 200": within the plan's bounds, and rising. Error Malformed, with a message
/// that goes on after the name of what was asked for: "must rise: 10 does not come after 50".
[[nodiscard]] base::Result<std::vector<int>> parseLevels(const QString &text);

} // namespace experiment
