// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/uploadrun.h"

#include "app/tidemark-cli/output.h"
#include "core/base/format.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"
#include "core/session/besidewatch.h"

namespace cli {
namespace {

using namespace std::chrono_literals;

constexpr auto archivePatience = 5s; // two attempts at writing it
constexpr auto justSent = 100ms; // a small file is sent, and told to be, within that
constexpr auto grace = 900ms; // for the answers
constexpr qsizetype mostServersNamed = 3;
constexpr auto answerPatience = 2s; // beyond the beats of the readings after the last upload
constexpr auto localPatience = 10s; // a folder may be large

QString count(qint64 files)
{
    return base::formatCount(static_cast<double>(files))
        + (files == 1 ? QStringLiteral(" file") : QStringLiteral(" files"));
}

/// One address may have several queues, which only what is not kept of them tells apart.
QString nameOf(const session::UnfinishedUploads &uploads)
{
    return uploads.isNamesake ? uploads.server + QStringLiteral(" with another query, method or form")
                              : uploads.server;
}

QString notReadToTheEnd(bool isKept)
{
    return isKept ? QStringLiteral(
               "interrupted before all folders were read to their end: what was not found there yet "
               "is not in the archive; name them again, with --resume")
                  : QStringLiteral("interrupted before all folders were read to their end");
}

} // namespace

UploadRun::UploadRun(const Context &context, UploadPlan plan)
    : m_plan(std::move(plan))
    , m_output(context.output)
    , m_session(context.manager, context.clock)
    , m_progress(context.output, context.clock)
    , m_patience(context.clock.makeTimer([this] { m_phase == Phase::Before ? upload() : finish(false); }))
    , m_archivePatience(context.clock.makeTimer([this] { endUnkept(); }))
    , m_stopStep(context.clock.makeTimer([this] { stop(); }))
{
    connect(&m_session, &session::Session::discovered, this, &UploadRun::onDiscovered);
    connect(&m_session, &session::Session::scraped, this, &UploadRun::onScraped);
    connect(&m_session, &session::Session::drained, this, &UploadRun::onDrained);
    connect(&m_session, &session::Session::marked, this,
            [&output = context.output](const session::Mark &mark) {
                const bool isBeside = !mark.source.isEmpty()
                    && (mark.kind == session::MarkKind::Lost || mark.kind == session::MarkKind::Recovered);
                if (mark.kind == session::MarkKind::Paused || isBeside)
                    output.note(report::markText(mark));
            });
    connect(&m_session, &session::Session::alertRaised, this,
            [&output = context.output](const session::Alert &alert) {
                output.note(QStringLiteral("alert: ") + report::printable(session::alertText(alert)));
            });
    connect(&m_session, &session::Session::alertCleared, this,
            [&output = context.output](const session::Alert &alert) {
                output.note(QStringLiteral("alert over: ") + report::printable(session::alertText(alert)));
            });
    connectBeside();
    connect(&m_session, &session::Session::walking, this, [this](const session::WalkProgress &walk) {
        if (!walk.isOver()) {
            m_progress.setPhase(
                QStringLiteral("looking through %1: %2 files")
                    .arg(report::printable(walk.folder), base::formatCount(static_cast<double>(walk.files))));
        }
    });
    connect(&m_session, &session::Session::passedOver, this, &UploadRun::tellPassedOver);
    connect(&m_session, &session::Session::uploadsChanged, this, &UploadRun::onUploadsChanged);
    connect(&m_session, &session::Session::restored, this, &UploadRun::onRestored);
    connect(&m_session, &session::Session::archiveFailed, this, &UploadRun::onArchiveFailed);
    connect(&m_session, &session::Session::archiveRecovered, this, [this] {
        m_unkept = {};
        m_archivePatience->stop();
    });
}

UploadRun::~UploadRun() = default;

void UploadRun::connectBeside()
{
    using session::BesideWatch;
    connect(&m_session.beside(), &BesideWatch::discovered, this,
            [this](const QString &name, const metrics::DiscoveryReport &report) {
                if (report.found())
                    return;
                m_beside.remove(name);
                onReadBeside(name, {});
            });
    connect(&m_session.beside(), &BesideWatch::scraped, this, &UploadRun::onReadBeside);
    connect(&m_session.beside(), &BesideWatch::missed, this,
            [this](const QString &name) { onReadBeside(name, {}); });
}

void UploadRun::start()
{
    m_session.useAllCores();
    m_session.setParallelLimit(m_plan.concurrency);
    m_session.setRateLimit(m_plan.rateLimit);
    m_session.setRetryPolicy(m_plan.retry);
    m_session.setFolderOptions(m_plan.folders);
    m_session.setAlerts(m_plan.alerts);
    if (!m_plan.archive.resume) // what comes back must not begin before it is time
        m_session.setTarget(m_plan.target);
    m_isReady = m_plan.archive.path.isEmpty();
    if (!m_isReady)
        m_session.keepIn(m_plan.archive);
    m_progress.setPhase(QStringLiteral("looking for metrics below ") + report::displayUrl(m_plan.watch.url));
    m_session.watch(m_plan.watch, m_plan.interval);
    for (const net::Endpoint &server : std::as_const(m_plan.watchAlso))
        m_beside.insert(session::BesideWatch::nameOf(server));
    for (const session::LocalSource &source : std::as_const(m_plan.local))
        m_beside.insert(source.name());
    m_unread = m_beside;
    m_session.beside().watch(m_plan.watchAlso, m_plan.interval);
    m_session.beside().watch(m_plan.local, m_plan.interval);
    m_patience->start(m_plan.patience);
}

// ---- Stopping --------------------------------------------------------------------------------------------

void UploadRun::interrupt()
{
    if (m_phase == Phase::Over || m_phase == Phase::Stopping)
        return;
    const bool isUploading = m_phase == Phase::Uploading;
    m_phase = Phase::Stopping;
    m_patience->stop();
    if (m_session.breakOffWalk())
        m_output.error(notReadToTheEnd(m_isKept));
    m_session.setRetryPolicy({});
    stopAll(transfer::UploadState::Waiting); // so that none takes the place of a running one
    if (isUploading)
        m_stopStep->start(justSent);
    else
        finish(true);
}

/// What is still being sent goes first; then, if it is not over by itself, what is not answered.
void UploadRun::stop()
{
    if (!std::exchange(m_isGraceOver, true)) {
        m_stopStep->start(grace);
        stopAll(transfer::UploadState::Sending);
        return;
    }
    finish(true);
}

/// What an archive keeps the next run goes on with: so the server must keep it, too.
void UploadRun::stopAll(transfer::UploadState state)
{
    if (m_isKept)
        m_session.breakOffIn(state);
    else
        m_session.cancelIn(state);
}

void UploadRun::stopAll()
{
    if (m_isKept)
        m_session.breakOffAll();
    else
        m_session.cancelAll();
}

void UploadRun::onUploadsChanged(const session::UploadBatch &batch)
{
    m_totals = batch.totals;
    m_progress.setTotals(batch.totals);
    if (m_unkept.kind != base::ErrorKind::None && !m_archivePatience->isActive())
        endUnkept();
}

// ---- The archive -----------------------------------------------------------------------------------------

void UploadRun::onRestored(const session::RestoredQueue &queue)
{
    m_isKept = true;
    if (m_phase == Phase::Stopping || m_phase == Phase::Over)
        return;
    if (!queue.setAside.isEmpty())
        m_output.error(
            QStringLiteral("warning: the archive was damaged; it is kept as %1, and a new one is begun")
                .arg(queue.setAside));
    else if (queue.wasEmptyFile)
        m_output.error(
            QStringLiteral("warning: the archive %1 was an empty file: if it held uploads once, they "
                           "are not known any more, and what is named is sent again")
                .arg(queue.path));
    if (queue.isPartial && m_plan.archive.resume && m_plan.paths.isEmpty())
        m_output.error(QStringLiteral(
            "warning: the last time not all folders were read to their end; what was not found "
            "there is not in the archive: name them again, with --resume"));
    if (queue.forgotten > 0)
        m_output.note(QStringLiteral("%1 of earlier uploads that were not done: forgotten")
                          .arg(count(queue.forgotten)));
    if (m_plan.archive.resume && queue.files == 0 && m_plan.paths.isEmpty()) {
        refuse(nothingToResume(queue));
        return;
    }
    if (!m_plan.archive.resume || queue.files == 0)
        tellElsewhere(queue);
    setReady();
}

/// Who resumes is told of the same address alone: with what comes to nothing there, another one was meant.
void UploadRun::tellElsewhere(const session::RestoredQueue &queue)
{
    qsizetype named = 0;
    for (const session::UnfinishedUploads &other : queue.elsewhere) {
        if (m_plan.archive.resume && !other.isNamesake)
            continue;
        if (named++ == mostServersNamed)
            break;
        const QString what = other.files == 1
            ? QStringLiteral("%1 of earlier uploads to %2 is not done and stays in the archive: "
                             "upload --resume --to that %3 goes on with it, --forget drops it")
            : QStringLiteral("%1 of earlier uploads to %2 are not done and stay in the archive: "
                             "upload --resume --to that %3 goes on with them, --forget drops them");
        m_output.note(what.arg(count(other.files), nameOf(other),
                               other.isNamesake
                                   ? QStringLiteral("address and with that query, method and form")
                                   : QStringLiteral("address")));
    }
}

base::Error UploadRun::nothingToResume(const session::RestoredQueue &queue) const
{
    QString message = QStringLiteral("the archive %1 holds no upload to %2; name files")
                          .arg(queue.path, m_plan.archive.server);
    QStringList others;
    for (const session::UnfinishedUploads &other :
         queue.elsewhere.first(std::min(queue.elsewhere.size(), mostServersNamed)))
        others << QStringLiteral("%1 (%2)").arg(nameOf(other), count(other.files));
    if (!others.isEmpty())
        message += QStringLiteral(", or as --to an address for which it holds some that are not done: ")
            + others.join(QStringLiteral(", "));
    return {base::ErrorKind::NotFound, message, 0, {}};
}

void UploadRun::onArchiveFailed(const base::Error &error)
{
    if (m_phase == Phase::Stopping || m_phase == Phase::Over)
        return;
    if (m_isReady) { // it could be used at first
        m_unkept = error;
        m_archivePatience->start(archivePatience);
    } else if (m_plan.needsArchive) {
        refuse(error);
    } else {
        m_output.note(QStringLiteral("this upload could not be resumed: ") + error.message);
        setReady();
    }
}

/// Nothing begins any more: finishes when nothing is under way, and says what that means.
void UploadRun::endUnkept()
{
    if (m_phase != Phase::Uploading || m_totals.running > 0)
        return;
    const session::UnkeptUploads unkept = m_session.flushArchive();
    if (unkept.reason.kind == base::ErrorKind::None) // just now: it will be told
        return;
    base::Error failure = unkept.reason;
    failure.message += QStringLiteral("; without it nothing more was begun, and %1 were not uploaded. ")
                           .arg(count(m_totals.waiting));
    failure.message += unkept.doneUnnoted > 0
        ? QStringLiteral(
              "%1 that the server has could not be noted either: the same command would send them again")
              .arg(count(unkept.doneUnnoted))
        : QStringLiteral("What was uploaded is noted: make room, and --resume goes on with the rest");
    if (unkept.unknown > 0)
        failure.message += QStringLiteral("; of that it does not know %1: name them again with it")
                               .arg(count(unkept.unknown));
    stopAll();
    finish(false, failure);
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
    m_isDiscovered = true;
    m_watching = report.found();
    goOnIfRead();
}

void UploadRun::onScraped(const session::ScrapeTick &tick)
{
    m_progress.setReading(tick.ok ? std::optional(tick.reading) : std::nullopt);
    if (!tick.ok)
        return;
    ++m_readings;
    goOnIfRead();
}

void UploadRun::onReadBeside(const QString &name, const std::optional<metrics::Reading> &reading)
{
    m_progress.setReading(name, reading);
    m_unread.remove(name);
    goOnIfRead();
}

bool UploadRun::isAllRead(int readings) const
{
    return (!m_watching || m_readings >= readings) && m_unread.isEmpty();
}

void UploadRun::goOnIfRead()
{
    if (m_phase == Phase::Before && m_isDiscovered && isAllRead(m_plan.readingsBefore))
        upload();
    else if (m_phase == Phase::After && isAllRead(m_plan.readingsAfter))
        finish(false);
}

void UploadRun::tellPassedOver(const session::PassedOver &what)
{
    QStringList parts;
    if (what.repeated > 0)
        parts << QStringLiteral("%1 named more than once: uploaded once").arg(count(what.repeated));
    if (what.links > 0)
        parts << QStringLiteral("%1 in folders: not followed%2")
                     .arg(base::formatCount(static_cast<double>(what.links))
                              + (what.links == 1 ? QStringLiteral(" symbolic link")
                                                 : QStringLiteral(" symbolic links")),
                          m_plan.folders.followsLinks ? QStringLiteral(", because they lead nowhere")
                                                      : QStringLiteral(" without --follow-links"));
    if (what.others > 0)
        parts << QStringLiteral("%1 in folders that are no files (pipes, sockets, devices): passed over")
                     .arg(base::formatCount(static_cast<double>(what.others)));
    if (what.own > 0)
        parts
            << QStringLiteral("%1 in folders that this run writes itself: not uploaded").arg(count(what.own));
    m_output.note(parts.join(QStringLiteral("; ")));
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
    if (m_phase == Phase::Stopping)
        finish(true);
    if (m_phase != Phase::Uploading)
        return;
    if (!m_watching && m_beside.isEmpty()) {
        finish(false);
        return;
    }
    m_phase = Phase::After;
    m_readings = 0;
    m_unread = m_beside;
    m_session.scrapeNow();
    m_patience->start(m_plan.interval * m_plan.readingsAfter
                      + (m_plan.local.isEmpty() ? answerPatience : localPatience));
}

void UploadRun::finish(bool interrupted, const base::Error &failure)
{
    m_phase = Phase::Over;
    m_patience->stop();
    m_stopStep->stop();
    m_archivePatience->stop();
    stopAll();
    m_progress.end();
    const session::UnkeptUploads unkept = m_session.flushArchive();
    if (unkept.doneUnnoted > 0 && failure.kind == base::ErrorKind::None)
        m_output.error(QStringLiteral("warning: --resume would send %1 again that the server has: %2")
                           .arg(count(unkept.doneUnnoted), unkept.reason.message));
    Q_EMIT finished(m_session.snapshot(QStringLiteral("upload")), interrupted, failure);
}

} // namespace cli
