// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/attemptevent.h"

#include <QThread>

#include <vector>

namespace transfer {

/// An UploadLane in a thread of its own, with a net::CurlAccessManager of its own. What happens there is told here in
/// batches, so that ten thousand uploads a second wake this thread a hundred times.
///
/// Thread: any one with an event loop. The line must outlive it. Destruction stops what runs, in silence, and waits for
/// the thread, which takes no longer than closing its connections.
class LaneThread final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneThread)

public:
    explicit LaneThread(UploadLine &line);
    ~LaneThread() override;

    /// As UploadLane's, but soon instead of at once.
    void pump();
    void cancel(Ticket ticket);
    void giveUp(Ticket ticket, Remains remains, const Farewell &farewell);

Q_SIGNALS:
    /// In the order in which they happened. The first after a pause and signs of strain at once, otherwise every 10 ms at
    /// most.
    void happened(const std::vector<transfer::AttemptEvent> &events);

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker; ///< Lives in m_thread, and is deleted there at its end.
};

} // namespace transfer
