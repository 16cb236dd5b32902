// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/uploadrun.h"

#include "app/tidemark-cli/output.h"
#include "core/base/format.h"
#include "core/report/safetext.h"
#include "core/session/archiverows.h"

namespace cli {

UploadRun::UploadRun(const Context &context, UploadPlan plan)
    : m_plan(std::move(plan))
    , m_output(context.output)
    , m_session(context.manager, context.clock)
    , m_progress(context.output, context.clock)
    , m_patience(context.clock.makeTimer([this] { m_phase == Phase::Before ? upload() : finish(false); }))
{
    connect(&m_session, &session::Session::discovered, this, &UploadRun::onDiscovered);
    connect(&m_session, &session::Session::scraped, this, &UploadRun::onScraped);
    connect(&m_session, &session::Session::drained, this, &UploadRun::onDrained);
    connect(&m_session, &session::Session::marked, this,
            [&output = context.output](const session::Mark &mark) {
                if (mark.kind == session::MarkKind::Paused)
                    output.note(mark.text);
            });
    connect(&m_session, &session::Session::walking, this, [this](const session::WalkProgress &walk) {
        if (!walk.isOver()) {
            m_progress.setPhase(
                QStringLiteral("looking through %1: %2 files")
                    .arg(report::printable(walk.folder), base::formatCount(static_cast<double>(walk.files))));
        }
    });
    connect(&m_session, &session::Session::uploadsChanged, this,
            [this](const session::UploadBatch &batch) { m_progress.setTotals(batch.totals); });
    connect(&m_session, &session::Session::restored, this, &UploadRun::onRestored);
    connect(&m_session, &session::Session::archiveFailed, this, &UploadRun::onArchiveFailed);
}

UploadRun::~UploadRun() = default;

void UploadRun::start()
{
    m_session.useAllCores();
    m_session.setParallelLimit(m_plan.concurrency);
    m_session.setRateLimit(m_plan.rateLimit);
    m_session.setRetryPolicy(m_plan.retry);
    m_session.setFolderOptions(m_plan.folders);
    if (!m_plan.archive.resume) // what comes back must not begin before it is time
        m_session.setTarget(m_plan.target);
    m_isReady = m_plan.archive.path.isEmpty();
    if (!m_isReady)
        m_session.keepIn(m_plan.archive);
    m_progress.setPhase(QStringLiteral("looking for metrics below ") + report::displayUrl(m_plan.watch.url));
    m_session.watch(m_plan.watch, m_plan.interval);
    m_patience->start(m_plan.patience);
}

void UploadRun::interrupt()
{
    if (m_phase == Phase::Over)
        return;
    m_session.cancelAll();
    finish(true);
}

void UploadRun::onRestored(const session::RestoredQueue &queue)
{
    if (m_phase == Phase::Over)
        return;
    if (!queue.setAside.isEmpty())
        m_output.error(
            QStringLiteral("warning: the archive was damaged; it is kept as %1, and a new one is begun")
                .arg(queue.setAside));
    if (queue.forgotten > 0)
        m_output.note(QStringLiteral("%1 uploads of the last time were not over; they are forgotten now "
                                     "(--resume goes on with them)")
                          .arg(queue.forgotten));
    const QString server = session::addressKept(m_plan.target.endpoint.url);
    if (m_plan.archive.resume && !queue.server.isEmpty() && queue.server != server) {
        refuse(
            {base::ErrorKind::Malformed,
             QStringLiteral("the archive's uploads are for %1, not for %2; name another --archive, or upload "
                            "without --resume")
                 .arg(queue.server, server),
             0,
             {}});
        return;
    }
    if (queue.files == 0 && m_plan.paths.isEmpty()) {
        refuse({base::ErrorKind::NotFound,
                QStringLiteral("the archive %1 holds no upload; name files").arg(queue.path),
                0,
                {}});
        return;
    }
    setReady();
}

void UploadRun::onArchiveFailed(const base::Error &error)
{
    if (m_phase == Phase::Over)
        return;
    if (m_isReady) { // it could be used at first
        m_output.error(QStringLiteral("warning: a killed upload cannot be resumed now: ") + error.message);
    } else if (m_plan.needsArchive) {
        refuse(error);
    } else {
        m_output.note(QStringLiteral("this upload could not be resumed: ") + error.message);
        setReady();
    }
}

void UploadRun::setReady()
{
    m_isReady = true;
    if (m_phase == Phase::Uploading)
        begin();
}

void UploadRun::refuse(const base::Error &error)
{
    m_phase = Phase::Over;
    m_patience->stop();
    m_progress.end();
    Q_EMIT refused(error);
}

void UploadRun::onDiscovered(const metrics::DiscoveryReport &report)
{
    m_watching = report.found();
    if (!m_watching && m_phase == Phase::Before)
        upload();
}

void UploadRun::onScraped(const session::ScrapeTick &tick)
{
    m_progress.setReading(tick.ok ? std::optional(tick.reading) : std::nullopt);
    if (!tick.ok)
        return;
    ++m_readings;
    if (m_phase == Phase::Before && m_readings >= m_plan.readingsBefore)
        upload();
    else if (m_phase == Phase::After && m_readings >= m_plan.readingsAfter)
        finish(false);
}

void UploadRun::upload()
{
    m_phase = Phase::Uploading;
    m_patience->stop();
    m_progress.setPhase(QStringLiteral("looking at the files"));
    if (m_isReady)
        begin();
}

void UploadRun::begin()
{
    if (m_plan.archive.resume) {
        m_session.setTarget(m_plan.target);
        m_session.resumeAll();
    }
    m_session.addPaths(m_plan.paths);
}

void UploadRun::onDrained()
{
    if (m_phase != Phase::Uploading)
        return;
    if (!m_watching) {
        finish(false);
        return;
    }
    m_phase = Phase::After;
    m_readings = 0;
    m_session.scrapeNow();
    m_patience->start(m_plan.interval * m_plan.readingsAfter + std::chrono::seconds(2));
}

void UploadRun::finish(bool interrupted)
{
    m_phase = Phase::Over;
    m_patience->stop();
    m_progress.end();
    Q_EMIT finished(m_session.snapshot(QStringLiteral("upload")), interrupted);
}

} // namespace cli
