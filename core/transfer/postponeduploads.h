// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/uploadrecord.h"

#include <map>

namespace transfer {

/// Uploads that wait for the time at which they may be tried again. Thread: the clock's.
class PostponedUploads final
{
public:
    /// `onDue` is called from the event loop, once for each, when its time has come.
    PostponedUploads(base::Clock &clock, std::function<void(UploadId)> onDue);

    void add(UploadId id, std::chrono::milliseconds wait);
    /// False: it is not here (any more).
    bool remove(UploadId id);
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_byTime.size()); }

private:
    void startTimer();
    void release();

    base::Clock &m_clock;
    std::function<void(UploadId)> m_onDue;
    std::unique_ptr<base::ClockTimer> m_timer;
    std::multimap<base::Steady, UploadId> m_byTime;
};

} // namespace transfer
