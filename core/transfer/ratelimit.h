// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <mutex>

namespace transfer {

/// How fast the bytes of all uploads of a queue may leave together: a token bucket (RFC 2697 calls its parts rate and
/// burst). In any span of t seconds at most bytesPerSecond · t + burst bytes are granted.
///
/// Thread-safe: the lanes of a queue share one.
class RateLimit final
{
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

    /// The clock must outlive it.
    explicit RateLimit(const base::Clock &clock);

    /// At any time. Begins with a full bucket.
    void set(const Setting &setting);
    [[nodiscard]] bool isOn() const { return m_isOn.load(std::memory_order_relaxed); }

    /// How many of the wanted bytes may leave now; all of them without a limit.
    [[nodiscard]] qint64 take(qint64 wanted);
    /// How long it takes at least until take(wanted) grants some. Others may be quicker.
    [[nodiscard]] std::chrono::milliseconds waitFor(qint64 wanted);

private:
    [[nodiscard]] double least(qint64 wanted) const;
    void fill();

    const base::Clock &m_clock;
    std::atomic<bool> m_isOn = false;
    std::mutex m_mutex; ///< Of all that follows.
    double m_rate = 0; ///< Bytes per second.
    double m_burst = 0;
    double m_tokens = 0; ///< Bytes.
    base::Steady m_filledAt;
};

} // namespace transfer
