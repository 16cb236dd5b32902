// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QObject>

#include <limits>
#include <optional>

namespace transfer {

/// How many uploads may be under way at once, so that a server that struggles is not made worse. Told of every attempt's
/// beginning and end, it has three habits:
///   - a start in steps: four at first, then one more for every success and twice as many every 100 ms, until there are as
///     many as wanted or one shows strain (slow start: V. Jacobson, "Congestion Avoidance and Control", SIGCOMM 1988; the
///     clock, because the first large upload may take an hour). A server that can take only few has then refused few;
///   - fewer at once: a sign of strain halves what may run; every round of successes lets one more run (additive increase,
///     multiplicative decrease: D.-M. Chiu and R. Jain, Computer Networks and ISDN Systems 17, 1989), but as many as were
///     too many the last time only after eight rounds; once even more than those do well, it goes on in steps;
///   - a circuit breaker (M. Nygard, "Release It!", 2007): five strained ends in a row open it, and nothing starts for a
///     second; then one upload is the probe, of those that were tried least the smallest: it costs the server least. Its
///     success closes the breaker; its failure opens it for twice as long, up to 30 s.
/// Signs of strain are 429, 502, 503, 504, connections refused, failed, broken or stalled. All else that the server answers
/// counts as a success: it had the time to say so.
///
/// A connection that breaks while a body is sent may tell of the server or of that body: servers and those before them close
/// on what is too large for them, often without a word. What others meet with tells it apart. It is strain until a smaller
/// upload goes through behind it. From then on, breaks of uploads as large as that one let fewer run - who knows - but do
/// not open the breaker, so that the small ones need not wait for the large; until one as large as that gets through. Nor
/// does a break open it, or fail a probe, where the upload goes on each time at a place further on: then the server is there
/// and takes what it is sent, and the line is what breaks.
///
/// A server that names the time at which it wants to be asked again (RetryPolicy::holdAfter) is obeyed instead of guessed
/// at: one such answer opens the breaker for that long. Since it speaks of a time, it is no failed probe. What it took
/// between two such answers is taken for its quota, as of a limiter that counts requests per minute: towards the end of
/// that number fewer and fewer run, so that only one request, not all that are under way, learns that it is used up.
///
/// Thread: the clock's. One server's.
class ServerGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerGuard)

public:
    enum class State {
        Closed, ///< Uploads run.
        Open, ///< None starts.
        HalfOpen, ///< One may: the probe.
    };

    /// What is known of the upload that an attempt was at.
    struct Upload
    {
        qint64 bytes = -1; ///< -1: unknown.
        bool isCut = false; ///< The connection broke without an answer when some of its body was on the way.
        bool getsOn = false; ///< This attempt found more of it on the server than the ones before.
    };

    explicit ServerGuard(base::Clock &clock);

    /// Off, the default: whatever happens, `most` may run. Begins anew, unless it is so already.
    void setOn(bool on);
    /// What may run at once on a server that is well; at least 1, at first 4. Where that many ran, the step to more is
    /// a start like the first one.
    void setMost(int most);
    [[nodiscard]] int most() const { return m_most; }
    /// 0 while open.
    [[nodiscard]] int allowed() const;
    [[nodiscard]] State state() const { return m_state; }
    /// Probes that have failed since the breaker opened.
    [[nodiscard]] int failedProbes() const { return m_failedProbes; }
    /// When it opened last: what began earlier is no probe.
    [[nodiscard]] base::Steady openedAt() const { return m_decreased; }
    /// How long nothing starts since then, until when, and why; of Open only.
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_pause; }
    [[nodiscard]] base::Steady pausedUntil() const { return m_until; }
    [[nodiscard]] const base::Error &reason() const { return m_reason; }

    void began();
    /// An attempt that began at `begun` has ended. Those that the file or a person ended are none of the server's doing and
    /// change nothing. `hold`: for how long the server said that it is to be left alone; only with a sign of strain.
    void ended(const base::Error &error, base::Steady begun,
               std::optional<std::chrono::milliseconds> hold = {}, const Upload &upload = {-1, false, false});
    /// Another server: as if new; ends of attempts that began before count no more.
    void reset();

    [[nodiscard]] static bool isStrain(const base::Error &error);

Q_SIGNALS:
    /// allowed() or state() differ. From the event loop, or from within a call.
    void changed();

private:
    static constexpr qint64 unknownSize = std::numeric_limits<qint64>::max();

    void onPauseEnd();
    void onStep();
    void startSteps();
    void succeeded(bool isStale);
    void learnOfSize(qint64 taken, bool isStale);
    [[nodiscard]] bool isOfTheUpload(const Upload &upload) const;
    void countStrain(const Upload &upload);
    void open(const base::Error &error);
    void hold(const base::Error &error, std::chrono::milliseconds time);
    void pauseFor(std::chrono::milliseconds time, const base::Error &error);
    void allowMore();
    void allowLess();
    void setState(State state);

    base::Clock &m_clock;
    std::unique_ptr<base::ClockTimer> m_timer;
    std::unique_ptr<base::ClockTimer> m_step;
    base::Error m_reason;
    base::Steady m_begun; ///< What began earlier was another server's.
    base::Steady m_decreased; ///< Strain of attempts that began earlier has been answered.
    std::chrono::milliseconds m_pause{0};
    std::chrono::milliseconds m_backOff{0}; ///< Of the breaker's own pauses, the last one.
    base::Steady m_until; ///< The end of the last pause.
    std::optional<int> m_quota; ///< What the server takes, perhaps, until it wants to be left alone again.
    int m_taken = 0; ///< Since the last pause that it asked for.
    double m_allowed = 4; ///< Between 1 and m_most.
    double m_tooMany
        = std::numeric_limits<double>::infinity(); ///< What was allowed at the last sign of strain.
    int m_most = 4;
    int m_inARow = 0; ///< Strained ends.
    qint64 m_smallestCut = unknownSize; ///< Of those, if all were cut.
    qint64 m_tooLarge = unknownSize; ///< Uploads of that size are cut, while smaller ones go through.
    int m_failedProbes = 0;
    State m_state = State::Closed;
    bool m_isHold = false; ///< The last pause was the server's wish.
    bool m_isOn = false;
    bool m_isStarting = false; ///< No strain yet, and fewer than wanted.
    bool m_hasBegun = false; ///< An upload, since reset().
};

} // namespace transfer
