// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/acceptedlog.h"

#include <algorithm>

namespace session {

bool AcceptedLog::add(const transfer::UploadRecord &record)
{
    // By itself: what was cancelled may turn out to be done.
    if (record.state != transfer::UploadState::Done)
        return false;
    // They end about in the order in which they are told, so this is hardly ever far from the end. What is done stays as it
    // is: told again, it is found here.
    const Accepted accepted{std::max(record.finishedAtMs, record.startedAtMs), record.id};
    const auto place = std::ranges::lower_bound(m_accepted, accepted);
    if (place != m_accepted.end() && *place == accepted)
        return false;
    m_accepted.insert(place, accepted);
    if (m_accepted.size() > most)
        m_accepted.erase(m_accepted.begin(), m_accepted.begin() + most / 10);
    return true;
}

qint64 AcceptedLog::within(const base::TimeRange &range) const
{
    const auto from = std::ranges::lower_bound(m_accepted, range.fromMs, {}, &Accepted::timeMs);
    const auto to = std::ranges::upper_bound(m_accepted, range.toMs, {}, &Accepted::timeMs);
    return std::max<qint64>(0, to - from);
}

} // namespace session
