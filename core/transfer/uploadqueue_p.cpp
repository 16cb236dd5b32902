// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue_p.h"

#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"

#include <QDir>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;

constexpr auto staleInterval = 500ms; // how often the rates of uploads that do not move fade
// Opening files may be slow, and thousands may have vanished: after so many the event loop gets its turn.
constexpr int startsAtOnce = 256;

QString absolute(const QString &path)
{
    if (path.isEmpty() || path.startsWith(QLatin1Char('/')))
        return path;
    return QDir::cleanPath(QDir::currentPath() + QLatin1Char('/') + path);
}

} // namespace

UploadQueue::Private::Private(UploadQueue &queue, QNetworkAccessManager &networkManager,
                              base::Clock &systemClock)
    : q(queue)
    , manager(networkManager)
    , clock(systemClock)
    , runs(systemClock)
    , staleTimer(systemClock.makeTimer([this] { refreshStale(); }))
{
}

// ---- Starting --------------------------------------------------------------------------------------------

UploadRecord UploadQueue::Private::lookAt(const Item &item, qint64 nowMs) const
{
    UploadRecord record;
    record.path = absolute(item.path);
    record.name = item.name.isEmpty() ? fileNameOf(record.path) : printable(item.name);
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
    if (isPumping || !form)
        return;
    isPumping = true;
    for (int started = 0; !isHeld && runs.size() < limit; ++started) {
        if (started == startsAtOnce) {
            schedulePump();
            break;
        }
        const UploadId id = store.takeWaiting();
        if (!id.isValid())
            break;
        startNext(id);
    }
    isPumping = false;
}

void UploadQueue::Private::startNext(UploadId id)
{
    auto file = std::make_unique<StableFile>(store.find(id)->path);
    if (file->open(QIODevice::ReadOnly))
        begin(id, std::move(file));
    else
        fail(id, file->failure());
}

void UploadQueue::Private::begin(UploadId id, std::unique_ptr<StableFile> file)
{
    if (runs.size() == 0)
        staleTimer->start(staleInterval);
    RunningUploads::Run &run = runs.add(id, RunningUploads::Job(new UploadJob(manager, clock, &q)));
    UploadJob &job = *run.job;
    connect(&job, &UploadJob::progressed, &q, [this, &run](qint64 sent) { onProgressed(run, sent); });
    connect(&job, &UploadJob::bodySent, &q, [this, id] { onBodySent(id); });
    connect(&job, &UploadJob::finished, &q, [this, id](const auto &outcome) { onFinished(id, outcome); });

    store.update(id, [&](UploadRecord &record) {
        record.state = UploadState::Sending;
        record.bytes = file->size();
        record.startedAtMs = nowMs();
        ++record.attempts;
    });
    job.start(*form, std::move(file), store.find(id)->name);
    Q_EMIT q.attemptBegan(id);
    announce(id);
}

// ---- Running ---------------------------------------------------------------------------------------------

void UploadQueue::Private::onProgressed(RunningUploads::Run &run, qint64 sent)
{
    const bool isWorthASignal = runs.advance(run, sent);
    store.update(run.id, [&](UploadRecord &record) {
        record.bytesSent = sent;
        record.bytesPerSecond = runs.rateOf(run);
    });
    if (isWorthASignal)
        announce(run.id);
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

void UploadQueue::Private::onFinished(UploadId id, const UploadJob::Outcome &outcome)
{
    end(id, outcome);
    pump();
}

void UploadQueue::Private::end(UploadId id, const UploadJob::Outcome &outcome)
{
    const std::unique_ptr<RunningUploads::Run> run = runs.take(id);
    runs.advance(*run, outcome.bytesSent);
    store.update(id, [&](UploadRecord &record) {
        switch (outcome.error.kind) {
        case ErrorKind::None:
            record.state = UploadState::Done;
            break;
        case ErrorKind::Cancelled:
            record.state = UploadState::Cancelled;
            break;
        default:
            record.state = UploadState::Failed;
            break;
        }
        record.bytesSent = outcome.bytesSent;
        record.bytesPerSecond = runs.meanRateOf(*run);
        record.httpStatus = outcome.httpStatus;
        record.serverMessage = outcome.serverMessage;
        record.error = outcome.error;
        record.timings = outcome.timings;
        record.finishedAtMs = nowMs();
    });
    scheduleDrained();
    Q_EMIT q.attemptEnded(id);
    announce(id);
}

void UploadQueue::Private::fail(UploadId id, const Error &error)
{
    store.update(id, [&](UploadRecord &record) {
        record.state = UploadState::Failed;
        record.error = error;
        record.finishedAtMs = nowMs();
    });
    scheduleDrained();
    announce(id);
}

void UploadQueue::Private::cancel(UploadId id)
{
    const UploadRecord *record = store.find(id);
    if (!record || isFinished(record->state))
        return;
    UploadJob::Outcome outcome;
    outcome.error = {ErrorKind::Cancelled, QStringLiteral("the upload was cancelled"), 0, {}};
    if (isRunning(record->state)) {
        outcome.bytesSent = record->bytesSent;
        end(id, outcome);
        schedulePump();
        return;
    }
    store.update(id, [&](UploadRecord &waiting) {
        waiting.state = UploadState::Cancelled;
        waiting.error = outcome.error;
        waiting.finishedAtMs = nowMs();
    });
    scheduleDrained();
    announce(id);
}

void UploadQueue::Private::retry(UploadId id)
{
    const UploadRecord *before = store.find(id);
    if (!before || (before->state != UploadState::Failed && before->state != UploadState::Cancelled))
        return;
    UploadRecord fresh = lookAt({before->path, before->name}, nowMs());
    fresh.id = id;
    fresh.attempts = before->attempts;
    const Error error = std::exchange(fresh.error, {});
    fresh.state = UploadState::Waiting;
    fresh.finishedAtMs = 0;
    store.update(id, [&](UploadRecord &record) { record = fresh; });
    isDrainedDue = true;
    if (error.kind != ErrorKind::None) {
        fail(id, error);
        return;
    }
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
