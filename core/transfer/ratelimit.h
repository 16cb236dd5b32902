// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <atomic>
#include <mutex>

namespace transfer {

/// How fast the bytes of all uploads of a queue may leave together: a token bucket (RFC 2697 calls its parts rate and
/// burst). In any span of t seconds at most bytesPerSecond · t + burstOf() bytes are granted. The heads of requests, which
/// nobody can hold back, are paid for when they leave: as many of them may come on top as there are connections.
///
/// Thread-safe: the lanes of a queue share one.
class RateLimit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RateLimit)

public:
    struct Setting
    {
        qint64 bytesPerSecond = 0; ///< 0: no limit.
        qint64 burst
            = 0; ///< What may leave at once after a pause; 0: what a tenth of a second allows, 16 KiB at least.

        bool operator==(const Setting &) const = default;
    };
    /// Fewer bytes than this are not granted, unless fewer are wanted or fit: each grant costs a system call.
    static constexpr qint64 quantum = 16 * 1024;
    /// What a bucket must hold of the rate so that none of it is lost: timers count milliseconds, and fire a few too late on
    /// a machine that has other work; what comes into a full bucket meanwhile is gone.
    static constexpr std::chrono::milliseconds slack{25};

    /// The clock must outlive it.
    explicit RateLimit(const base::Clock &clock);

    /// The burst that is kept to: the one that is asked for, or the rate's 25 ms if those are more.
    [[nodiscard]] static qint64 burstOf(const Setting &setting);

    /// At any time. The bucket begins full when it is first switched on; later it keeps what it has, as far as that fits:
    /// however often it is set, no more leaves than the rates allow and one burst.
    void set(const Setting &setting);
    [[nodiscard]] bool isOn() const { return m_isOn.load(std::memory_order_relaxed); }

    /// How many of the wanted bytes may leave now; all of them without a limit.
    [[nodiscard]] qint64 take(qint64 wanted);
    /// So many bytes leave whatever the bucket holds: what it lacks, those that come later wait for.
    void spend(qint64 bytes);
    /// How long it takes at least until take(wanted) grants some. Others may be quicker.
    [[nodiscard]] std::chrono::milliseconds waitFor(qint64 wanted);

Q_SIGNALS:
    /// Whoever waits need not, perhaps. From within set(), in the thread that calls it.
    void changed();

private:
    [[nodiscard]] double least(qint64 wanted) const;
    void fill();

    const base::Clock &m_clock;
    std::atomic<bool> m_isOn = false;
    std::mutex m_mutex; ///< Of all that follows.
    double m_rate = 0; ///< Bytes per second; 0 while off.
    double m_burst = 0;
    double m_tokens = 0; ///< Bytes.
    base::Steady m_filledAt;
    bool m_wasOn = false;
};

} // namespace transfer
