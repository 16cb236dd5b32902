// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/transfer/loadplan.h"

#include <optional>
#include <vector>

namespace experiment {

/// How the uploads of one level begin.
struct SweepLoad
{
    int connections = 1; ///< Uploads at once; of an open loop the most that may be.
    double perSecond = 0; ///< Open loop: begun a second, whatever the server does. 0: a closed loop.

    [[nodiscard]] bool isOpenLoop() const { return perSecond > 0; }
    /// What a level is called by: how many at once, or how many a second.
    [[nodiscard]] double size() const { return isOpenLoop() ? perSecond : connections; }
};

/// What a sweep is to do: levels of rising concurrency, or, as an open loop, of rising rates. The bounds are part of the plan:
/// a sweep never makes more than largestSweep uploads, and never has more than mostConnections under way.
struct SweepPlan
{
    static constexpr int mostConnections = 1'000;
    static constexpr double leastRate = 0.1; ///< Uploads a second: a level of a minute makes six.
    static constexpr double mostRate = 10'000; ///< About what one machine can begin.
    static constexpr std::size_t mostLevels = 20;
    static constexpr qint64 largestSweep
        = 1'000'000; ///< Uploads of all levels, what is not measured included.
    static constexpr int mostPerConnection = 100'000;
    /// Where a level goes on for `leastTime`: as many uploads at most, and with as many bytes.
    static constexpr int mostForTime = 5'000;
    static constexpr double mostBytesForTime = 1024.0 * 1024 * 1024;
    static constexpr std::chrono::milliseconds usualTimeout{30'000}; ///< Where nobody sets one.
    static constexpr qint64 usualBytes
        = 64 * 1024; ///< Of a generated upload, likewise: it is the number that loads a server.

    /// Target, method, names and contents of the uploads, and a timeout: without one, a server that never answers ends no
    /// level. What a sweep decides itself - how many, at once, which numbers, keep-alive - is ignored. Connections
    /// are kept alive within a level.
    transfer::LoadPlan uploads = usualUploads();
    net::Endpoint watch; ///< Where to look for metrics; without any, what the server keeps stays unknown.
    std::vector<int> levels{1, 10, 50, 200}; ///< Uploads at once, rising.
    /// Open loop: uploads a second, rising; `levels` is of no meaning then. None: a closed loop.
    std::vector<double> rates;
    int mostAtOnce = mostConnections; ///< Of an open loop: who finds so many under way waits in line.
    int perConnection = 20; ///< Uploads of a level for each connection; of an open loop, seconds of arrivals.
    /// A level lasts so long instead, or in an open loop its arrivals do; `perConnection` is of no meaning then.
    std::optional<std::chrono::milliseconds> levelTime;
    /// Of a closed loop by `perConnection`: a level that is over sooner goes on until then, or until it has made mostForTime
    /// uploads; what a fast server does in a few milliseconds is chance. 0: `perConnection` is exact.
    std::chrono::milliseconds leastTime{1'000};
    std::chrono::milliseconds longestLevel{60'000}; ///< Begins no upload after it, however few were made.
    double errorLimit = 0.5; ///< No higher level once more than this share of a level's attempts failed.
    qint64 pid = 0; ///< The server's process, if it is a local one; 0: not looked at.
    QStringList folders; ///< Of a local server: files below them are counted.

    [[nodiscard]] bool isOpenLoop() const { return !rates.empty(); }
    [[nodiscard]] std::vector<SweepLoad> loads() const; ///< Of the levels, in order.
    /// Whether how many uploads it makes is known before: of a closed loop by time that is up to the server.
    [[nodiscard]] bool isCounted() const { return isOpenLoop() || !levelTime; }

    /// Uploads of one measured level; where that is not known before, an equal part of what is left of largestSweep.
    [[nodiscard]] int uploadsAt(const SweepLoad &load) const;
    /// Beyond these, for `leastTime`, at most; `bodyBytes`: of one upload, 0 if it has none to speak of.
    [[nodiscard]] int moreAt(const SweepLoad &load, double bodyBytes) const;
    /// The most uploads that all of it can make; largestSweep or less where isCounted() does not hold.
    [[nodiscard]] qint64 mostUploads(double bodyBytes = 0) const;
    /// Of what is made at a level before it is measured, and in each of the rounds after it (sweeprun.h).
    [[nodiscard]] static int rampUploads(const SweepLoad &load);
    [[nodiscard]] static int roundUploads(const SweepLoad &load);
    static constexpr int rounds = 3; ///< After the measured one, for how much the growth scatters.
    static constexpr int warmUpRounds = 5; ///< At most.
    static constexpr int warmUpUploads = 20; ///< Of each.

private:
    [[nodiscard]] static transfer::LoadPlan usualUploads();
    [[nodiscard]] qint64 unmeasuredUploads() const;
};

/// The entries of a list as a person writes it, trimmed: between them are commas, or Chinese ones, "，" or "、".
[[nodiscard]] QStringList listEntries(const QString &text);

/// Levels as a person writes them, "1, 10, 50, 200": within the plan's bounds, and rising. Error Malformed, with a message
/// that goes on after the name of what was asked for: "must rise: 10 does not come after 50".
[[nodiscard]] base::Result<std::vector<int>> parseLevels(const QString &text);

/// The same for the rates of an open loop, "10, 50, 200" or "0.5, 1", in uploads a second.
[[nodiscard]] base::Result<std::vector<double>> parseRates(const QString &text);

} // namespace experiment
