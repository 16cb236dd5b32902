// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/pollset.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>

namespace net {
namespace {

quint32 toEpoll(quint32 interest)
{
    quint32 events = 0;
    if (interest & PollSet::Read)
        events |= EPOLLIN;
    if (interest & PollSet::Write)
        events |= EPOLLOUT;
    return events;
}

} // namespace

PollSet::PollSet()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

PollSet::~PollSet()
{
    if (m_epoll >= 0)
        ::close(m_epoll);
}

void PollSet::setInterest(int socket, quint32 interest)
{
    Entry &entry = m_entries[socket];
    entry.wanted = interest;
    if (interest != None && !entry.isDirty && entry.wanted != entry.applied) {
        entry.isDirty = true;
        m_dirty.push_back(socket);
    }
}

void PollSet::forget(int socket)
{
    const auto entry = m_entries.constFind(socket);
    if (entry == m_entries.cend())
        return;
    if (entry->applied != None)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
    m_entries.erase(entry);
}

void PollSet::flush()
{
    for (const int socket : m_dirty) {
        const auto entry = m_entries.find(socket);
        if (entry == m_entries.end())
            continue;
        entry->isDirty = false;
        if (entry->wanted == None || entry->wanted == entry->applied)
            continue;
        epoll_event event{};
        event.events = toEpoll(entry->wanted);
        event.data.fd = socket;
        const bool isNew = entry->applied == None;
        const int failed = ::epoll_ctl(m_epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event);
        // Another socket of the same number: the kernel forgot the first when that was closed.
        if (failed != 0 && !isNew && errno == ENOENT)
            ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
        entry->applied = entry->wanted;
    }
    m_dirty.clear();
}

bool PollSet::isWanted(int socket)
{
    const auto entry = m_entries.find(socket);
    if (entry == m_entries.end())
        return false;
    if (entry->wanted != None)
        return true;
    // An idle connection stirs - the server closes it, as a rule. Whoever takes it next will notice; until
    // then it would wake us for ever.
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
    m_entries.erase(entry);
    return false;
}

const std::vector<PollSet::Event> &PollSet::poll(std::chrono::milliseconds wait)
{
    flush();
    std::array<epoll_event, 256> ready{};
    const int count
        = ::epoll_wait(m_epoll, ready.data(), static_cast<int>(ready.size()), static_cast<int>(wait.count()));
    m_events.clear();
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = ready[static_cast<size_t>(i)];
        if (!isWanted(event.data.fd))
            continue;
        quint32 interest = None;
        if (event.events & (EPOLLERR | EPOLLHUP))
            interest = Read | Write;
        if (event.events & EPOLLIN)
            interest |= Read;
        if (event.events & EPOLLOUT)
            interest |= Write;
        m_events.push_back({event.data.fd, interest});
    }
    return m_events;
}

} // namespace net
