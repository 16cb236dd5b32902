// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadline.h"

#include <algorithm>
#include <tuple>

namespace transfer {

UploadLine::UploadLine(const base::Clock &clock)
    : m_rate(clock)
{
}

Ticket UploadLine::append(UploadId id, const QString &path, const QString &name, const QUuid &key,
                          int attempt, const ResumePoint &resume, const QString &relativePath, bool first,
                          qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    const Ticket ticket = ++m_last;
    Row &row = first ? m_first : m_line;
    row.emplace_hint(row.end(), ticket,
                     Waiting{ticket, id, path, name, key, attempt, resume, relativePath, bytes});
    return ticket;
}

bool UploadLine::withdraw(Ticket ticket)
{
    const std::scoped_lock lock(m_mutex);
    return m_line.erase(ticket) + m_first.erase(ticket) > 0;
}

void UploadLine::forsake(Ticket ticket)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_beingNoted, ticket);
}

void UploadLine::setForm(std::shared_ptr<const UploadForm> form)
{
    const std::scoped_lock lock(m_mutex);
    m_form = std::move(form);
}

std::shared_ptr<const UploadForm> UploadLine::form() const
{
    const std::scoped_lock lock(m_mutex);
    return m_form;
}

void UploadLine::setLimit(int limit)
{
    const std::scoped_lock lock(m_mutex);
    m_limit = std::max(limit, 1);
}

int UploadLine::limit() const
{
    const std::scoped_lock lock(m_mutex);
    return m_limit;
}

void UploadLine::setHeld(bool on)
{
    const std::scoped_lock lock(m_mutex);
    m_isHeld = on;
}

void UploadLine::setStrained(bool on)
{
    const std::scoped_lock lock(m_mutex);
    m_isStrained = on;
}

void UploadLine::setProbing(bool on)
{
    const std::scoped_lock lock(m_mutex);
    m_isProbing = on;
}

void UploadLine::setLanes(int lanes)
{
    const std::scoped_lock lock(m_mutex);
    m_lanes = std::max(lanes, 1);
}

qsizetype UploadLine::size() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<qsizetype>(m_first.size() + m_line.size());
}

int UploadLine::running() const
{
    const std::scoped_lock lock(m_mutex);
    return m_running;
}

void UploadLine::setJournal(AttemptJournal *journal)
{
    const std::scoped_lock lock(m_journalMutex);
    m_journal = journal;
}

void UploadLine::setKept(UploadId last)
{
    const std::scoped_lock lock(m_mutex);
    m_kept = last;
}

void UploadLine::settleJournal(qsizetype waiting)
{
    const std::scoped_lock lock(m_mutex, m_journalMutex);
    if (m_journal && m_running == 0 && static_cast<qsizetype>(m_first.size() + m_line.size()) == waiting)
        m_journal->forget();
}

void UploadLine::noteAnswered(UploadId id, int httpStatus, qint64 startedAtMs)
{
    const std::shared_lock lock(m_journalMutex);
    if (m_journal)
        (void)m_journal->answered(id, httpStatus, startedAtMs);
}

bool UploadLine::hasRoom(int running) const
{
    const int share = (m_limit + m_lanes - 1) / m_lanes;
    return !m_isHeld && !m_isStrained && m_form && m_running < m_limit && running < share;
}

std::optional<UploadLine::Taken> UploadLine::take(int running)
{
    std::unique_lock lock(m_mutex);
    if (!hasRoom(running))
        return {};
    Row &row = m_first.empty() ? m_line : m_first;
    const auto it = next();
    if (it == row.end() || it->second.id > m_kept)
        return {};
    auto node = row.extract(it);
    const Ticket ticket = node.key();
    ++m_running;
    m_beingNoted.push_back(ticket);
    Taken taken{{}, m_form};

    // Hand over hand: who holds the line and then takes the journal away knows that nothing begins without it.
    std::shared_lock journal(m_journalMutex);
    lock.unlock();
    const bool isNoted = !m_journal || m_journal->begins(node.mapped().id, node.mapped().attempt);
    journal.unlock();
    lock.lock();

    const bool isForsaken = std::erase(m_beingNoted, ticket) == 0;
    if (isNoted) {
        taken.upload = std::move(node.mapped());
        return taken;
    }
    --m_running;
    if (!isForsaken)
        row.insert(std::move(node));
    return {};
}

UploadLine::Row::iterator UploadLine::next()
{
    if (!m_first.empty())
        return m_first.begin();
    if (!m_isProbing)
        return m_line.begin();
    return std::ranges::min_element(m_line, {}, [this](const auto &waiting) {
        const Waiting &upload = waiting.second;
        return std::tuple(upload.id > m_kept, upload.attempt, upload.bytes);
    });
}

void UploadLine::release()
{
    const std::scoped_lock lock(m_mutex);
    --m_running;
    Q_ASSERT_X(m_running >= 0, "UploadLine::release", "more than were taken");
}

} // namespace transfer
