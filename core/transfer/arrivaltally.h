// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/arrivals.h"

#include <mutex>

namespace transfer {

/// What the lanes of an open loop count together: how many are in flight and in line at once, how late they begin, and how
/// many come to their end a second.
///
/// The latter is taken from when a twentieth of all had ended until nineteen twentieths had. Whatever an answer takes, it
/// delays the first end as much as the last, so that a server that keeps up ends as many a second as arrive; one that cannot
/// ends as many as it is able to, and the others are a backlog that grows. The time before the first answers and after the
/// last arrivals would make a short load look slower than it was.
///
/// Thread: any, several at once. Errors: none.
class ArrivalTally final
{
    Q_DISABLE_COPY_MOVE(ArrivalTally)

public:
    /// `planned`: how many are due in all.
    ArrivalTally(double perSecond, int planned);

    /// One is due since `lateness`; `waits` for a connection, or begins at once.
    void told(std::chrono::microseconds lateness, bool waits);
    /// One begins `delay` after it was due; `hasWaited`: as told.
    void begun(std::chrono::microseconds delay, bool hasWaited);
    void ended(base::Steady now);
    /// The time for beginning any is over: those in line are dropped, and those that nobody looked at in time.
    void dropped(int inLine, int unseen);

    [[nodiscard]] Arrivals arrivals() const;

private:
    mutable std::mutex m_mutex;
    Arrivals m_arrivals;
    int m_firstMark; ///< Ends are counted from this one on …
    int m_lastMark; ///< … up to this.
    int m_inFlight = 0;
    int m_inLine = 0;
    int m_ended = 0;
    int m_lastCounted = 0;
    base::Steady m_firstAt;
    base::Steady m_lastAt; ///< Of the end m_lastCounted.
};

} // namespace transfer
