// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/attemptlog.h"

#include "core/transfer/uploadform.h"

#include <QSet>

#include <algorithm>

namespace transfer {

void AttemptLog::ended(const UploadRecord &record, const UploadAttempt::Outcome &outcome, qint64 timeMs,
                       std::shared_ptr<const UploadForm> form)
{
    Entry entry = record.attempts > 1 ? takeOut(record.id) : Entry();
    entry.id = record.id;
    entry.attempts.append({record.attempts, record.startedAtMs, timeMs, outcome.httpStatus, outcome.error});
    if (entry.attempts.size() > attemptsKept)
        entry.attempts.removeFirst();
    entry.request = outcome.request;
    entry.answerHeaders = outcome.answerHeaders;
    entry.form = std::move(form);
    entry.hasFailed = entry.hasFailed || outcome.error.kind != base::ErrorKind::None;
    m_recent.push_back(std::move(entry));

    if (m_recent.size() <= recentKept)
        return;
    if (m_recent.front().hasFailed)
        m_failed.push_back(std::move(m_recent.front()));
    m_recent.pop_front();
    if (m_failed.size() > failedKept - recentKept)
        m_failed.pop_front();
}

const AttemptLog::Entry *AttemptLog::find(UploadId id) const
{
    for (const std::deque<Entry> *entries : {&m_recent, &m_failed}) {
        const auto at = std::find_if(entries->rbegin(), entries->rend(),
                                     [id](const Entry &entry) { return entry.id == id; });
        if (at != entries->rend())
            return &*at;
    }
    return nullptr;
}

AttemptLog::Entry AttemptLog::takeOut(UploadId id)
{
    for (std::deque<Entry> *entries : {&m_recent, &m_failed}) {
        const auto at = std::ranges::find(*entries, id, &Entry::id);
        if (at == entries->end())
            continue;
        Entry entry = std::move(*at);
        entries->erase(at);
        return entry;
    }
    return {};
}

void AttemptLog::forget(const QList<UploadId> &ids)
{
    const QSet<UploadId> gone(ids.cbegin(), ids.cend());
    const auto isGone = [&gone](const Entry &entry) { return gone.contains(entry.id); };
    std::erase_if(m_recent, isGone);
    std::erase_if(m_failed, isGone);
}

const UploadTarget *AttemptLog::targetOf(UploadId id) const
{
    const Entry *entry = find(id);
    return entry && entry->form ? &entry->form->madeFrom() : nullptr;
}

UploadDetails AttemptLog::details(UploadId id) const
{
    UploadDetails details;
    details.id = id;
    const Entry *entry = find(id);
    if (!entry)
        return details;
    details.attempts = entry->attempts;
    if (entry->request.operation != QNetworkAccessManager::UnknownOperation) {
        details.requestLine = net::requestLine(entry->request);
        details.requestHeaders = net::maskedHeaders(entry->request);
        details.answerHeaders = net::masked(entry->answerHeaders);
    }
    return details;
}

} // namespace transfer
