// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archivedrun.h"
#include "core/session/throttle.h"
#include "core/session/uploadchanges.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>

namespace transfer {
class UploadQueue;
struct UploadTarget;
} // namespace transfer

namespace session {

class Archive;

/// What came back from the archive, as a person is told of it.
struct RestoredQueue
{
    QString path; ///< Of the archive.
    QString server; ///< Where the uploads were going: an address as addressKept() says; empty: nowhere yet.
    QString setAside; ///< OpenedArchive::setAside
    bool wasEmptyFile = false; ///< OpenedArchive::wasEmptyFile
    QList<UnfinishedUploads> elsewhere; ///< OpenedArchive::elsewhere
    qint64 forgotten = 0; ///< OpenedArchive::forgotten
    qint64 files = 0; ///< All that came back …
    qint64 waiting = 0; ///< … and of them.
    qint64 paused = 0;
    qint64 interrupted = 0;
    bool isPartial = false; ///< Not all had been found yet that was to be added.

    bool operator==(const RestoredQueue &) const = default;
};

/// What an archive does not hold.
struct UnkeptUploads
{
    base::Error reason; ///< Kind None: it holds all.
    qint64 doneUnnoted
        = 0; ///< So many are done, and the log could not take that either: they would be sent again.
    qint64 unknown = 0; ///< So many it has never heard of.
};

/// Keeps an UploadQueue in an archive, and brings it back.
///
/// What is promised, whenever the program is killed:
///   - an outcome (done, failed, cancelled, paused) is in the archive 40 ms after the queue has it, sooner when little happens,
///     and before flush() returns. What is done comes back as done, and nothing sends it again;
///   - whatever had begun and whose outcome is not in the archive comes back as ErrorKind::Interrupted, and only a person, or
///     whoever asks to resume, sends it again: the server may have it. So the price of the 40 ms is a question, never a second
///     upload by itself. For that nothing begins before the archive knows it, and every beginning is in a log (BegunLog);
///   - additions, and where a resumable upload goes on, are in the archive after 40 ms, all else after 250 ms.
/// If the archive cannot be written - the disk is full -, nothing begins any more, because what became of it would be forgotten,
/// and it would be sent again; what is under way comes to its end, and what the server answers is in the log. Writing is tried
/// again every two seconds, and when it succeeds, all goes on.
///
/// Uploads that wait come back for the destination to which they were going: the address, and what destinationDetail() says
/// beside it. When another one is the target, they are paused: nobody said that it may have them.
///
/// Thread: the queue's. Ownership: the caller's; the queue and the clock outlive it, and the queue starts nothing any more
/// when it goes. Destruction writes what is not written, and waits for that.
class QueueKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueKeeper)

public:
    QueueKeeper(transfer::UploadQueue &queue, base::Clock &clock);
    ~QueueKeeper() override;

    /// Once, before anything is added. Leads to one of `restored` and `failed`; nothing may be added until then.
    void open(const ArchivePlan &plan);
    [[nodiscard]] bool isOpening() const { return m_archive && !m_isOpen; }

    /// Before the queue gets its new target.
    void setTarget(const transfer::UploadTarget &target);
    /// Whether paths were named of which not all is found yet: should the program end before it is, the archive knows.
    void setPartial(bool on);
    /// Whether a file is in the queue, or was done and is still the one that was sent; only with ArchivePlan::skipsKnown.
    [[nodiscard]] bool isKnown(const QString &path) const;
    /// Returns when the archive holds all of the queue as it is now, or cannot be written.
    UnkeptUploads flush();
    /// `failed` was told, and `recovered` was not: uploads begin all the same until then. Should the program end before that,
    /// those that wait come back as interrupted, and new ones not at all.
    void goOnUnkept();

Q_SIGNALS:
    /// The queue holds what the archive held.
    void restored(const session::RestoredQueue &queue);
    /// The archive cannot be opened, and the queue is kept in memory only; or it cannot be written any more, and nothing
    /// begins until `recovered`.
    void failed(const base::Error &error);
    void recovered();
    /// So many that wait were meant for `server`, which is not the present target; they are paused now.
    void heldBack(qint64 files, const QString &server);

private:
    struct KnownFile
    {
        qint64 bytes = -1;
        qint64 modifiedNs = 0; ///< UploadRecord::modifiedNs
        quint64 inode = 0; ///< UploadRecord::inode
        qint64 startedAtMs = 0;
        bool isDone = false;
    };
    /// Where uploads go, as an archive has it.
    struct Destination
    {
        QString server; ///< As addressKept() says; empty: nowhere yet.
        QByteArray fingerprint; ///< See fingerprintOf().

        bool operator==(const Destination &) const = default;
    };

    [[nodiscard]] Destination present() const { return {m_server, m_fingerprint}; }

    void connectQueue();
    void restore(OpenedArchive archive);
    [[nodiscard]] static bool isAsSent(const QString &path, const KnownFile &then);
    void learnFiles(const QList<transfer::UploadRecord> &records);
    void markChanged(transfer::UploadId id);
    void markUnderWay(transfer::UploadId id);
    void markResumable(const transfer::UploadRecord &record);
    void mindUnderWay();
    void commitLater();
    void commit();
    void send();
    void onWritten(const base::Error &error);
    void fail(const base::Error &error);
    void recover();
    /// Has the log take what is done, if the archive cannot.
    void note(const transfer::UploadRecord &record);
    QList<transfer::UploadRecord> unwritten();
    [[nodiscard]] UnkeptUploads unkept(const base::Error &reason);
    /// But not at once if it failed just now.
    void commitSoon();
    [[nodiscard]] bool isDirty() const;

    transfer::UploadQueue &m_queue;
    base::Clock &m_clock;
    ArchivePlan m_plan;
    std::unique_ptr<Archive> m_archive;
    UploadChanges m_changes;
    QSet<transfer::UploadId>
        m_underWay; ///< Those that began since the last `later`: most will have ended by the next.
    QHash<transfer::UploadId, QUrl>
        m_resumable; ///< Where those that are sent go on, as far as the archive was told.
    RunChanges m_rest; ///< What changed beside them; its `uploads` stay empty.
    std::deque<RunChanges> m_inFlight; ///< Given to the archive, not answered yet.
    QHash<QString, KnownFile> m_known; ///< By path.
    QString m_server; ///< The present target's …
    QByteArray m_detail; ///< … with what else says where it is …
    QByteArray m_fingerprint; ///< … of which an archive that is open gets this.
    QByteArray m_salt; ///< Of the archive.
    Destination m_restored; ///< Where what came back was going; empty once that is settled.
    transfer::UploadId m_lastRestored; ///< The last that came back; ids rise.
    Throttle m_soon;
    std::unique_ptr<base::ClockTimer> m_later;
    std::unique_ptr<base::ClockTimer> m_checkpoint;
    QSet<transfer::UploadId> m_noted; ///< While it fails: those that are done, and in the log.
    transfer::UploadId m_given; ///< The last one that the archive was to take.
    transfer::UploadId m_kept; ///< The last one that it knows.
    bool m_isPartial = false;
    bool m_isOpen = false;
    bool m_isFailing = false;
    bool m_goesOnUnkept = false; ///< While it fails.
};

} // namespace session

Q_DECLARE_METATYPE(session::RestoredQueue)
