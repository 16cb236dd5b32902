// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/localprobe.h"
#include "core/session/timeline.h"
#include "core/session/watchedbeside.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace session {

/// Reads a process or a folder of this machine at a steady beat, in a thread of its own, and keeps what was read. One reading
/// at a time, none queued: a folder that takes longer than a beat is read less often. A reading that cannot be had is a gap
/// with the reason; one that takes half a minute is told as such a gap, too.
///
/// Thread: that of its clock, with an event loop. Ownership: the caller's; the clock outlives it. Destruction is silent and
/// waits for the thread, which stops at the next file. No signal fires from within a call.
class LocalWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalWatch)

public:
    LocalWatch(base::Clock &clock, LocalProbe probe, QObject *parent = nullptr);
    ~LocalWatch() override;

    /// Begins with a reading at once. Once only.
    void start(std::chrono::milliseconds interval);
    /// Keeps what was read.
    void stop();
    /// An additional reading that is not older than this call; one under way is dropped in its favour. Only after start().
    void readNow();

    [[nodiscard]] const WatchedBeside &watched() const { return m_watched; }

Q_SIGNALS:
    /// The reading is in watched() already.
    void read(const metrics::Reading &reading, std::chrono::microseconds took);
    void missed(qint64 timeMs, const QString &reason);
    /// Lost with the first reading of several that is missed, Recovered with the next good one; before the `read` or
    /// `missed` that it is about.
    void marked(const session::Mark &mark);

private:
    void work(const std::stop_token &ending);
    void onBeat();
    void ask();
    void take(quint64 ticket, const base::Result<metrics::Reading> &result);
    void miss(const base::Error &reason);
    [[nodiscard]] bool mark(qint64 timeMs, MarkKind kind, const QString &text);
    [[nodiscard]] qint64 stamp() const;

    base::Clock &m_clock;
    WatchedBeside m_watched;
    std::unique_ptr<base::ClockTimer> m_beat;
    std::chrono::milliseconds m_interval{0};
    base::Steady m_askedAt;
    quint64 m_ticket = 0; ///< Of the reading that is waited for; an answer with another one is too late.
    bool m_isReading = false;
    bool m_isLate = false; ///< That was told already.
    bool m_isLost = false;
    std::stop_source m_reading; ///< Ends the one under way.

    std::mutex m_mutex; ///< Of the next two.
    quint64 m_asked = 0; ///< Ticket of what the thread shall read next; 0: nothing.
    std::stop_token m_askedStop;
    std::condition_variable_any m_wake;
    LocalProbe m_probe; ///< The thread's.
    std::jthread m_thread; ///< It uses all of the above, so it ends first.
};

} // namespace session
