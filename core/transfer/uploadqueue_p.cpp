// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue_p.h"

#include "core/base/handover.h"
#include "core/transfer/filestamp.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/uploadform.h"

#include <QCoreApplication>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::UploadQueue)
};

constexpr auto staleInterval = 500ms; // how often the rates of uploads that do not move fade

UploadState stateAfter(const UploadAttempt::Outcome &outcome, bool isTriedAgain)
{
    if (outcome.error.kind == ErrorKind::None)
        return UploadState::Done;
    if (outcome.error.kind == ErrorKind::Cancelled)
        return UploadState::Cancelled;
    return isTriedAgain ? UploadState::Waiting : UploadState::Failed;
}

} // namespace

UploadQueue::Private::Private(UploadQueue &queue, QNetworkAccessManager &networkManager,
                              base::Clock &systemClock)
    : q(queue)
    , clock(systemClock)
    , runs(systemClock)
    , guard(systemClock)
    , postponed(systemClock, [this](UploadId id) { return onDue(id); })
    , line(systemClock)
    , lane(line, networkManager, systemClock)
    , staleTimer(systemClock.makeTimer([this] { refreshStale(); }))
{
    connect(&guard, &ServerGuard::changed, &q, [this] { followGuard(); });
    connect(&lane, &UploadLane::happened, &q, [this](const AttemptEvent &event) { onEvent(event); });
}

// ---- Starting --------------------------------------------------------------------------------------------

UploadRecord UploadQueue::Private::lookAt(const Item &item, qint64 nowMs)
{
    UploadRecord record;
    record.path = absolutePath(item.path);
    record.name = item.name.isEmpty() ? fileNameOf(record.path) : printable(item.name);
    record.key = keys.next();
    record.relativePath = printable(item.relativePath);
    record.resume = item.resume;
    const base::Result<FileStamp> stamp = stampAt(toNativePath(record.path));
    if (stamp) {
        record.bytes = stamp->bytes;
    } else {
        record.state = UploadState::Failed;
        record.error = stamp.error();
        record.finishedAtMs = nowMs;
    }
    return record;
}

void UploadQueue::Private::setTarget(const UploadTarget &target)
{
    form = std::make_shared<const UploadForm>(target);
    line.setForm(form);
    claimAddresses();
    if (const QUrl its = target.endpoint.origin(); its != origin) {
        origin = its;
        budget.emplace(clock);
        repetitions.clear();
        succeededAt.reset();
        guard.reset();
        // Nothing of what waits has troubled this server yet. A slot may have cancelled some meanwhile.
        const QList<UploadId> waiting = postponed.ids();
        for (const UploadId id : waiting) {
            if (postponed.remove(id))
                tryAgain(id);
        }
    }
    schedulePump();
}

void UploadQueue::Private::claimAddresses()
{
    if (!form || form->method() != UploadMethod::Put)
        return;
    const QList<UploadId> ids = store.idsIn(UploadState::Done) + store.idsIn(UploadState::Sending)
        + store.idsIn(UploadState::Answering);
    for (const UploadId id : ids) {
        const UploadRecord &record = *store.find(id);
        const QUrl address = form->addressOf({record.name, id.value, record.key, record.relativePath},
                                             toNativePath(record.path));
        (void)line.addresses().claim(address, id, record.path);
    }
}

void UploadQueue::Private::enqueue(UploadId id, bool first)
{
    store.update(id, [this](UploadRecord &record) { record.queuedAtMs = nowMs(); });
    joinLine(id, first);
}

void UploadQueue::Private::joinLine(UploadId id, bool first)
{
    const UploadRecord &record = *store.find(id);
    store.setTicket(id,
                    line.append(id, record.path, record.name, record.key, record.attempts + 1, record.resume,
                                record.relativePath, first, record.bytes));
}

void UploadQueue::Private::schedulePump()
{
    if (isPumpScheduled)
        return;
    isPumpScheduled = true;
    const auto run = [this] {
        isPumpScheduled = false;
        pump();
    };
    QMetaObject::invokeMethod(&q, run, Qt::QueuedConnection);
}

void UploadQueue::Private::pump()
{
    if (line.limit() > 1 && line.size() > 1)
        startThreads();
    line.setStrained(false); // the guard knows
    for (const auto &thread : threads)
        thread->pump();
    lane.pump();
}

void UploadQueue::Private::startThreads()
{
    while (static_cast<int>(threads.size()) < threadsWanted) {
        threads.push_back(std::make_unique<LaneThread>(line));
        connect(threads.back().get(), &LaneThread::happened, &q, [this](const auto &events) {
            for (const AttemptEvent &event : events)
                onEvent(event);
        });
    }
    line.setLanes(1 + static_cast<int>(threads.size()));
}

// ---- Running ---------------------------------------------------------------------------------------------

void UploadQueue::Private::onEvent(const AttemptEvent &event)
{
    if (store.ticketOf(event.id) != event.ticket) { // cancelled since
        if (event.kind == AttemptEvent::Kind::Ended)
            schedulePump(); // its lane may be waiting for that
        return;
    }
    const UploadState state = store.find(event.id)->state;
    if (state == UploadState::Paused || state == UploadState::Cancelled) {
        onEventOfStopped(event);
        return;
    }
    switch (event.kind) {
    case AttemptEvent::Kind::Began:
        onBegan(event);
        break;
    case AttemptEvent::Kind::Resumable:
        onResumable(event);
        break;
    case AttemptEvent::Kind::Progressed:
        onProgressed(event);
        break;
    case AttemptEvent::Kind::BodySent:
        onBodySent(event.id);
        break;
    case AttemptEvent::Kind::Ended:
        onEnded(event);
        break;
    }
}

void UploadQueue::Private::onBegan(const AttemptEvent &event)
{
    if (runs.size() == 0)
        staleTimer->start(staleInterval);
    runs.add(event.id, event.at);
    guard.began();
    store.update(event.id, [&](UploadRecord &record) {
        takeBeginning(record, event);
        record.state = UploadState::Sending;
        record.bytesSent = 0;
        record.error = {};
        record.retryAtMs = 0;
    });
    if (store.find(event.id)->attempts == 1)
        budget->noteFirst();
    Q_EMIT q.attemptBegan(event.id);
    announce(event.id);
}

void UploadQueue::Private::takeBeginning(UploadRecord &record, const AttemptEvent &event)
{
    record.bytes = event.bytes;
    record.modifiedNs = event.file.modifiedNs;
    record.inode = event.file.inode;
    record.startedAtMs = event.timeMs;
    record.server = event.form->server();
    ++record.attempts;
}

void UploadQueue::Private::onResumable(const AttemptEvent &event)
{
    runs.skipTo(*runs.find(event.id), event.bytes);
    store.noteReached(event.id, event.bytes);
    store.update(event.id, [&](UploadRecord &record) {
        record.resume = event.resume;
        record.bytesSent = std::max(record.bytesSent, event.bytes);
    });
    announce(event.id);
}

void UploadQueue::Private::onProgressed(const AttemptEvent &event)
{
    RunningUploads::Run &run = *runs.find(event.id);
    const bool isWorthASignal = runs.advance(run, event.bytes);
    store.update(event.id, [&](UploadRecord &record) {
        record.bytesSent = event.bytes;
        record.bytesPerSecond = runs.rateOf(run);
    });
    if (isWorthASignal)
        announce(event.id);
}

void UploadQueue::Private::onBodySent(UploadId id)
{
    store.update(id, [](UploadRecord &record) { record.state = UploadState::Answering; });
    announce(id);
}

// A stalled upload reports nothing, and its rate would stand still with it.
void UploadQueue::Private::refreshStale()
{
    if (runs.size() == 0)
        return;
    staleTimer->start(staleInterval);
    for (const auto &[id, rate] : runs.takeStale()) {
        const UploadRecord *record = store.find(id);
        if (!record || !isRunning(record->state) || record->bytesPerSecond == rate)
            continue;
        store.update(id, [rate = rate](UploadRecord &stalled) { stalled.bytesPerSecond = rate; });
        announce(id);
    }
}

// ---- Ending ----------------------------------------------------------------------------------------------

void UploadQueue::Private::onEnded(const AttemptEvent &event)
{
    const RunningUploads::Run *run = runs.find(event.id);
    if (!run) {
        fail(event.id, event.outcome->error, event.timeMs);
        return;
    }
    const base::Steady begun = run->begin;
    const Error &error = event.outcome->error;
    const ServerGuard::Upload upload = seenByGuard(event);
    const Sequel sequel = sequelOf(event, begun, upload.isCut);
    if (sequel.wait)
        postpone(event.id, *sequel.wait);
    const bool wasRepetition = repetitions.erase(event.id.value) > 0;
    if (error.kind == ErrorKind::None)
        noteSuccess(wasRepetition);
    else if (sequel.wait)
        budget->noteFailure();
    if (sequel.isLeftAlone) {
        UploadAttempt::Outcome outcome = *event.outcome;
        outcome.error = leftAlone(error, *outcome.retryAfter);
        end(event.id, outcome, event.timeMs, event.at, event.form);
        guard.ended(outcome.error, begun, sequel.hold, upload);
    } else {
        end(event.id, *event.outcome, event.timeMs, event.at, event.form);
        guard.ended(error, begun, sequel.hold, upload);
    }
    if (sequel.wait && sequel.hold)
        waitWithServer(event.id, !sequel.isFree);
    if (ServerGuard::isStrain(error)) // its lane waits for that
        schedulePump();
    if (guard.state() == ServerGuard::State::HalfOpen)
        followGuard(); // one that began before the pause has ended
    if (policy.givesUp && guard.state() == ServerGuard::State::Open
        && (sequel.isLeftAlone || (guard.failedProbes() >= policy.attempts && !isBackSoon())))
        giveUp();
}

void UploadQueue::Private::takeOutcome(UploadRecord &record, const UploadAttempt::Outcome &outcome)
{
    record.bytesSent = outcome.bytesSent;
    record.httpStatus = outcome.httpStatus;
    record.serverMessage = outcome.serverMessage;
    record.error = outcome.error;
    record.timings = outcome.timings;
    record.sha256 = outcome.sha256;
}

void UploadQueue::Private::end(UploadId id, const UploadAttempt::Outcome &outcome, qint64 timeMs,
                               base::Steady at, const std::shared_ptr<const UploadForm> &sentWith)
{
    std::optional<RunningUploads::Run> run = runs.take(id);
    runs.advance(*run, outcome.bytesSent);
    if (outcome.error.kind != ErrorKind::Cancelled) // of that a lane may have told something else already
        store.setTicket(id, 0);
    store.update(id, [&](UploadRecord &record) {
        record.state = stateAfter(outcome, record.retryAtMs > 0);
        takeOutcome(record, outcome);
        record.bytesPerSecond = runs.meanRateOf(*run, at);
        record.finishedAtMs = isFinished(record.state) ? timeMs : 0;
        if (record.state == UploadState::Done)
            record.resume = {};
        else if (!record.resume.url.isEmpty())
            record.resume.given = outcome.given;
    });
    log.ended(*store.find(id), outcome, timeMs, sentWith);
    scheduleDrained();
    Q_EMIT q.attemptEnded(id);
    announce(id);
}

void UploadQueue::Private::fail(UploadId id, const Error &error, qint64 timeMs)
{
    store.setTicket(id, 0);
    store.update(id, [&](UploadRecord &record) {
        record.state = UploadState::Failed;
        record.error = error;
        record.finishedAtMs = timeMs;
        record.retryAtMs = 0;
    });
    scheduleDrained();
    announce(id);
}

void UploadQueue::Private::cancel(UploadId id, Remains remains)
{
    const UploadRecord *record = store.find(id);
    if (!record || isFinished(record->state))
        return;
    const Ticket ticket = store.ticketOf(id);
    const Farewell held = beginFarewell();
    const bool wasPaused = record->state == UploadState::Paused;
    if (wasPaused || postponed.remove(id) || line.withdraw(ticket)) {
        if (!wasPaused)
            store.setTicket(id, 0);
        if (remains == Remains::Discarded)
            lane.discard(record->resume, held);
        line.addresses().release({id}); // of an earlier attempt
    } else { // a lane has it, or had it, though perhaps it has not told so yet: its ticket stays, as that of a paused one
        line.forsake(ticket);
        for (const auto &thread : threads)
            thread->giveUp(ticket, remains, held);
        lane.giveUp(ticket, remains, held);
    }
    if (remains == Remains::Discarded)
        store.update(id, [](UploadRecord &discarded) { discarded.resume = {}; });
    UploadAttempt::Outcome outcome;
    outcome.error = {ErrorKind::Cancelled, Text::tr("the upload was cancelled"), 0, {}};
    if (isRunning(record->state)) {
        outcome.bytesSent = record->bytesSent;
        end(id, outcome, nowMs(), clock.now(), nullptr);
        return;
    }
    store.update(id, [&](UploadRecord &waiting) {
        waiting.state = UploadState::Cancelled;
        waiting.error = outcome.error;
        waiting.finishedAtMs = nowMs();
        waiting.retryAtMs = 0;
    });
    scheduleDrained();
    announce(id);
}

// Its last holder may be another thread, and may be gone only when the queue is being destroyed.
Farewell UploadQueue::Private::beginFarewell()
{
    Farewell held = farewell.lock();
    if (!held) {
        held = Farewell(static_cast<void *>(this),
                        [this](void *) { base::post(&q, [this] { scheduleDrained(); }); });
        farewell = held;
    }
    return held;
}

void UploadQueue::Private::cancelAll(Remains remains)
{
    // Waiting ones first, so that none of them takes the place of a running one.
    for (const UploadState state :
         {UploadState::Waiting, UploadState::Paused, UploadState::Sending, UploadState::Answering})
        cancelIn(state, remains);
}

void UploadQueue::Private::cancelIn(UploadState state, Remains remains)
{
    // A lane may have one that counts as waiting here: when that ends, it must not take the next one.
    line.setHeld(true);
    const Farewell held = beginFarewell(); // one for all
    const QList<UploadId> ids = store.idsIn(state);
    for (const UploadId id : ids)
        cancel(id, remains);
    followGuard(); // as held as it was
}

void UploadQueue::Private::retry(UploadId id)
{
    const UploadRecord *before = store.find(id);
    if (before && postponed.remove(id)) {
        tryAgain(id);
        return;
    }
    if (!before || !canRetry(before->state))
        return;
    UploadRecord fresh = lookAt({before->path, before->name, before->resume, before->relativePath}, nowMs());
    fresh.id = id;
    fresh.attempts = before->attempts;
    fresh.key = before->key;
    const Error error = std::exchange(fresh.error, {});
    fresh.state = UploadState::Waiting;
    fresh.finishedAtMs = 0;
    store.update(id, [&](UploadRecord &record) { record = fresh; });
    isDrainedDue = true;
    if (error.kind != ErrorKind::None) {
        fail(id, error, nowMs());
        return;
    }
    enqueue(id);
    schedulePump();
    announce(id);
}

void UploadQueue::Private::scheduleDrained()
{
    if (!isDrainedDue || isDrainedScheduled || !isIdle())
        return;
    isDrainedScheduled = true;
    const auto check = [this] {
        isDrainedScheduled = false;
        if (!isIdle() || !std::exchange(isDrainedDue, false))
            return;
        Q_EMIT q.drained();
    };
    QMetaObject::invokeMethod(&q, check, Qt::QueuedConnection);
}

// A slot of an earlier signal may have removed it.
void UploadQueue::Private::announce(UploadId id)
{
    if (store.find(id))
        Q_EMIT q.changed(id);
}

} // namespace transfer
