// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/queuekeeper.h"

#include "core/session/archive.h"
#include "core/session/archiverows.h"
#include "core/session/begunlog.h"
#include "core/session/destination.h"
#include "core/transfer/filestamp.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/uploadqueue.h"
#include "core/transfer/uploadtarget.h"

#include <limits>

namespace session {
namespace {

using transfer::UploadId;
using transfer::UploadQueue;
using transfer::UploadRecord;
using transfer::UploadState;
using namespace std::chrono_literals;

constexpr auto soon = 40ms; // of what a person is told
constexpr auto later = 250ms; // of the rest
constexpr auto nextTry = 2s;
constexpr auto checkpointInterval = 5s;
// So many are copied in a millisecond or two, and written in some twenty.
constexpr qsizetype batchLimit = 5'000;

/// Waiting → Paused; how many.
qint64 putOff(QList<UploadRecord> &records)
{
    qint64 count = 0;
    for (UploadRecord &record : records) {
        if (record.state != UploadState::Waiting)
            continue;
        record.state = UploadState::Paused;
        ++count;
    }
    return count;
}

} // namespace

QueueKeeper::QueueKeeper(UploadQueue &queue, base::Clock &clock)
    : m_queue(queue)
    , m_clock(clock)
    , m_soon(clock, soon, [this] { commit(); })
    , m_later(clock.makeTimer([this] {
        mindUnderWay();
        m_soon.request();
    }))
    , m_checkpoint(clock.makeTimer([this] { m_archive->checkpoint(); }))
{
}

QueueKeeper::~QueueKeeper()
{
    if (!m_isOpen)
        return;
    m_queue.setHeld(true); // what began now would be in no journal
    (void)flush();
    m_queue.setJournal(nullptr);
}

// ---- Bringing back ---------------------------------------------------------------------------------------

void QueueKeeper::open(const ArchivePlan &plan)
{
    Q_ASSERT_X(!m_archive && m_queue.size() == 0, "QueueKeeper::open", "too late");
    m_plan = plan;
    m_archive = std::make_unique<Archive>(plan, base::toUnixMs(m_clock.wallNow()));
    connect(m_archive.get(), &Archive::opened, this, &QueueKeeper::restore);
    connect(m_archive.get(), &Archive::failed, this, [this](const base::Error &error) {
        m_archive.release()->deleteLater(); // this is its signal
        Q_EMIT failed(error);
    });
    connect(m_archive.get(), &Archive::written, this, &QueueKeeper::onWritten);
    connect(m_archive.get(), &Archive::logFailed, this, &QueueKeeper::fail);
}

void QueueKeeper::restore(OpenedArchive archive)
{
    m_isOpen = true;
    ArchivedRun &run = archive.run;
    if (m_plan.skipsKnown)
        learnFiles(run.uploads);
    m_queue.setJournal(&m_archive->log());
    m_queue.setPaused(run.isPaused);
    m_isPartial = run.isPartial;
    m_salt = archive.salt;
    m_rest.fingerprint = m_fingerprint = fingerprintOf(m_detail, m_salt);
    const Destination before{run.server, run.fingerprint};
    const bool isElsewhere = !m_server.isEmpty() && !run.server.isEmpty() && present() != before;
    const qint64 held = isElsewhere ? putOff(run.uploads) : 0; // the target was set meanwhile
    m_restored = m_server.isEmpty() ? before : Destination();
    m_lastRestored = run.uploads.isEmpty() ? UploadId() : run.uploads.constLast().id;
    m_queue.restore(run.uploads);
    connectQueue();
    if (held > 0) {
        for (const UploadRecord &record : std::as_const(run.uploads))
            m_changes.changed(record.id);
        m_soon.request();
    }
    if (!m_rest.isEmpty())
        commitLater();
    const transfer::QueueTotals totals = m_queue.totals();
    Q_EMIT restored({m_plan.path, run.server, archive.setAside, archive.wasEmptyFile, archive.elsewhere,
                     archive.forgotten, totals.files, totals.waiting, totals.paused, totals.interrupted,
                     run.isPartial});
    if (held > 0)
        Q_EMIT heldBack(held, run.server);
}

void QueueKeeper::setTarget(const transfer::UploadTarget &target)
{
    const QString server = addressKept(target.endpoint.url);
    const QByteArray detail = destinationDetail(target);
    if (server == m_server && detail == m_detail)
        return;
    m_server = server;
    m_detail = detail;
    m_rest.server = server;
    if (!m_isOpen)
        return;
    m_rest.fingerprint = m_fingerprint = fingerprintOf(detail, m_salt);
    commitLater();
    const Destination before = std::exchange(m_restored, {});
    if (before.server.isEmpty() || before == present())
        return;
    qint64 files = 0;
    const QList<UploadRecord> records = m_queue.records();
    for (const UploadRecord &record : records) {
        if (record.id.value > m_lastRestored.value)
            break; // ids rise: from here on, what was added since, for whatever the target would be
        if (record.state != UploadState::Waiting)
            continue;
        m_queue.pause(record.id);
        ++files;
    }
    if (files > 0)
        Q_EMIT heldBack(files, before.server);
}

void QueueKeeper::learnFiles(const QList<UploadRecord> &records)
{
    m_known.reserve(records.size());
    // Older versions kept paths as they were given.
    for (const UploadRecord &record : records)
        m_known.insert(transfer::absolutePath(record.path),
                       {record.bytes, record.modifiedNs, record.inode, record.startedAtMs,
                        record.state == UploadState::Done});
}

bool QueueKeeper::isKnown(const QString &path) const
{
    const auto file = m_known.constFind(transfer::absolutePath(path));
    return file != m_known.constEnd() && (!file->isDone || isAsSent(file.key(), *file));
}

// The same inode with the same time is the same file, whatever else was done to that: a new mode or link. Another inode need
// not be another file: some file systems number theirs anew when they are mounted. But whoever puts a file in the place of
// another one, be it an older one, changes the inode of that; and so does whoever writes into one. The inode is not known of
// what older versions sent, and of what only the log told to be done.
bool QueueKeeper::isAsSent(const QString &path, const KnownFile &then)
{
    const QByteArray native = transfer::toNativePath(path);
    const auto now = transfer::stampAt(native);
    if (!now || now->bytes != then.bytes || (then.inode != 0 && now->modifiedNs != then.modifiedNs))
        return false;
    if (then.inode == now->inode)
        return true;
    const auto changed = transfer::inodeChangedNs(native);
    return changed && std::max(*changed, now->modifiedNs) / 1'000'000 < then.startedAtMs;
}

// ---- Keeping ---------------------------------------------------------------------------------------------

void QueueKeeper::connectQueue()
{
    connect(&m_queue, &UploadQueue::added, this, [this](UploadId first, UploadId last) {
        m_changes.added(first, last);
        commitSoon(); // they begin only then
    });
    connect(&m_queue, &UploadQueue::attemptBegan, this, &QueueKeeper::markUnderWay);
    connect(&m_queue, &UploadQueue::changed, this, &QueueKeeper::markChanged);
    connect(&m_queue, &UploadQueue::removed, this, [this](const QList<UploadId> &ids) {
        m_rest.removed += m_changes.removed(ids);
        commitLater();
    });
    connect(&m_queue, &UploadQueue::pausedChanged, this, [this](bool on) {
        m_rest.isPaused = on;
        commitSoon();
    });
    if (const QList<UploadRecord> records = m_queue.records(); !records.isEmpty()) {
        m_changes.added(records.first().id, records.last().id);
        m_changes.acknowledge();
        m_kept = m_given = records.last().id;
    }
    m_queue.setKept(m_kept);
}

void QueueKeeper::markChanged(UploadId id)
{
    const UploadRecord *record = m_queue.find(id);
    if (!record)
        return;
    if (record->state == UploadState::Sending) { // progress; attemptBegan told of its beginning
        markResumable(*record);
        return;
    }
    if (record->state == UploadState::Answering) {
        markUnderWay(id);
        return;
    }
    m_underWay.remove(id);
    m_resumable.remove(id);
    m_changes.changed(id);
    if (m_isFailing)
        note(*record);
    if (isFinished(record->state) || record->state == UploadState::Paused)
        commitSoon();
    else
        commitLater();
}

// Until the archive knows where it goes on, a kill costs all that was sent.
void QueueKeeper::markResumable(const UploadRecord &record)
{
    const auto known = m_resumable.constFind(record.id);
    if (record.resume.url.isEmpty() || (known != m_resumable.constEnd() && *known == record.resume.url))
        return;
    m_resumable.insert(record.id, record.resume.url);
    m_changes.changed(record.id);
    commitSoon();
}

// Its end is written in any case, and a small upload is over before anybody could ask: its row is written once, not twice.
void QueueKeeper::markUnderWay(UploadId id)
{
    m_underWay.insert(id);
    commitLater();
}

void QueueKeeper::mindUnderWay()
{
    for (const UploadId id : std::as_const(m_underWay))
        m_changes.changed(id);
    m_underWay.clear();
}

void QueueKeeper::commitSoon()
{
    if (!m_isFailing)
        m_soon.request();
}

void QueueKeeper::commitLater()
{
    if (!m_later->isActive())
        m_later->start(later);
}

bool QueueKeeper::isDirty() const
{
    return !m_changes.isEmpty() || !m_rest.isEmpty();
}

void QueueKeeper::commit()
{
    if (m_inFlight.empty() && (isDirty() || m_isFailing)) // otherwise what is in flight leads here again
        send();
}

void QueueKeeper::send()
{
    if (m_underWay.isEmpty())
        m_later->stop();
    RunChanges changes = std::exchange(m_rest, {});
    changes.uploads = m_changes.take(m_queue, batchLimit);
    if (changes.isPartial == false && !m_changes.isEmpty())
        m_rest.isPartial = std::exchange(changes.isPartial, std::nullopt); // with the last of what was found
    if (!changes.uploads.isEmpty()) // new ones come last
        m_given = std::max(m_given, changes.uploads.last().id);
    m_inFlight.push_back(changes);
    m_archive->write(changes);
}

void QueueKeeper::setPartial(bool on)
{
    if (!m_isOpen || std::exchange(m_isPartial, on) == on)
        return;
    m_rest.isPartial = on;
    commitSoon();
}

UnkeptUploads QueueKeeper::flush()
{
    if (!m_isOpen)
        return {};
    mindUnderWay();
    if (m_isFailing) // perhaps of the log alone: then there need not be anything to write
        send();
    while (isDirty())
        send();
    const base::Error error = m_archive->wait();
    return error.kind == base::ErrorKind::None ? UnkeptUploads() : unkept(error);
}

void QueueKeeper::onWritten(const base::Error &error)
{
    const RunChanges written = std::move(m_inFlight.front());
    m_inFlight.pop_front();
    if (error.kind != base::ErrorKind::None) {
        // Once more, in the state that they have by then; newer changes of the rest win.
        for (const UploadRecord &record : written.uploads)
            m_changes.changed(record.id);
        m_rest.removed = written.removed + m_rest.removed;
        if (!m_rest.server) {
            m_rest.server = written.server;
            m_rest.fingerprint = written.fingerprint;
        }
        m_rest.isPaused = m_rest.isPaused ? m_rest.isPaused : written.isPaused;
        m_rest.isPartial = m_rest.isPartial ? m_rest.isPartial : written.isPartial;
        fail(error);
        for (const UploadRecord &record : written.uploads)
            note(record);
        return;
    }
    if (!m_checkpoint->isActive())
        m_checkpoint->start(checkpointInterval);
    const bool isAll = !isDirty() && m_inFlight.empty();
    if (isDirty())
        m_soon.request();
    if (isAll && m_underWay.isEmpty())
        m_queue.settleJournal();
    if (m_isFailing) {
        if (isAll) // an earlier part of it may have failed
            recover();
    } else if (!written.uploads.isEmpty() && written.uploads.last().id > m_kept) {
        m_kept = written.uploads.last().id;
        m_queue.setKept(m_kept);
    }
}

// ---- When the archive cannot be written ------------------------------------------------------------------

void QueueKeeper::fail(const base::Error &error)
{
    m_later->start(nextTry);
    if (std::exchange(m_isFailing, true))
        return;
    m_queue.setKept(UploadId{});
    const QList<UploadRecord> records = unwritten();
    for (const UploadRecord &record : records)
        note(record);
    Q_EMIT failed(error);
}

void QueueKeeper::recover()
{
    m_isFailing = false;
    m_goesOnUnkept = false;
    m_noted.clear();
    m_kept = m_given;
    m_queue.setKept(m_kept);
    Q_EMIT recovered();
}

void QueueKeeper::note(const UploadRecord &record)
{
    if (record.state == UploadState::Done && !m_noted.contains(record.id)
        && m_archive->log().answered(record.id, record.httpStatus, record.startedAtMs))
        m_noted.insert(record.id);
}

QList<UploadRecord> QueueKeeper::unwritten()
{
    const QList<UploadRecord> records = m_changes.take(m_queue, std::numeric_limits<qsizetype>::max());
    for (const UploadRecord &record : records)
        m_changes.changed(record.id);
    return records;
}

void QueueKeeper::goOnUnkept()
{
    if (!m_isFailing || std::exchange(m_goesOnUnkept, true))
        return;
    m_archive->log().setUnkept();
    m_queue.setKept(UploadId{std::numeric_limits<quint64>::max()});
}

UnkeptUploads QueueKeeper::unkept(const base::Error &reason)
{
    QList<UploadRecord> records = unwritten();
    for (const RunChanges &changes : m_inFlight)
        records += changes.uploads;
    QSet<UploadId> lost;
    QSet<UploadId> unknown;
    for (const UploadRecord &record : std::as_const(records)) {
        note(record);
        if (record.state == UploadState::Done && !m_noted.contains(record.id))
            lost.insert(record.id);
        if (record.id > m_kept)
            unknown.insert(record.id);
    }
    return {reason, lost.size(), unknown.size()};
}

} // namespace session
