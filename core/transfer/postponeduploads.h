// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/uploadrecord.h"

#include <QList>

#include <map>
#include <unordered_map>

namespace transfer {

/// Uploads that wait for the time at which they may be tried again. Thread: the clock's.
class PostponedUploads final
{
public:
    /// `onDue` is called from the event loop when the time of one has come. It returns 0 if that one goes, else for how long
    /// it and those behind it have to wait on.
    using OnDue = std::function<std::chrono::milliseconds(UploadId)>;
    PostponedUploads(base::Clock &clock, OnDue onDue);

    void add(UploadId id, std::chrono::milliseconds wait);
    /// False: it is not here (any more).
    bool remove(UploadId id);
    /// In the order of their times.
    [[nodiscard]] QList<UploadId> ids() const;
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_byTime.size()); }

private:
    void startTimer();
    using ByTime = std::multimap<base::Steady, UploadId>;
    void release();

    base::Clock &m_clock;
    OnDue m_onDue;
    std::unique_ptr<base::ClockTimer> m_timer;
    ByTime m_byTime;
    std::unordered_map<quint64, ByTime::iterator> m_byId; ///< UploadId::value
};

} // namespace transfer
