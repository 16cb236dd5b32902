// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue_p.h"

#include "core/transfer/uploadform.h"

#include <algorithm>

namespace transfer {

UploadQueue::UploadQueue(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, manager, clock))
{
}

UploadQueue::~UploadQueue() = default;

void UploadQueue::setTarget(const UploadTarget &target)
{
    d->setTarget(target);
}

QList<UploadId> UploadQueue::add(const QList<Item> &items)
{
    QList<UploadId> ids;
    if (items.isEmpty())
        return ids;
    ids.reserve(items.size());
    const qint64 nowMs = d->nowMs();
    for (const Item &item : items) {
        ids.append(d->store.append(d->lookAt(item, nowMs)));
        if (d->store.find(ids.last())->state == UploadState::Waiting)
            d->enqueue(ids.last());
    }
    d->isDrainedDue = true;
    d->schedulePump();
    d->scheduleDrained();
    Q_EMIT added(ids.first(), ids.last());
    return ids;
}

void UploadQueue::setParallelLimit(int limit)
{
    d->guard.setMost(limit);
}

void UploadQueue::setRateLimit(const RateLimit::Setting &setting)
{
    d->line.rate().set(setting);
}

void UploadQueue::setRetryPolicy(const RetryPolicy &policy)
{
    d->policy = policy;
    d->guard.setOn(policy.attempts > 0);
}

void UploadQueue::setHeld(bool on)
{
    d->isHeld = on;
    d->followGuard();
}

void UploadQueue::setPaused(bool on)
{
    if (d->isPausedByUser == on)
        return;
    d->isPausedByUser = on;
    d->followGuard();
    Q_EMIT pausedChanged(on);
}

bool UploadQueue::isPaused() const
{
    return d->isPausedByUser;
}

void UploadQueue::pause(UploadId id)
{
    d->pause(id);
}

void UploadQueue::resume(UploadId id)
{
    d->resume(id);
}

void UploadQueue::resumePaused()
{
    const QList<UploadId> ids = d->store.idsIn(UploadState::Paused);
    for (const UploadId id : ids)
        d->resume(id);
}

void UploadQueue::restore(const QList<UploadRecord> &records)
{
    d->restore(records);
}

void UploadQueue::setJournal(AttemptJournal *journal)
{
    d->line.setJournal(journal);
}

void UploadQueue::setKept(UploadId last)
{
    d->line.setKept(last);
    d->schedulePump();
}

void UploadQueue::settleJournal()
{
    if (d->runs.size() == 0)
        d->line.settleJournal(d->store.countIn(UploadState::Waiting) - d->postponed.size());
}

void UploadQueue::setThreads(int count)
{
    d->threadsWanted = std::max(count, 0);
}

int UploadQueue::parallelLimit() const
{
    return d->guard.most();
}

void UploadQueue::cancel(UploadId id)
{
    d->cancel(id, Remains::Discarded);
}

void UploadQueue::cancelAll()
{
    d->cancelAll(Remains::Discarded);
}

void UploadQueue::cancelIn(UploadState state)
{
    d->cancelIn(state, Remains::Discarded);
}

void UploadQueue::breakOffAll()
{
    d->cancelAll(Remains::Kept);
}

void UploadQueue::breakOffIn(UploadState state)
{
    d->cancelIn(state, Remains::Kept);
}

void UploadQueue::retry(UploadId id)
{
    d->retry(id);
}

void UploadQueue::retryAllFailed()
{
    const QList<UploadId> ids = d->store.idsIn(UploadState::Failed);
    for (const UploadId id : ids)
        d->retry(id);
}

void UploadQueue::retryInterrupted()
{
    const QList<UploadId> ids = d->store.idsIn(UploadState::Failed);
    for (const UploadId id : ids) {
        if (const UploadRecord *record = find(id); record && record->isInterrupted())
            d->retry(id);
    }
}

void UploadQueue::resumeAll()
{
    QList<UploadId> ids = d->store.idsIn(UploadState::Failed) + d->store.idsIn(UploadState::Cancelled)
        + d->store.idsIn(UploadState::Paused);
    std::ranges::sort(ids);
    for (const UploadId id : ids) {
        d->retry(id);
        d->resume(id);
    }
}

void UploadQueue::clearFinished()
{
    const QList<UploadId> ids = d->store.removeFinished();
    d->log.forget(ids);
    d->line.addresses().release(ids);
    if (!ids.isEmpty())
        Q_EMIT removed(ids);
}

const UploadRecord *UploadQueue::find(UploadId id) const
{
    return d->store.find(id);
}

UploadDetails UploadQueue::details(UploadId id) const
{
    return d->log.details(id);
}

UploadTarget UploadQueue::targetOf(UploadId id) const
{
    if (const UploadTarget *then = d->log.targetOf(id))
        return *then;
    return d->form ? d->form->madeFrom() : UploadTarget();
}

QList<UploadRecord> UploadQueue::records() const
{
    return d->store.records();
}

qsizetype UploadQueue::size() const
{
    return d->store.size();
}

bool UploadQueue::isUnderWay() const
{
    return d->line.running() > 0;
}

QueueTotals UploadQueue::totals() const
{
    QueueTotals totals = d->store.totals();
    totals.bytesPerSecond = d->runs.rate();
    totals.postponed = d->postponed.size();
    return totals;
}

} // namespace transfer
