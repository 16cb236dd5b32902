// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue_p.h"

namespace transfer {

void UploadQueue::Private::stop(Ticket ticket)
{
    for (const auto &thread : threads)
        thread->cancel(ticket);
    lane.cancel(ticket);
}

void UploadQueue::Private::pause(UploadId id)
{
    const UploadRecord *record = store.find(id);
    if (!record || !canPause(record->state))
        return;
    const bool wasSending = record->state == UploadState::Sending;
    if (wasSending) {
        // Its ticket stays: an end that a lane has told already, but that has not arrived here, is not to be lost.
        stop(store.ticketOf(id));
        (void)runs.take(id);
    } else if (postponed.remove(id) || line.withdraw(store.ticketOf(id))) {
        store.setTicket(id, 0);
    } else { // waiting by name only: a lane has it and will tell so at once, or it cannot begin now anyway
        return;
    }
    store.update(id, [](UploadRecord &paused) {
        paused.state = UploadState::Paused;
        paused.resume.given = -1; // nobody hears how far it was sent
        paused.bytesSent = 0;
        paused.bytesPerSecond = 0;
        paused.retryAtMs = 0;
    });
    scheduleDrained();
    if (wasSending)
        Q_EMIT q.attemptEnded(id);
    announce(id);
}

// What a lane told of it before it heard that it was to stop. What the server has then is done, whatever was wanted.
void UploadQueue::Private::onEventOfStopped(const AttemptEvent &event)
{
    switch (event.kind) {
    case AttemptEvent::Kind::Began:
        store.update(event.id, [&](UploadRecord &record) { takeBeginning(record, event); });
        return;
    case AttemptEvent::Kind::
        Resumable: // of one that was given up for good the server will say that it knows nothing of it
        store.update(event.id, [&](UploadRecord &record) { record.resume = event.resume; });
        announce(event.id);
        return;
    case AttemptEvent::Kind::Progressed:
    case AttemptEvent::Kind::BodySent:
        return;
    case AttemptEvent::Kind::Ended:
        break;
    }
    schedulePump();
    if (event.outcome->error.kind != base::ErrorKind::None)
        return; // it is to be started again in any case
    store.setTicket(event.id, 0);
    store.update(event.id, [&](UploadRecord &record) {
        record.state = UploadState::Done;
        takeOutcome(record, *event.outcome);
        record.finishedAtMs = event.timeMs;
        record.resume = {};
    });
    log.forget({event.id}); // there it was stopped
    log.ended(*store.find(event.id), *event.outcome, event.timeMs, event.form);
    announce(event.id);
}

void UploadQueue::Private::resume(UploadId id)
{
    const UploadRecord *record = store.find(id);
    if (!record || !canResume(record->state))
        return;
    store.update(id, [](UploadRecord &resumed) { resumed.state = UploadState::Waiting; });
    isDrainedDue = true;
    enqueue(id);
    schedulePump();
    announce(id);
}

void UploadQueue::Private::restore(const QList<UploadRecord> &records)
{
    Q_ASSERT_X(store.size() == 0, "UploadQueue::restore", "something was added before");
    if (records.isEmpty())
        return;
    for (UploadRecord record : records) {
        Q_ASSERT_X(!isRunning(record.state), "UploadQueue::restore", "nothing runs across an end");
        record.retryAtMs = 0;
        store.restore(record);
        if (record.state == UploadState::Waiting)
            joinLine(record.id);
    }
    claimAddresses();
    isDrainedDue = store.countIn(UploadState::Waiting) > 0;
    schedulePump();
    Q_EMIT q.added(records.first().id, records.last().id);
}

} // namespace transfer
