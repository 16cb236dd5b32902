// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/ratelimit.h"
#include "core/transfer/retrypolicy.h"
#include "core/transfer/uploaddetails.h"
#include "core/transfer/uploadrecord.h"
#include "core/transfer/uploadtarget.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace transfer {

class AttemptJournal;

/// Which files are uploaded, in which order, how many at once. One UploadAttempt per attempt; what an attempt is, that
/// class knows; when there is one, only this class does.
///
/// With a RetryPolicy, uploads that failed for a reason that may pass are tried again by themselves, as far as the
/// RetryBudget of the server goes, and a ServerGuard lets fewer run, or none for a while, on a server that struggles.
/// Without one, the default, neither happens: a failure is final until somebody calls retry().
///
/// Thread: that of its manager and clock, with an event loop; see setThreads() for more. Ownership: the caller's; the
/// manager and the clock must outlive it. Destruction stops running uploads in silence.
/// Signals fire from the event loop or from within the call that causes them; every slot may call back into the queue.
class UploadQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadQueue)

public:
    UploadQueue(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~UploadQueue() override;

    /// For uploads that start from now on; running ones keep theirs. Nothing starts before there is a target. Two files of
    /// this queue never go to one address of UploadMethod::Put: the later one fails before anything is sent (AddressTaken),
    /// as long as the earlier one is in the queue, unless it was cancelled before the server had all of it.
    void setTarget(const UploadTarget &target);

    /// Appends files in the given order. `name` is what the server is told (default: the path's last part).
    /// A path that cannot be uploaded becomes a Failed record at once: FileMissing, FileUnreadable, NotAFile.
    /// `path` as QFile::decodeName() gives it; fromNativePath() tells even names apart that are not valid UTF-8.
    /// Uploads start from the event loop, never from within add().
    struct Item
    {
        QString path;
        QString name;
        ResumePoint resume = {}; ///< UploadRecord::resume of an upload that was broken off, to go on there.
        QString relativePath = {}; ///< See UploadRecord.
    };
    QList<UploadId> add(const QList<Item> &items);

    /// The most that the window lets a person choose, for a server or for now.
    static constexpr int largestParallelLimit = 200;
    /// At least 1, at first 4. Raising it starts more; lowering it lets running uploads finish.
    void setParallelLimit(int limit);
    [[nodiscard]] int parallelLimit() const;
    /// Further threads that make uploads, each with a net::CurlAccessManager of its own; at first 0. More of them make more
    /// of many small uploads. They are started when more than one upload waits and more than one may run, and stay.
    void setThreads(int count);
    /// For all uploads together, those included that run. At any time, and at once. At first none.
    void setRateLimit(const RateLimit::Setting &setting);
    /// For failures from now on. Off by default.
    void setRetryPolicy(const RetryPolicy &policy);
    /// While held nothing starts; what runs comes to its end. At first not held.
    void setHeld(bool on);

    /// The user's pause of the whole queue, beside what holds it otherwise: running uploads come to their end, and none
    /// starts. At first not paused.
    void setPaused(bool on);
    [[nodiscard]] bool isPaused() const;
    /// Waiting → Paused. Sending → Paused: it is stopped, and begins again with its first byte when it is resumed, because
    /// a multipart POST cannot go on inside a file. Answering: comes to its end, because the server has the whole file. One
    /// that was stopped too late, because its answer was on its way already, becomes Done.
    void pause(UploadId id);
    /// Paused → Waiting, at the end of the queue.
    void resume(UploadId id);
    /// All of them, in queue order.
    void resumePaused();

    /// What an earlier queue held, with ids, order and states. Only before anything was added. What waits goes on waiting,
    /// for the target too. None may be Sending or Answering: see UploadState for what those have become.
    void restore(const QList<UploadRecord> &records);
    /// See AttemptJournal. Take it back with nullptr before it goes.
    void setJournal(AttemptJournal *journal);
    /// Uploads with larger ids do not begin yet; see UploadLine. At first all may.
    void setKept(UploadId last);
    /// Lets the journal forget, if nothing is under way. Call it when all records are kept as they are now.
    void settleJournal();

    /// Waiting, paused or running → Cancelled, at once. Ids that are neither are left alone; so are unknown ones. A server
    /// that keeps a part of it is told that nobody will come back for it. One whose answer had been read then, though the
    /// queue had not heard of it, becomes Done a moment later.
    void cancel(UploadId id);
    void cancelAll();
    /// All in that state; of one that was just begun, or just sent, the queue may not have heard yet.
    void cancelIn(UploadState state);
    /// The same, but what a server keeps stays there: retry(), in this queue or one that it is restored in, goes on with it.
    void breakOffAll();
    void breakOffIn(UploadState state);
    /// Failed or Cancelled → Waiting, at the end of the queue, with a fresh look at the file. One that waits for its next
    /// attempt need not wait any longer.
    void retry(UploadId id);
    /// All that failed, in queue order; not those that were cancelled.
    void retryAllFailed();
    /// Those of them that are ErrorKind::Interrupted.
    void retryInterrupted();
    /// All that is neither done nor under way - failed, cancelled, paused - in queue order.
    void resumeAll();
    /// Forgets Done, Failed and Cancelled records.
    void clearFinished();

    /// Nullptr if unknown. Valid until the next call that changes the queue.
    [[nodiscard]] const UploadRecord *find(UploadId id) const;
    /// See UploadDetails; of an unknown id nothing but the id. Without the command of curl, which is not known here.
    [[nodiscard]] UploadDetails details(UploadId id) const;
    /// How its last attempt was sent, as far as that is remembered (see AttemptLog), else how uploads are sent now.
    [[nodiscard]] UploadTarget targetOf(UploadId id) const;
    /// Copies, in the order in which they were added.
    [[nodiscard]] QList<UploadRecord> records() const;
    [[nodiscard]] qsizetype size() const;
    /// O(running uploads).
    [[nodiscard]] QueueTotals totals() const;
    /// Whether anything is on its way to a server, be it that the signals have not told of it yet.
    [[nodiscard]] bool isUnderWay() const;

Q_SIGNALS:
    /// New records [first, last], consecutive ids; of restored ones some in between may not exist. Followed by no `changed` for them unless they change again.
    void added(transfer::UploadId first, transfer::UploadId last);
    /// State, progress (at most ten times a second each) or error of one record. Read it with find().
    void changed(transfer::UploadId id);
    /// An attempt began, or ended in Done, Failed, Cancelled, Paused, or Waiting for the next; fires just before the `changed` of
    /// the same step.
    /// A file that vanished before its turn has no attempt: only `changed`, to Failed.
    void attemptBegan(transfer::UploadId id);
    void attemptEnded(transfer::UploadId id);
    void removed(const QList<transfer::UploadId> &ids);
    /// The server struggles: nothing starts for so long, then one upload tries whether it is well again. `reason` is the
    /// last failure.
    void paused(std::chrono::milliseconds time, const base::Error &reason);
    /// setPaused() changed something.
    void pausedChanged(bool on);
    /// The last waiting or running upload came to its end, or nothing of what was added or retried could start. Cancelled
    /// ones that the server had taken are Done by then; and a server that had to be told of what it keeps of one knows, or
    /// did not answer within two seconds.
    /// From the event loop, and only if that is still so then.
    void drained();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace transfer
