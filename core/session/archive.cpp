// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archive.h"

#include "core/base/handover.h"
#include "core/session/archivefile.h"
#include "core/session/destination.h"

#include <QStandardPaths>

namespace session {

// Everything but log() in the archive's thread; the file, too, is made and closed there.
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
    void write(const RunChanges &changes, qint64 failuresTold)
    {
        if (failuresTold == m_failures) {
            const auto done = m_file->write(m_run, changes);
            m_error = done ? base::Error() : done.error();
        }
        if (m_error.kind != base::ErrorKind::None)
            ++m_failures;
        tell([error = m_error](Archive &owner) {
            if (error.kind != base::ErrorKind::None)
                ++owner.m_failuresTold;
            Q_EMIT owner.written(error);
        });
    }
    void checkpoint() { m_file->checkpoint(); }
    [[nodiscard]] const base::Error &lastError() const { return m_error; }
    /// An orderly end: what is still under way in the archive is settled by the next one.
    void close() { m_file.reset(); }
    BegunLog &log() { return m_file->log(); }

private:
    base::Result<OpenedArchive> prepare(const ArchivePlan &plan, qint64 nowMs)
    {
        OpenedArchive archive;
        const auto setAside = m_file->open(plan.path);
        if (!setAside)
            return setAside.error();
        archive.setAside = *setAside;
        archive.wasEmptyFile = m_file->wasEmptyFile();
        archive.salt = m_file->salt();
        const QByteArray fingerprint = fingerprintOf(plan.detail, archive.salt);
        if (plan.forgets) {
            const auto forgotten = m_file->forget(plan.command, plan.server, fingerprint);
            if (!forgotten)
                return forgotten.error();
            archive.forgotten = *forgotten;
        }
        auto run = plan.resume ? m_file->takeUp(plan.command, plan.server, fingerprint) : ArchivedRun();
        if (run && run->id == 0)
            run = m_file->beginRun(plan.command, nowMs, plan.server, fingerprint);
        if (!run)
            return run.error();
        archive.run = *run;
        const auto elsewhere = m_file->unfinished(plan.command, run->id);
        if (!elsewhere)
            return elsewhere.error();
        archive.elsewhere = *elsewhere;
        const auto onFailure = [this](const base::Error &error) {
            tell([error](Archive &owner) { Q_EMIT owner.logFailed(error); });
        };
        if (const auto kept = m_file->keepLog(run->id, onFailure); !kept)
            return kept.error();
        return archive;
    }
    template <typename Tell>
    void tell(Tell what)
    {
        base::post(&m_owner, [&owner = m_owner, what = std::move(what)] { what(owner); });
    }

    Archive &m_owner;
    std::unique_ptr<ArchiveFile> m_file;
    qint64 m_run = 0;
    base::Error m_error; ///< Of the last write().
    qint64 m_failures = 0; ///< So many were answered with an error.
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
    base::post(m_worker.get(),
               [worker = m_worker.get(), changes, told = m_failuresTold] { worker->write(changes, told); });
}

void Archive::checkpoint()
{
    base::post(m_worker.get(), [worker = m_worker.get()] { worker->checkpoint(); });
}

base::Error Archive::wait()
{
    base::Error error;
    base::postAndWait(m_worker.get(), [worker = m_worker.get(), &error] { error = worker->lastError(); });
    return error;
}

BegunLog &Archive::log()
{
    return m_worker->log();
}

QString defaultArchivePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/archive.sqlite");
}

} // namespace session
