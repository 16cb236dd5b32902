// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/attemptlog.h"
#include "core/transfer/lanethread.h"
#include "core/transfer/postponeduploads.h"
#include "core/transfer/recordstore.h"
#include "core/transfer/retrybudget.h"
#include "core/transfer/runninguploads.h"
#include "core/transfer/serverguard.h"
#include "core/transfer/uploadlane.h"
#include "core/transfer/uploadqueue.h"
#include "core/transfer/uuidsource.h"

#include <optional>
#include <unordered_set>

namespace transfer {

//                 line                    lanes, one here and one in each further thread
//   add() ──► records │ waiting ──take()──► attempts ──events──► records ──► signals
//
// Signals are emitted last, or with every reference to records and runs looked up anew after them: their
// slots may call back into any function of the queue.
struct UploadQueue::Private
{
    Private(UploadQueue &queue, QNetworkAccessManager &networkManager, base::Clock &systemClock);

    [[nodiscard]] UploadRecord lookAt(const Item &item, qint64 nowMs);
    void setTarget(const UploadTarget &target);
    /// What is on the server keeps its address there.
    void claimAddresses();
    /// `first`: before all that are not.
    void enqueue(UploadId id, bool first = false);
    /// The same without a note of the time.
    void joinLine(UploadId id, bool first = false);
    void schedulePump();
    void pump();
    void startThreads();
    void onEvent(const AttemptEvent &event);
    void onBegan(const AttemptEvent &event);
    void onResumable(const AttemptEvent &event);
    void onProgressed(const AttemptEvent &event);
    void onBodySent(UploadId id);
    void onEnded(const AttemptEvent &event);
    // In uploadqueue_retry.cpp: what is tried again, and when.
    struct Sequel
    {
        std::optional<std::chrono::milliseconds> wait; ///< Until the next attempt; nothing: there is none.
        std::optional<std::chrono::milliseconds> hold; ///< Of all that goes to the server.
        bool isLeftAlone = false; ///< It wants that for longer than is waited.
        bool isFree = false; ///< The attempt costs none of those that the upload has.
    };
    [[nodiscard]] Sequel sequelOf(const AttemptEvent &event, base::Steady begun, bool isCut) const;
    [[nodiscard]] ServerGuard::Upload seenByGuard(const AttemptEvent &event) const;
    [[nodiscard]] base::Error leftAlone(base::Error error, std::chrono::seconds asked) const;
    void postpone(UploadId id, std::chrono::milliseconds wait);
    /// It waits with its server, which has named the time at which to come back; `first`: before all others.
    void waitWithServer(UploadId id, bool first);
    [[nodiscard]] std::chrono::milliseconds onDue(UploadId id);
    void noteSuccess(bool wasRepetition);
    /// The server has taken something not long ago: see RetryPolicy::comeback.
    [[nodiscard]] bool isBackSoon() const;
    void tryAgain(UploadId id);
    /// Lets the line follow what the guard and the person allow.
    void followGuard();
    void giveUp();

    static void takeBeginning(UploadRecord &record, const AttemptEvent &event);
    static void takeOutcome(UploadRecord &record, const UploadAttempt::Outcome &outcome);
    /// `sentWith`: see AttemptEvent::form.
    void end(UploadId id, const UploadAttempt::Outcome &outcome, qint64 timeMs, base::Steady at,
             const std::shared_ptr<const UploadForm> &sentWith);
    void fail(UploadId id, const base::Error &error, qint64 timeMs);
    void refreshStale();
    void cancel(UploadId id, Remains remains);
    void cancelIn(UploadState state, Remains remains);
    void cancelAll(Remains remains);
    [[nodiscard]] Farewell beginFarewell();
    /// Ends that attempt in whichever lane makes it.
    void stop(Ticket ticket);
    void retry(UploadId id);
    // In uploadqueue_pause.cpp: what is put off, and what comes back.
    void pause(UploadId id);
    void resume(UploadId id);
    void onEventOfStopped(const AttemptEvent &event);
    void restore(const QList<UploadRecord> &records);
    void scheduleDrained();
    void announce(UploadId id);
    [[nodiscard]] bool isIdle() const
    {
        return runs.size() == 0 && store.countIn(UploadState::Waiting) == 0 && farewell.expired();
    }
    [[nodiscard]] qint64 nowMs() const { return base::toUnixMs(clock.wallNow()); }

    UploadQueue &q;
    base::Clock &clock;
    RecordStore store;
    RunningUploads runs;
    AttemptLog log;
    std::shared_ptr<const UploadForm> form; ///< The present target's.
    UuidSource keys;
    RetryPolicy policy;
    std::optional<RetryBudget> budget; ///< The present server's.
    ServerGuard guard;
    PostponedUploads postponed;
    std::unordered_set<quint64> repetitions; ///< UploadId::value of those that the budget has counted.
    std::optional<base::Steady> succeededAt; ///< Last, at the present server.
    QUrl origin; ///< Of the present server.
    UploadLine line;
    UploadLane lane; ///< In this thread.
    std::vector<std::unique_ptr<LaneThread>> threads; ///< Gone before the line.
    int threadsWanted = 0;
    std::weak_ptr<void> farewell; ///< Held by the lanes: see Farewell.
    std::unique_ptr<base::ClockTimer> staleTimer;
    bool isHeld = false; ///< By a leak check.
    bool isPausedByUser = false;
    bool isPaused = false; ///< By the guard.
    base::Steady pauseTold; ///< Until when, as far as `paused` told.
    bool isPumpScheduled = false;
    bool isDrainedDue = false; ///< Something was added or retried since drained().
    bool isDrainedScheduled = false;
};

} // namespace transfer
