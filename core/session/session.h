// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/metrics/role.h"
#include "core/session/sessionsnapshot.h"
#include "core/transfer/uploadtarget.h"

#include <QObject>

class QNetworkAccessManager;

namespace session {

/// What `Session::uploadsChanged` carries: rows that are new or differ from what was sent before.
struct UploadBatch {
    QList<transfer::UploadRecord> records; ///< At most 10,000 a batch; ordered by id. Unknown ids are new rows.
    transfer::QueueTotals totals;
};

/// One scrape, good or not, as the window needs it.
struct ScrapeTick {
    metrics::Reading reading; ///< Only when ok.
    bool ok = false;
    qint64 timeMs = 0;
    std::chrono::microseconds took{0};
    QString reason; ///< Why it was missed.
};

/// The engine behind the window and behind tidemark-cli: one server, its upload queue and its scraper.
///
/// Thread: one, with an event loop; the window runs it in its own and calls slots by queued connection.
/// Ownership: owns queue, scraper and store; the manager and clock are the caller's and outlive it.
/// Signals carry complete values and are throttled at the source: at most 10 a second each, except `marked`,
/// `discovered` and `snapshotReady`.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    Session(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// A frozen copy of all there is. Direct calls from the session's own thread only.
    [[nodiscard]] SharedSnapshot snapshot(const QString &command) const;

public Q_SLOTS:
    /// Where uploads go from now on; running ones keep their target.
    void setTarget(const transfer::UploadTarget &target);
    /// Stops watching, forgets the old readings, looks for sources below endpoint.url and scrapes the best one.
    /// `discovered` reports what was found.
    void watch(const net::Endpoint &endpoint, std::chrono::milliseconds interval = std::chrono::seconds(1));
    void stopWatching();

    /// Files and folders (walked recursively, symlinks not followed, regular files only) in the given order.
    /// Paths that cannot be uploaded become Failed rows with the reason, so that nothing is lost from sight.
    void addPaths(const QStringList &paths);
    void setParallelLimit(int limit);
    void cancel(const QList<transfer::UploadId> &ids);
    void cancelAll();
    void retry(const QList<transfer::UploadId> &ids);
    void retryAllFailed();
    /// Drops finished rows (Done, Failed, Cancelled) from the queue.
    void clearFinished();
    void addNote(const QString &text);
    /// Answers with snapshotReady.
    void requestSnapshot(const QString &command);

Q_SIGNALS:
    void uploadsChanged(const session::UploadBatch &batch);
    /// Rows left the queue (clearFinished).
    void uploadsRemoved(const QList<transfer::UploadId> &ids);
    /// No upload is waiting or running any more.
    void drained();
    void discovered(const metrics::DiscoveryReport &report);
    void scraped(const session::ScrapeTick &tick);
    void active(const session::Activity &activity);
    void marked(const session::Mark &mark);
    void snapshotReady(const session::SharedSnapshot &snapshot);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Registers every type that the signals carry, for queued connections. Call once, before the first connect.
void registerMetaTypes();

} // namespace session

Q_DECLARE_METATYPE(session::UploadBatch)
Q_DECLARE_METATYPE(session::ScrapeTick)
