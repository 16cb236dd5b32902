// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/attemptlog.h"

#include "core/transfer/uploadform.h"

namespace transfer {

void AttemptLog::ended(const UploadRecord &record, const UploadAttempt::Outcome &outcome, qint64 timeMs,
                       std::shared_ptr<const UploadForm> form)
{
    Entry &entry = m_entries[record.id.value];
    entry.attempts.append({record.attempts, record.startedAtMs, timeMs, outcome.httpStatus, outcome.error});
    if (entry.attempts.size() > attemptsKept)
        entry.attempts.removeFirst();
    entry.request = outcome.request;
    entry.answerHeaders = outcome.answerHeaders;
    entry.form = std::move(form);

    ++entry.recent;
    m_recent.push_back(record.id);
    if (outcome.error.kind != base::ErrorKind::None && !std::exchange(entry.isFailed, true))
        m_failed.push_back(record.id);
    // The new one is at the end of both: it is not among those that go.
    trim(m_recent, recentKept);
    trim(m_failed, failedKept);
}

void AttemptLog::trim(std::deque<UploadId> &order, size_t kept)
{
    while (order.size() > kept) {
        const auto at = m_entries.find(order.front().value);
        order.pop_front();
        if (at == m_entries.end())
            continue;
        Entry &entry = at->second;
        if (&order == &m_recent)
            --entry.recent;
        else
            entry.isFailed = false;
        if (entry.recent == 0 && !entry.isFailed)
            m_entries.erase(at);
    }
}

void AttemptLog::forget(const QList<UploadId> &ids)
{
    for (const UploadId id : ids)
        m_entries.erase(id.value);
}

const UploadTarget *AttemptLog::targetOf(UploadId id) const
{
    const auto at = m_entries.find(id.value);
    return at != m_entries.end() && at->second.form ? &at->second.form->madeFrom() : nullptr;
}

UploadDetails AttemptLog::details(UploadId id) const
{
    UploadDetails details;
    details.id = id;
    const auto at = m_entries.find(id.value);
    if (at == m_entries.end())
        return details;
    const Entry &entry = at->second;
    details.attempts = entry.attempts;
    if (entry.request.operation != QNetworkAccessManager::UnknownOperation) {
        details.requestLine = net::requestLine(entry.request);
        details.requestHeaders = net::maskedHeaders(entry.request);
        details.answerHeaders = net::masked(entry.answerHeaders);
    }
    return details;
}

} // namespace transfer
