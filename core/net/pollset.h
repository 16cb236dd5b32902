// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtGlobal>

#include <chrono>
#include <vector>

namespace net {

/// The sockets of one engine behind a single descriptor (Linux epoll), so that Qt's event loop watches one
/// file however many connections there are, and one wake-up serves all that are ready. With one
/// QSocketNotifier a connection, Qt polls all of them for every event: 198 connections cost 198 entries a
/// wake-up.
///
/// Interest is applied lazily, and giving it up only when the socket stirs: a connection that is released and
/// taken again - the usual case for kept-alive uploads - costs no system call.
class PollSet final
{
public:
    enum Interest : quint32 { None = 0, Read = 1, Write = 2 };
    struct Event
    {
        int socket = -1;
        quint32 ready = None; ///< Read | Write; both on error or hang-up, so that an answer is read before a
            ///< write fails.
    };

    PollSet();
    ~PollSet();
    Q_DISABLE_COPY_MOVE(PollSet)

    /// Readable when poll() would return something; -1 if the kernel refused.
    [[nodiscard]] int descriptor() const { return m_epoll; }
    void setInterest(int socket, quint32 interest);
    /// The socket is about to be closed; its number may come back as another connection.
    void forget(int socket);
    /// What is ready, or will be within that time; valid until the next call. At most 256 at a time.
    const std::vector<Event> &poll(std::chrono::milliseconds wait = {});
    /// Applies pending interest; must be called before the event loop waits on descriptor().
    void flush();

private:
    struct Entry
    {
        quint32 wanted = None;
        quint32 applied = None;
        bool isDirty = false;
    };
    bool isWanted(int socket);

    QHash<int, Entry> m_entries;
    std::vector<int> m_dirty;
    std::vector<Event> m_events;
    int m_epoll = -1;
};

} // namespace net
