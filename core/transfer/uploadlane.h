// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/attemptevent.h"

#include <vector>

namespace transfer {

/// Makes the uploads of a line: takes the next one whenever there is room, and tells what becomes of it. After a sign of
/// strain (ServerGuard) no lane of the line takes one until the queue has heard of it.
///
/// Thread: that of its manager and clock, with an event loop; several lanes, each in a thread of its own, may take from
/// the same line. Line, manager and clock must outlive it. Destruction stops what runs in silence.
class UploadLane final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadLane)

public:
    UploadLane(UploadLine &line, QNetworkAccessManager &manager, base::Clock &clock);
    ~UploadLane() override;

    /// Takes what it may. Call it from the event loop when the line, its limit or its form has changed.
    void pump();
    /// Ends that attempt at once, in silence, if it is under way here. What the server has got of a resumable one stays.
    void cancel(Ticket ticket);
    /// The same for good; of Remains::Discarded see UploadAttempt::discard(). Its address is free again, unless the server
    /// has all of the file and may be about to store it.
    void giveUp(Ticket ticket, Remains remains, const Farewell &farewell);
    /// The same of one that is not under way: nobody will come back for what the server keeps there.
    void discard(const ResumePoint &remains, const Farewell &farewell);

Q_SIGNALS:
    /// From the event loop, or from within pump(). Every slot may call back.
    void happened(const transfer::AttemptEvent &event);

private:
    struct Attempt
    {
        Ticket ticket = 0;
        UploadId id;
        UploadAttempt *job = nullptr; ///< A child of this.
        std::shared_ptr<const UploadForm> form = nullptr;
        qint64 beganMs = 0; ///< Unix milliseconds.
        bool isSent = false; ///< The server has all of it.
    };

    void schedulePump();
    void hold(const Farewell &farewell, QNetworkReply *word);
    void start(const UploadLine::Taken &taken);
    void refuse(const UploadLine::Waiting &upload, const base::Error &error);
    [[nodiscard]] UploadAttempt *jobFor(const UploadForm &form);
    void follow(UploadAttempt *job);
    [[nodiscard]] Attempt &attemptOf(const UploadAttempt *job);
    void finish(UploadAttempt *job, const UploadAttempt::Outcome &outcome);
    [[nodiscard]] UploadAttempt *take(Ticket ticket); ///< In silence from now on; nullptr: it is not here.
    Attempt remove(const UploadAttempt *job); ///< Out of what is under way.
    [[nodiscard]] AttemptEvent event(AttemptEvent::Kind kind, const Attempt &attempt) const;

    UploadLine &m_line;
    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    std::vector<Attempt> m_running;
    /// Children of this that are over, for what comes next (UploadAttempt::suits()).
    std::vector<UploadAttempt *> m_idle;
    bool m_isPumping = false;
    bool m_isPumpScheduled = false;
};

} // namespace transfer
