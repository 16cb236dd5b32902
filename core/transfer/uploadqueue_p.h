// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/multipartform.h"
#include "core/transfer/recordstore.h"
#include "core/transfer/runninguploads.h"
#include "core/transfer/uploadqueue.h"

#include <optional>

namespace transfer {

// Signals are emitted last, or with every reference to records and runs looked up anew after them: their
// slots may call back into any function of the queue.
struct UploadQueue::Private
{
    Private(UploadQueue &queue, QNetworkAccessManager &networkManager, base::Clock &systemClock);

    [[nodiscard]] UploadRecord lookAt(const Item &item, qint64 nowMs) const;
    void schedulePump();
    void pump();
    void startNext(UploadId id);
    void begin(UploadId id, std::unique_ptr<StableFile> file);
    void onProgressed(RunningUploads::Run &run, qint64 sent);
    void onBodySent(UploadId id);
    void onFinished(UploadId id, const UploadJob::Outcome &outcome);
    void end(UploadId id, const UploadJob::Outcome &outcome);
    void refreshStale();
    void cancel(UploadId id);
    void retry(UploadId id);
    void fail(UploadId id, const base::Error &error);
    void scheduleDrained();
    void announce(UploadId id);
    [[nodiscard]] bool isIdle() const { return runs.size() == 0 && store.countIn(UploadState::Waiting) == 0; }
    [[nodiscard]] qint64 nowMs() const { return base::toUnixMs(clock.wallNow()); }

    UploadQueue &q;
    QNetworkAccessManager &manager;
    base::Clock &clock;
    std::optional<MultipartForm> form;
    RecordStore store;
    RunningUploads runs;
    std::unique_ptr<base::ClockTimer> staleTimer;
    int limit = 4;
    bool isHeld = false;
    bool isPumpScheduled = false;
    bool isPumping = false;
    bool isDrainedDue = false; ///< Something was added or retried since drained().
    bool isDrainedScheduled = false;
};

} // namespace transfer
