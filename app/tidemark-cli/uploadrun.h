// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/progress.h"
#include "core/session/alert.h"
#include "core/session/localprobe.h"
#include "core/session/session.h"

#include <QSet>

namespace cli {

/// What UploadRun is to do.
struct UploadPlan
{
    transfer::UploadTarget target;
    net::Endpoint watch;
    QList<net::Endpoint> watchAlso;
    QList<session::LocalSource> local; ///< Watched as well.
    QStringList paths;
    session::FolderOptions folders;
    int concurrency = 4;
    transfer::RateLimit::Setting rateLimit;
    transfer::RetryPolicy retry; ///< At first none: measurements never repeat an upload.
    std::chrono::milliseconds interval{1000};
    session::AlertPlan alerts; ///< At first none.
    int readingsBefore = 1; ///< Good readings before the first upload …
    int readingsAfter = 1; ///< … and after the last.
    session::ArchivePlan archive; ///< Without a path: the queue is kept in memory only.
    bool needsArchive = false; ///< Nothing is uploaded if it cannot be had.
    std::chrono::milliseconds patience{1000}; ///< How long the uploads wait for the readings before them.
};

/// Uploads between two looks at the server's memory: watch → read → upload all → read → finished.
/// Whatever cannot be watched is uploaded to all the same; readings that do not come are not waited for long. What is watched
/// beside the server is read once before and once after.
/// With an archive the uploads also wait until that is open, and the result tells of all that its queue holds. If it cannot be
/// written any more, nothing begins (see session::QueueKeeper), and unless that passes within a few seconds the run finishes
/// when what is under way is over.
///
/// Thread: that of its clock and manager. Ownership: the caller's; destruction is silent.
class UploadRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadRun)

public:
    UploadRun(const Context &context, UploadPlan plan);
    ~UploadRun() override;

    void start();
    /// Cancels what is not done yet and finishes. With an archive the next run goes on with it, and with what a tus server has
    /// got of it; without one such a server is told that nobody will come back. What is fully sent has a second to be answered first: it would be stored,
    /// and sent again by the next run.
    void interrupt();

Q_SIGNALS:
    /// `failure`: why not everything was uploaded that could have been; kind None unless the archive is the reason.
    void finished(const session::SharedSnapshot &snapshot, bool interrupted, const base::Error &failure);
    /// Nothing was uploaded: the archive cannot be used, or holds nothing to go on with. Instead of `finished`.
    void refused(const base::Error &error);

private:
    enum class Phase { Before, Uploading, After, Stopping, Over };

    void onDiscovered(const metrics::DiscoveryReport &report);
    void onScraped(const session::ScrapeTick &tick);
    void connectBeside();
    void onReadBeside(const QString &name, const std::optional<metrics::Reading> &reading);
    [[nodiscard]] bool isAllRead(int readings) const;
    void goOnIfRead();
    void tellPassedOver(const session::PassedOver &what);
    void onDrained();
    void onRestored(const session::RestoredQueue &queue);
    void onArchiveFailed(const base::Error &error);
    void onUploadsChanged(const session::UploadBatch &batch);
    void tellElsewhere(const session::RestoredQueue &queue);
    [[nodiscard]] base::Error nothingToResume(const session::RestoredQueue &queue) const;
    void stop();
    void stopAll(transfer::UploadState state);
    void stopAll();
    void endUnkept();
    void setReady();
    void refuse(const base::Error &error);
    void upload();
    void begin();
    void finish(bool interrupted, const base::Error &failure = {});

    UploadPlan m_plan;
    Output &m_output;
    session::Session m_session;
    Progress m_progress;
    std::unique_ptr<base::ClockTimer> m_patience;
    Phase m_phase = Phase::Before;
    bool m_isKept = false; ///< There is an archive.
    bool m_isReady = false; ///< It is decided whether there is an archive.
    bool m_isDiscovered = false; ///< It is known whether the server can be watched.
    bool m_watching = false;
    QSet<QString> m_beside; ///< Names of what is watched beside the server.
    QSet<QString> m_unread; ///< Those of them that were not read in this phase yet.
    int m_readings = 0; ///< Good ones in this phase.
    transfer::QueueTotals m_totals; ///< As last told.
    base::Error m_unkept; ///< Why the archive cannot be written at present.
    std::unique_ptr<base::ClockTimer> m_archivePatience; ///< With that.
    std::unique_ptr<base::ClockTimer> m_stopStep; ///< While stopping.
    bool m_isGraceOver = false;
};

} // namespace cli
