// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archive.h"

#include "core/base/handover.h"
#include "core/session/archivefile.h"

#include <QStandardPaths>

namespace session {

// Everything but journal() in the archive's thread; the file, too, is made and closed there.
class Archive::Worker final : public QObject
{
public:
    explicit Worker(Archive &owner)
        : m_owner(owner)
    {
    }

    void open(const ArchivePlan &plan, qint64 nowMs)
    {
        m_file = std::make_unique<ArchiveFile>();
        const base::Result<OpenedArchive> opened = prepare(plan, nowMs);
        if (!opened) {
            m_file.reset();
            tell([error = opened.error()](Archive &owner) { Q_EMIT owner.failed(error); });
            return;
        }
        m_run = opened->run.id;
        tell([archive = *opened](Archive &owner) { Q_EMIT owner.opened(archive); });
    }
    void write(const RunChanges &changes)
    {
        const auto done = m_file->write(m_run, changes);
        tell([error = done ? base::Error() : done.error()](Archive &owner) { Q_EMIT owner.written(error); });
    }
    /// An orderly end: what is still under way in the archive is settled by the next one.
    void close() { m_file.reset(); }
    BegunLog &log() { return m_log; }

private:
    base::Result<OpenedArchive> prepare(const ArchivePlan &plan, qint64 nowMs)
    {
        OpenedArchive archive;
        const auto setAside = m_file->open(plan.path);
        if (!setAside)
            return setAside.error();
        archive.setAside = *setAside;
        const auto last = plan.resume ? m_file->lastRun(plan.command) : ArchivedRun();
        if (!last)
            return last.error();
        archive.run = *last;
        if (archive.run.id == 0) {
            const auto unfinished = m_file->unfinished(plan.command);
            if (!unfinished)
                return unfinished.error();
            archive.forgotten = *unfinished;
            const auto begun = m_file->beginRun(plan.command, nowMs);
            if (!begun)
                return begun.error();
            archive.run = *begun;
        }
        if (const auto kept = m_file->keepLog(m_log, archive.run.id); !kept)
            return kept.error();
        return archive;
    }
    template <typename Tell>
    void tell(Tell what)
    {
        base::post(&m_owner, [&owner = m_owner, what = std::move(what)] { what(owner); });
    }

    Archive &m_owner;
    BegunLog m_log;
    std::unique_ptr<ArchiveFile> m_file;
    qint64 m_run = 0;
};

Archive::Archive(const ArchivePlan &plan, qint64 nowMs)
    : m_worker(std::make_unique<Worker>(*this))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("archive"));
    m_thread.start();
    base::post(m_worker.get(), [worker = m_worker.get(), plan, nowMs] { worker->open(plan, nowMs); });
}

Archive::~Archive()
{
    base::postAndWait(m_worker.get(), [worker = m_worker.get()] { worker->close(); });
    m_thread.quit();
    m_thread.wait();
}

void Archive::write(const RunChanges &changes)
{
    base::post(m_worker.get(), [worker = m_worker.get(), changes] { worker->write(changes); });
}

void Archive::wait()
{
    base::postAndWait(m_worker.get(), [] {});
}

transfer::AttemptJournal &Archive::journal()
{
    return m_worker->log();
}

QString defaultArchivePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/archive.sqlite");
}

} // namespace session
