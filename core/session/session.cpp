// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/experiment/audit.h"
#include "core/experiment/leakcheck.h"
#include "core/experiment/sweep.h"
#include "core/net/routewatch.h"
#include "core/net/tlsinspection.h"
#include "core/servers/curlupload.h"
#include "core/session/activitymeter.h"
#include "core/session/alertengine.h"
#include "core/session/besidewatch.h"
#include "core/session/experimentseat.h"
#include "core/session/pathintake.h"
#include "core/session/serverwatch.h"
#include "core/session/throttle.h"
#include "core/session/uploadchanges.h"
#include "core/transfer/uploadqueue.h"

#include <QCoreApplication>
#include <QMetaMethod>
#include <QPointer>
#include <QThread>

#include <array>
#include <functional>

namespace session {

using transfer::UploadId;
using transfer::UploadQueue;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Session)
};

constexpr auto batchInterval = std::chrono::milliseconds(100);
// 100,000 files are shown within a second, and no batch keeps the window busy for long (tests/bench/window_bench).
constexpr qsizetype batchLimit = 12'500;
constexpr int mostLanes = 4; // more than any server on the same network takes

QString firstHopTo(const net::Endpoint &endpoint)
{
    if (!endpoint.transport.proxy.isEmpty())
        return endpoint.transport.proxy.host();
    // libcurl's list, of which it depends on the address which one counts.
    static constexpr std::array names{"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    const bool mayHaveProxy
        = std::ranges::any_of(names, [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
    return mayHaveProxy && !net::isLoopback(endpoint.url.host()) ? QString() : endpoint.url.host();
}
} // namespace

struct Session::Private
{
    Private(Session &session, QNetworkAccessManager &manager, base::Clock &theClock)
        : q(session)
        , network(manager)
        , clock(theClock)
        , startedAtMs(nowMs())
        , queue(manager, theClock)
        , keeper(queue, theClock)
        , meter(queue, theClock)
        , intake(theClock)
        , watch(manager, theClock)
        , beside(manager, theClock)
        , alerts(watch.series(), theClock)
        , seat(theClock)
        , profiles(manager, theClock)
        , tls(manager)
        , batches(theClock, batchInterval, [this] { sendBatch(); })
    {
        connectUploads();
        connectArchive();
        connectWatch();
        connectSeat();
        connectAlerts();
    }

    void connectUploads();
    void connectArchive();
    void connectWatch();
    void connectSeat();
    void connectAlerts();
    template <typename Experiment>
    void start(const typename Experiment::Plan &plan,
               void (Session::*progressed)(const typename Experiment::Progress &),
               void (Session::*finished)(const typename Experiment::Result &));
    void tellSeat() { seat.setUploadsRunning(queue.isUnderWay()); }
    void hold();
    void lookForServer();
    void sendBatch();
    void applyTarget();
    bool breakOffWalk();
    void cancelWalk();
    void conclude();
    void mark(const Mark &mark);
    [[nodiscard]] qint64 nowMs() const { return base::toUnixMs(clock.wallNow()); }
    [[nodiscard]] bool isIdle(const transfer::QueueTotals &totals) const
    {
        return !intake.isBusy() && totals.waiting == 0 && totals.running == 0;
    }

    Session &q;
    QNetworkAccessManager &network;
    base::Clock &clock;
    qint64 startedAtMs;
    std::optional<transfer::UploadTarget> target; ///< As set; what the queue has tells of folders, too.
    QUrl server;
    Timeline timeline;
    UploadQueue queue;
    QueueKeeper keeper; ///< Gone before the queue.
    ActivityMeter meter;
    PathIntake intake;
    ServerWatch watch;
    BesideWatch beside;
    AlertEngine alerts; ///< Gone before the history.
    ExperimentSeat seat;
    net::Endpoint watched;
    ProfileFetcher profiles;
    net::TlsInspection tls;
    UploadChanges changes;
    std::unique_ptr<net::RouteWatch> routes;
    QString firstHop; ///< The host that there has to be a way to; empty: who knows.
    bool isMeasuring = false;
    bool isOnline = true;
    bool maybeDrained = false; ///< Say so after the last batch, if it is still true then.
    Throttle batches;
};

void Session::Private::connectUploads()
{
    connect(&intake, &PathIntake::found, &q, [this](const QList<WalkedFile> &files) {
        QList<UploadQueue::Item> items;
        items.reserve(files.size());
        for (const WalkedFile &file : files) {
            if (!keeper.isKnown(file.path))
                items.append({file.path, file.name, {}, file.relativePath});
        }
        queue.add(items);
    });
    connect(&intake, &PathIntake::finished, &q, [this] {
        keeper.setPartial(false);
        conclude();
    });
    connect(&intake, &PathIntake::walking, &q, &Session::walking);
    connect(&intake, &PathIntake::passedOver, &q, &Session::passedOver);

    connect(&queue, &UploadQueue::added, &q, [this](UploadId first, UploadId last) {
        changes.added(first, last);
        batches.request();
    });
    connect(&queue, &UploadQueue::changed, &q, [this](UploadId id) {
        changes.changed(id);
        batches.request();
    });
    connect(&queue, &UploadQueue::removed, &q, [this](const QList<UploadId> &ids) {
        batches.request(); // The totals differ.
        if (const auto known = changes.removed(ids); !known.isEmpty())
            Q_EMIT q.uploadsRemoved(known);
    });
    connect(&queue, &UploadQueue::attemptBegan, &q, [this](UploadId id) {
        timeline.uploadBegan(nowMs());
        meter.began(id);
    });
    connect(&queue, &UploadQueue::attemptEnded, &q, [this](UploadId id) {
        timeline.uploadEnded(nowMs());
        meter.ended(id);
        if (const transfer::UploadRecord *record = queue.find(id))
            alerts.attemptEnded(*record);
        tellSeat();
    });
    connect(&queue, &UploadQueue::paused, &q,
            [this](std::chrono::milliseconds time, const base::Error &reason) {
                mark({nowMs(), MarkKind::Paused,
                      Text::tr("uploads paused for %1 s: %2")
                          .arg(QString::number(time.count() / 1000), reason.message)});
            });
    connect(&queue, &UploadQueue::drained, &q, [this] { conclude(); });
    connect(&meter, &ActivityMeter::measured, &q, [this](const Activity &activity) {
        timeline.addActivity(activity);
        Q_EMIT q.active(activity);
    });
}

void Session::Private::connectArchive()
{
    connect(&keeper, &QueueKeeper::restored, &q, [this](const RestoredQueue &restored) {
        intake.begin();
        if (intake.isBusy())
            keeper.setPartial(true);
        Q_EMIT q.restored(restored);
    });
    connect(&keeper, &QueueKeeper::failed, &q, [this](const base::Error &error) {
        intake.begin();
        Q_EMIT q.archiveFailed(error);
    });
    connect(&keeper, &QueueKeeper::recovered, &q, &Session::archiveRecovered);
    connect(&keeper, &QueueKeeper::heldBack, &q, &Session::uploadsHeldBack);
    connect(&queue, &UploadQueue::pausedChanged, &q, &Session::pausedChanged);
}

void Session::Private::connectWatch()
{
    connect(&watch, &ServerWatch::discovered, &q, [this](const metrics::DiscoveryReport &report) {
        profiles.setServer(watched, report);
        Q_EMIT q.discovered(report);
    });
    connect(&profiles, &ProfileFetcher::listed, &q, &Session::profilesListed);
    connect(&profiles, &ProfileFetcher::fetched, &q, &Session::profileFetched);
    connect(&tls, &net::TlsInspection::finished, &q, &Session::tlsInspected);
    connect(&watch, &ServerWatch::marked, &q, [this](const Mark &newMark) { mark(newMark); });
    connect(&beside, &BesideWatch::marked, &q, [this](const Mark &newMark) { mark(newMark); });
    connect(&watch, &ServerWatch::scraped, &q,
            [this](const metrics::Reading &reading, std::chrono::microseconds took) {
                Q_EMIT q.scraped({reading, true, reading.timeMs, took, {}});
            });
    connect(&watch, &ServerWatch::missed, &q, [this](qint64 timeMs, const QString &reason) {
        Q_EMIT q.scraped({{}, false, timeMs, {}, reason});
    });
}

void Session::Private::connectSeat()
{
    connect(&seat, &ExperimentSeat::held, &q, [this](bool on) {
        isMeasuring = on;
        hold();
        tellSeat();
    });
    connect(&watch, &ServerWatch::scraped, &seat, [this] { seat.countRequest(); });
    connect(&watch, &ServerWatch::missed, &seat, [this] { seat.countRequest(); });
}

template <typename Experiment>
void Session::Private::start(const typename Experiment::Plan &plan,
                             void (Session::*progressed)(const typename Experiment::Progress &),
                             void (Session::*finished)(const typename Experiment::Result &))
{
    using Run = RunOf<Experiment>;
    const typename Run::Listeners listeners{
        [this, progressed](const auto &now) {
            if constexpr (requires { now.traffic; }) // an audit sends what is odd, not what is much
                meter.loaded(now.traffic);
            Q_EMIT std::invoke(progressed, q, now);
        },
        [this, finished](const auto &result) {
            meter.loadEnded();
            Q_EMIT std::invoke(finished, q, result);
        }};
    seat.start(std::make_unique<Run>(network, clock, plan, listeners));
}

void Session::Private::connectAlerts()
{
    // In the history first: ServerWatch puts it there before it tells of it.
    connect(&watch, &ServerWatch::scraped, &alerts,
            [this](const metrics::Reading &reading) { alerts.read(reading); });
    connect(&watch, &ServerWatch::missed, &alerts, [this] { alerts.missed(); });
    connect(&watch, &ServerWatch::marked, &alerts, [this](const Mark &newMark) {
        if (newMark.kind == MarkKind::Restarted)
            alerts.forgetProcess();
    });
    connect(&alerts, &AlertEngine::marked, &q, [this](const Mark &newMark) { mark(newMark); });
    connect(&alerts, &AlertEngine::raised, &q, &Session::alertRaised);
    connect(&alerts, &AlertEngine::cleared, &q, &Session::alertCleared);
}

void Session::Private::hold()
{
    queue.setHeld(isMeasuring || !isOnline);
}

/// It is there, or on no network that this machine is on.
void Session::Private::lookForServer()
{
    if (!routes)
        return;
    const bool isThere = firstHop.isEmpty() || net::hasRouteTo(firstHop);
    if (std::exchange(isOnline, isThere) == isThere)
        return;
    mark({nowMs(), isThere ? MarkKind::Online : MarkKind::Offline, {}});
    hold();
}

void Session::Private::applyTarget()
{
    if (!target)
        return;
    transfer::UploadTarget whole = *target;
    if (intake.options().relativePath == FolderOptions::RelativePath::InField)
        whole.pathField = intake.options().field;
    queue.setTarget(whole);
}

bool Session::Private::breakOffWalk()
{
    if (!intake.cancel())
        return false;
    maybeDrained = true;
    batches.request();
    return true;
}

void Session::Private::cancelWalk()
{
    breakOffWalk();
    keeper.setPartial(false);
}

/// The queue, or the walk, came to its end; if the other one did as well, the uploads are over.
void Session::Private::conclude()
{
    if (intake.isBusy())
        return;
    if (isIdle(queue.totals())) {
        const QPointer<Session> self(&q);
        meter.hurry();
        if (self)
            alerts.evaluate();
        if (!self)
            return;
    }
    maybeDrained = true;
    batches.request();
    batches.flush(); // Who waits for the end shall not wait for the throttle.
}

void Session::Private::sendBatch()
{
    UploadBatch batch{changes.take(queue, batchLimit), queue.totals()};
    bool isDrained = false;
    if (changes.isEmpty())
        isDrained = std::exchange(maybeDrained, false) && isIdle(batch.totals);
    else
        batches.request();

    const QPointer<Session> self(&q);
    Q_EMIT q.uploadsChanged(batch);
    if (self && isDrained && isIdle(queue.totals())) // The slot may have added more.
        Q_EMIT q.drained();
}

void Session::Private::mark(const Mark &mark)
{
    timeline.addMark(mark);
    Q_EMIT q.marked(mark);
}

Session::Session(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, manager, clock))
{
}

Session::~Session() = default;

SharedSnapshot Session::snapshot(const QString &command) const
{
    (void)d->keeper.flush(); // no report tells of an outcome that could still be lost
    auto snapshot = std::make_shared<SessionSnapshot>();
    snapshot->command = command;
    snapshot->server = d->server;
    snapshot->watched = d->watch.url();
    snapshot->startedAtMs = d->startedAtMs;
    snapshot->finishedAtMs = d->nowMs();
    snapshot->discovery = d->watch.discovery();
    snapshot->series = d->watch.series();
    snapshot->beside = d->beside.frozen();
    snapshot->timeline = d->timeline;
    snapshot->uploads = d->queue.records();
    snapshot->totals = d->queue.totals();
    snapshot->scrapesOk = d->watch.scrapesOk();
    snapshot->scrapesMissed = d->watch.scrapesMissed();
    snapshot->lastMissReason = d->watch.lastMissReason();
    snapshot->programVersion = QStringLiteral(TIDEMARK_VERSION);
    snapshot->alertRules = d->alerts.rules();
    snapshot->alerts = d->alerts.alerts();
    return snapshot;
}

void Session::setTarget(const transfer::UploadTarget &target)
{
    d->server = target.endpoint.url.adjusted(QUrl::RemoveUserInfo);
    d->firstHop = firstHopTo(target.endpoint);
    d->lookForServer();
    d->keeper.setTarget(target);
    d->target = target;
    d->applyTarget();
}

void Session::watch(const net::Endpoint &endpoint, std::chrono::milliseconds interval)
{
    const bool isAnother = !d->watched.url.isEmpty() && d->watched.url != endpoint.url;
    d->watched = endpoint;
    d->profiles.setServer(endpoint, {});
    if (isAnother)
        d->alerts.forgetServer();
    else
        d->alerts.forgetProcess();
    Q_EMIT watchBegan();
    d->watch.start(endpoint, interval);
}

void Session::stopWatching()
{
    d->watch.stop();
    d->beside.stop();
}

void Session::scrapeNow()
{
    d->watch.scrapeNow();
    d->beside.readNow();
}

BesideWatch &Session::beside()
{
    return d->beside;
}

void Session::keepIn(const ArchivePlan &plan)
{
    d->keeper.open(plan);
}

void Session::goOnUnkept()
{
    d->keeper.goOnUnkept();
}

UnkeptUploads Session::flushArchive()
{
    return d->keeper.flush();
}

void Session::addPaths(const QStringList &paths)
{
    if (d->keeper.isOpening()) {
        d->intake.addLater(paths);
        return;
    }
    d->keeper.setPartial(true);
    d->intake.add(paths);
}

void Session::setFolderOptions(const FolderOptions &options)
{
    if (options == d->intake.options())
        return;
    d->intake.setOptions(options);
    d->applyTarget();
}

void Session::cancelWalk()
{
    d->cancelWalk();
}

bool Session::breakOffWalk()
{
    return d->breakOffWalk();
}

void Session::useAllCores()
{
    d->queue.setThreads(std::clamp(QThread::idealThreadCount(), 1, mostLanes) - 1);
}

void Session::watchNetwork()
{
    d->routes = std::make_unique<net::RouteWatch>();
    connect(d->routes.get(), &net::RouteWatch::changed, this, [this] { d->lookForServer(); });
    d->lookForServer();
}

void Session::setParallelLimit(int limit)
{
    d->queue.setParallelLimit(limit);
}

void Session::setRateLimit(const transfer::RateLimit::Setting &setting)
{
    d->queue.setRateLimit(setting);
}

void Session::setRetryPolicy(const transfer::RetryPolicy &policy)
{
    d->queue.setRetryPolicy(policy);
}

void Session::cancel(const QList<UploadId> &ids)
{
    for (const UploadId id : ids)
        d->queue.cancel(id);
}

void Session::cancelAll()
{
    d->cancelWalk();
    d->queue.cancelAll();
}

void Session::cancelIn(transfer::UploadState state)
{
    d->queue.cancelIn(state);
}

void Session::breakOffAll()
{
    d->breakOffWalk();
    d->queue.breakOffAll();
}

void Session::breakOffIn(transfer::UploadState state)
{
    d->queue.breakOffIn(state);
}

void Session::retry(const QList<UploadId> &ids)
{
    for (const UploadId id : ids)
        d->queue.retry(id);
}

void Session::retryAllFailed()
{
    d->queue.retryAllFailed();
}

void Session::requestDetails(UploadId id)
{
    transfer::UploadDetails details = d->queue.details(id);
    if (const transfer::UploadRecord *record = d->queue.find(id))
        details.curl = servers::curlForUpload(d->queue.targetOf(id), *record);
    Q_EMIT detailsReady(details);
}

void Session::retryInterrupted()
{
    d->queue.retryInterrupted();
}

void Session::setPaused(bool on)
{
    d->queue.setPaused(on);
}

void Session::pause(const QList<UploadId> &ids)
{
    for (const UploadId id : ids)
        d->queue.pause(id);
}

void Session::resume(const QList<UploadId> &ids)
{
    for (const UploadId id : ids)
        d->queue.resume(id);
}

void Session::resumePaused()
{
    d->queue.resumePaused();
}

void Session::resumeAll()
{
    d->queue.resumeAll();
}

void Session::clearFinished()
{
    if (isSignalConnected(
            QMetaMethod::fromSignal(&Session::uploadsCleared))) { // else there is no need to copy them
        QList<transfer::UploadRecord> cleared = d->queue.records();
        cleared.removeIf(
            [](const auto &record) { return !isFinished(record.state) || record.startedAtMs == 0; });
        if (!cleared.isEmpty())
            Q_EMIT uploadsCleared(cleared);
    }
    d->queue.clearFinished();
}

void Session::addNote(const QString &text)
{
    d->mark({d->nowMs(), MarkKind::Note, text});
}

void Session::markExperiment(MarkKind kind, const QString &text)
{
    d->mark({d->nowMs(), kind, text});
}

void Session::setAlerts(const AlertPlan &plan)
{
    d->alerts.start(plan);
}

void Session::startCheck(const experiment::CheckPlan &plan)
{
    d->start<experiment::LeakCheck>(plan, &Session::checkProgressed, &Session::checkFinished);
}

void Session::startSweep(const experiment::SweepPlan &plan)
{
    d->start<experiment::Sweep>(plan, &Session::sweepProgressed, &Session::sweepFinished);
}

void Session::startAudit(const experiment::AuditPlan &plan)
{
    d->start<experiment::Audit>(plan, &Session::auditProgressed, &Session::auditFinished);
}

void Session::cancelExperiment()
{
    d->seat.cancel();
}

void Session::listProfiles()
{
    d->profiles.list();
}

void Session::fetchProfile(const QString &name)
{
    d->profiles.fetch(name);
}

void Session::cancelProfile()
{
    d->profiles.cancel();
}

void Session::inspectTls(const net::Endpoint &endpoint)
{
    d->tls.start(endpoint);
}

void Session::requestSnapshot(const QString &command)
{
    Q_EMIT snapshotReady(snapshot(command));
}

} // namespace session
