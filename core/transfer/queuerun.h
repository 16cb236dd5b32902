// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/uploadrecord.h"

namespace transfer {

/// One run of the queue: from the first upload that is under way until none waits or is under way. It counts what happened
/// since, so that uploads that were finished long before do not make a new run look nearly done. A value; no thread.
class QueueRun final
{
public:
    enum class Change {
        None,
        Began,
        Ended,
    };
    /// With each of the queue's totals, in their order.
    Change update(const QueueTotals &totals, base::Steady now);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Of the bytes, or of the files if those have none; 0 to 1.
    [[nodiscard]] double share() const;
    [[nodiscard]] base::Steady::duration length() const { return m_now - m_began; }
    [[nodiscard]] qint64 done() const { return m_last.done - m_first.done; }
    [[nodiscard]] qint64 failed() const { return m_last.failed - m_first.failed; }
    [[nodiscard]] qint64 bytes() const { return m_last.bytesDone - m_first.bytesDone; }

private:
    bool m_isOn = false;
    QueueTotals m_idle; ///< The last ones of before.
    QueueTotals m_first;
    QueueTotals m_last;
    base::Steady m_began{};
    base::Steady m_now{};
};

} // namespace transfer
