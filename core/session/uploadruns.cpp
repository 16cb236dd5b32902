// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/uploadruns.h"

#include "core/session/session.h"
#include "core/session/sessionpart.h"

#include <algorithm>

namespace session {

SharedSnapshot UploadRuns::moveTo(const QUrl &address)
{
    const QUrl former = std::exchange(m_address, address);
    return former.isEmpty() || former == address ? nullptr : end();
}

SharedSnapshot UploadRuns::clear(const QList<transfer::UploadRecord> &records)
{
    if (m_cleared.size() + records.size() > mostCleared)
        return end(); // while the queue still has them
    m_cleared += records;
    return nullptr;
}

SharedSnapshot UploadRuns::end()
{
    const SharedSnapshot all = m_session.snapshot(QStringLiteral("session"));
    const qint64 since = std::max(all->startedAtMs, std::exchange(m_sinceMs, all->finishedAtMs));
    SharedSnapshot run = partSince(*all, since, std::exchange(m_cleared, {}));
    return run->uploads.isEmpty() ? nullptr : run;
}

} // namespace session
