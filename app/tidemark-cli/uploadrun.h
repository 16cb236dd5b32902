// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/progress.h"
#include "core/session/session.h"

namespace cli {

/// What UploadRun is to do.
struct UploadPlan
{
    transfer::UploadTarget target;
    net::Endpoint watch;
    QStringList paths;
    session::FolderOptions folders;
    int concurrency = 4;
    transfer::RateLimit::Setting rateLimit;
    transfer::RetryPolicy retry; ///< At first none: measurements never repeat an upload.
    std::chrono::milliseconds interval{1000};
    int readingsBefore = 1; ///< Good readings before the first upload …
    int readingsAfter = 1; ///< … and after the last.
    session::ArchivePlan archive; ///< Without a path: the queue is kept in memory only.
    bool needsArchive = false; ///< Nothing is uploaded if it cannot be had.
    std::chrono::milliseconds patience{1000}; ///< How long the uploads wait for the readings before them.
};

/// Uploads between two looks at the server's memory: watch → read → upload all → read → finished.
/// Whatever cannot be watched is uploaded to all the same; readings that do not come are not waited for long.
/// With an archive the uploads also wait until that is open, and the result tells of all that its queue holds.
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
    /// Cancels what is not done yet and finishes at once.
    void interrupt();

Q_SIGNALS:
    void finished(const session::SharedSnapshot &snapshot, bool interrupted);
    /// Nothing was uploaded: the archive cannot be used, or is about another server. Instead of `finished`.
    void refused(const base::Error &error);

private:
    enum class Phase { Before, Uploading, After, Over };

    void onDiscovered(const metrics::DiscoveryReport &report);
    void onScraped(const session::ScrapeTick &tick);
    void onDrained();
    void onRestored(const session::RestoredQueue &queue);
    void onArchiveFailed(const base::Error &error);
    void setReady();
    void refuse(const base::Error &error);
    void upload();
    void begin();
    void finish(bool interrupted);

    UploadPlan m_plan;
    Output &m_output;
    session::Session m_session;
    Progress m_progress;
    std::unique_ptr<base::ClockTimer> m_patience;
    Phase m_phase = Phase::Before;
    bool m_isReady = false; ///< It is decided whether there is an archive.
    bool m_watching = false;
    int m_readings = 0; ///< Good ones in this phase.
};

} // namespace cli
