// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/ratemeter.h"
#include "core/transfer/uploadrecord.h"

#include <QList>

#include <optional>
#include <unordered_map>

namespace transfer {

/// How fast the attempts of an UploadQueue go that are under way: each, and all together.
class RunningUploads final
{
public:
    struct Run
    {
        RateMeter meter;
        qint64 sent = 0;
        qint64 skipped = 0; ///< Of those, what was on the server before: it counts for no rate.
        base::Steady begin;
        base::Steady lastShown; ///< When its progress was last worth a signal.
    };
    struct Rate
    {
        UploadId id;
        double bytesPerSecond = 0;
    };

    explicit RunningUploads(base::Clock &clock);

    /// It began at `begun`; the same clock tells when it moves and ends.
    void add(UploadId id, base::Steady begun);
    /// Nothing, nullptr: it is not under way.
    [[nodiscard]] std::optional<Run> take(UploadId id);
    [[nodiscard]] Run *find(UploadId id);
    [[nodiscard]] int size() const { return static_cast<int>(m_runs.size()); }

    /// The server has that much already: it need not be sent.
    static void skipTo(Run &run, qint64 bytes);
    /// True when that is worth a signal: ten times a second at most.
    bool advance(Run &run, qint64 sent);
    /// Of those that began earlier than that.
    [[nodiscard]] int countBegunBefore(base::Steady time) const;
    /// Those without progress for half a second, with what their rates have faded to. The caller shows them.
    [[nodiscard]] QList<Rate> takeStale();

    /// Bytes per second of one, and of all; 0 while unknown or idle.
    [[nodiscard]] double rateOf(const Run &run) const { return run.meter.rate(m_clock.now()); }
    [[nodiscard]] double rate() const { return m_runs.empty() ? 0 : m_meter.rate(m_clock.now()); }
    /// Mean from its beginning to `end`.
    [[nodiscard]] static double meanRateOf(const Run &run, base::Steady end);

private:
    base::Clock &m_clock;
    std::unordered_map<quint64, Run> m_runs; ///< By UploadId::value.
    RateMeter m_meter;
    qint64 m_moved = 0; ///< Bytes sent by all since there was none.
};

} // namespace transfer
