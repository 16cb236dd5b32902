// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/experiment/auditresult.h"
#include "core/experiment/checkresult.h"
#include "core/experiment/sweepresult.h"
#include "core/metrics/role.h"
#include "core/net/tlsfailure.h"
#include "core/session/alert.h"
#include "core/session/folderoptions.h"
#include "core/session/profilefetcher.h"
#include "core/session/queuekeeper.h"
#include "core/session/sessionsnapshot.h"
#include "core/transfer/ratelimit.h"
#include "core/transfer/retrypolicy.h"
#include "core/transfer/uploaddetails.h"
#include "core/transfer/uploadtarget.h"

#include <QObject>

class QNetworkAccessManager;

namespace session {

class BesideWatch;

/// What `Session::uploadsChanged` carries: rows that are new or differ from what was sent before.
struct UploadBatch
{
    /// At most 12,500, ordered by id. Unknown ids are new rows, and those come in the order of their ids. May be
    /// empty: then only the totals differ.
    QList<transfer::UploadRecord> records;
    transfer::QueueTotals totals;
};

/// One scrape, good or not, as the window needs it.
struct ScrapeTick
{
    metrics::Reading reading; ///< Only when ok.
    bool ok = false;
    qint64 timeMs = 0;
    std::chrono::microseconds took{0};
    QString reason; ///< Why it was missed.
};

/// The engine behind the window and behind tidemark-cli: one server, its upload queue and its scraper.
///
/// Thread: one, with an event loop, in which it is made: it cannot be moved. The window makes it, and its manager,
/// in a thread of their own and calls slots by queued connection.
/// Ownership: owns queue, scraper and store; the manager and clock are the caller's and outlive it. Destruction
/// stops everything in silence; slots of its signals may call back, but delete it by deleteLater() only.
/// Signals carry complete values and are throttled at the source: at most 10 a second each (one more whenever
/// the uploads come to their end, which is told at once), except `uploadsRemoved`, `marked`, `alertRaised`, `alertCleared`, `discovered`,
/// `profilesListed`, `profileFetched`, `tlsInspected`, `detailsReady`, `checkFinished`, `sweepFinished`, `auditFinished`,
/// `snapshotReady` and those about the archive, which answer calls or are rare.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    Session(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// Uploads by further threads, too: one for each core but the first, at most three. Only with a net::CurlAccessManager,
    /// because theirs are of that kind.
    void useAllCores();
    /// From now on nothing starts while this machine knows no way to the server (see net::hasRouteTo), and all goes on when
    /// it does.
    void watchNetwork();
    /// A frozen copy of all there is, from construction to now. From the session's own thread only.
    [[nodiscard]] SharedSnapshot snapshot(const QString &command) const;
    /// Has the archive take what it does not hold yet; what would be sent again if the program ended now. From the session's
    /// own thread only.
    [[nodiscard]] UnkeptUploads flushArchive();
    /// The same as cancelWalk() for now: the archive keeps that not all was found. False: nothing was being looked for. From the
    /// session's own thread only.
    bool breakOffWalk();
    /// What is watched beside the server, to add to. From the session's own thread only.
    [[nodiscard]] BesideWatch &beside();

public Q_SLOTS:
    /// Keeps the queue in an archive and brings back what it holds; see QueueKeeper for what is promised. `restored` or
    /// `archiveFailed` follows. Once, before anything is added; paths that are added until then wait for it.
    void keepIn(const session::ArchivePlan &plan);
    /// After `archiveFailed`: uploads begin although they are not kept. See QueueKeeper::goOnUnkept().
    void goOnUnkept();
    /// Where uploads go from now on; running ones keep their target. Before the first call they wait.
    void setTarget(const transfer::UploadTarget &target);
    /// Stops watching, forgets the old readings, looks for sources below endpoint.url and scrapes the best
    /// one, not more often than ten times a second. `discovered` reports what was found; nothing found:
    /// nothing is watched.
    void watch(const net::Endpoint &endpoint, std::chrono::milliseconds interval = std::chrono::seconds(1));
    /// The server, and what is watched beside it. Keeps what was read.
    void stopWatching();
    /// Reads all once more at once, so that the next `scraped` tells of now and not of up to a second ago.
    void scrapeNow();

    /// Files and folders, in the given order, behind what was added before. Folders are walked recursively:
    /// regular files only, sorted by name, hidden ones and symbolic links as the options say (see
    /// pathwalk.h). Paths and folders that cannot be read become Failed rows with the reason, so that nothing
    /// is lost from sight. A file that several of them stand for is added once. Returns at once; a worker thread looks, and rows come in portions. `drained`
    /// follows even if there were none.
    void addPaths(const QStringList &paths);
    /// For paths added from now on, but for the name of the field, which is for uploads that start from now on. At first
    /// as by default.
    void setFolderOptions(const session::FolderOptions &options);
    /// Forgets what addPaths() did not find yet; what it found stays.
    void cancelWalk();
    void setParallelLimit(int limit);
    /// How fast all uploads together may send; see UploadQueue.
    void setRateLimit(const transfer::RateLimit::Setting &setting);
    /// Whether, and how often, failed uploads are tried again by themselves; see UploadQueue.
    void setRetryPolicy(const transfer::RetryPolicy &policy);
    /// Those that wait or run.
    void cancel(const QList<transfer::UploadId> &ids);
    /// And what addPaths() did not find yet.
    void cancelAll();
    /// Those that wait, or are sent, or are not answered yet, as far as that is known here: see UploadQueue::cancelIn().
    void cancelIn(transfer::UploadState state);
    /// The same for now: see UploadQueue::breakOffAll().
    void breakOffAll();
    void breakOffIn(transfer::UploadState state);
    /// Those that failed or were cancelled.
    void retry(const QList<transfer::UploadId> &ids);
    void retryAllFailed();
    /// Answers with detailsReady.
    void requestDetails(transfer::UploadId id);
    /// Those that were under way when the program ended (ErrorKind::Interrupted).
    void retryInterrupted();
    /// Nothing starts any more, and what runs comes to its end.
    void setPaused(bool on);
    /// Those that wait or are being sent; the latter begin again with their first byte. See UploadQueue::pause().
    void pause(const QList<transfer::UploadId> &ids);
    void resume(const QList<transfer::UploadId> &ids);
    void resumePaused();
    /// All that is not done: failed, cancelled, paused.
    void resumeAll();
    /// Drops finished rows (Done, Failed, Cancelled) from the queue.
    void clearFinished();
    void addNote(const QString &text);
    /// Of an experiment, in the words of whoever has it made: those of the result are no business of the session's.
    /// `kind`: ExperimentBegan, before its start, or ExperimentEnded.
    void markExperiment(session::MarkKind kind, const QString &text);
    /// Looks once a second whether these rules are broken; see AlertEngine. At first there are none.
    void setAlerts(const session::AlertPlan &plan);
    /// Holds the uploads, lets running ones come to their end, and then looks for leaks; `checkFinished` follows. Watching
    /// goes on meanwhile. Ignored while an experiment is under way: there is one at a time, of whatever kind.
    void startCheck(const experiment::CheckPlan &plan);
    /// The same for a sweep; `sweepFinished` follows.
    void startSweep(const experiment::SweepPlan &plan);
    /// And for an audit; `auditFinished` follows.
    void startAudit(const experiment::AuditPlan &plan);
    /// Of the experiment under way the result follows at once, with what is known so far.
    void cancelExperiment();
    /// Which profiles the watched server offers; answers with profilesListed.
    void listProfiles();
    /// The profile of that name, from the watched server; answers with profileFetched (see ProfileFetcher).
    void fetchProfile(const QString &name);
    /// No answer comes any more to an earlier fetchProfile().
    void cancelProfile();
    /// Why this server's certificate is not trusted; answers with tlsInspected.
    void inspectTls(const net::Endpoint &endpoint);
    /// Answers with snapshotReady.
    void requestSnapshot(const QString &command);

Q_SIGNALS:
    void uploadsChanged(const session::UploadBatch &batch);
    /// Before uploadsRemoved, from clearFinished() itself: of its rows those whose uploads had begun, as they were. Nothing
    /// knows them any more afterwards.
    void uploadsCleared(const QList<transfer::UploadRecord> &records);
    /// Rows left the queue (clearFinished).
    void uploadsRemoved(const QList<transfer::UploadId> &ids);
    /// While folders are walked, and when that is over if it was told of: walks that take no time are not.
    void walking(const session::WalkProgress &progress);
    /// Not all was added that the paths led to, since nothing was walked the last time.
    void passedOver(const session::PassedOver &what);
    void detailsReady(const transfer::UploadDetails &details);
    /// No upload is waiting or running any more, no folder is being walked, and all rows were sent.
    void drained();
    /// From watch() itself: what was discovered and scraped before was of the server watched until now.
    void watchBegan();
    /// Without credentials in any address.
    void discovered(const metrics::DiscoveryReport &report);
    void scraped(const session::ScrapeTick &tick);
    /// Once a second while uploads run, and once after; see ActivityMeter.
    void active(const session::Activity &activity);
    void marked(const session::Mark &mark);
    /// Both are marked before.
    void alertRaised(const session::Alert &alert);
    void alertCleared(const session::Alert &alert);
    void profilesListed(const QStringList &names);
    void profileFetched(const session::FetchedProfile &profile);
    /// Answers keepIn(): the queue holds what the archive held.
    void restored(const session::RestoredQueue &queue);
    /// The queue is kept in memory only; after `restored`: the archive cannot be written, and nothing begins until
    /// `archiveRecovered`, unless goOnUnkept() is called.
    void archiveFailed(const base::Error &error);
    void archiveRecovered();
    /// Uploads came back that wait for `server`; the target is another one, so they are paused now.
    void uploadsHeldBack(qint64 files, const QString &server);
    void pausedChanged(bool on);
    /// Problem None: it was not TLS that failed, or nothing did.
    void tlsInspected(const net::TlsFailure &failure);
    void snapshotReady(const session::SharedSnapshot &snapshot);
    void checkProgressed(const experiment::CheckProgress &progress);
    void checkFinished(const experiment::CheckResult &result);
    void sweepProgressed(const experiment::SweepProgress &progress);
    void sweepFinished(const experiment::SweepResult &result);
    void auditProgressed(const experiment::AuditProgress &progress);
    void auditFinished(const experiment::AuditResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Registers every type that the signals carry, for queued connections. Call once, before the first connect.
void registerMetaTypes();

} // namespace session

Q_DECLARE_METATYPE(session::UploadBatch)
Q_DECLARE_METATYPE(session::ScrapeTick)
