// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/experiment/diskprobe.h"
#include "core/experiment/watchedfiles.h"
#include "core/metrics/source.h"
#include "core/net/fetchjob.h"
#include "core/net/rawconnection.h"
#include "core/net/tlsfailure.h"
#include "core/transfer/loadrunner.h"

#include <QCoroTask>

class QNetworkAccessManager;

namespace experiment {

/// What an experiment does to the world, as awaitable steps: wait, fetch, speak, make load, look at files. One step at a time; cancel() ends
/// the one under way at once, and every later one ends before it begins. So an experiment that looks at isCancelled()
/// after its steps comes to its end within one of them, wherever it is.
///
/// Thread: that of the manager and the clock. It outlives the coroutines that use it.
class Stage final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Stage)

public:
    /// `lanes`: threads that make the load (LoadRunner).
    Stage(QNetworkAccessManager &manager, base::Clock &clock, int lanes = 1);
    ~Stage() override;

    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
    [[nodiscard]] base::Clock &clock() { return m_clock; }
    /// Requests made so far by fetch() and load(), and those of addRequests(): all that this program did to the server.
    [[nodiscard]] qint64 requests() const { return m_requests; }
    /// Of all load() so far.
    [[nodiscard]] transfer::LoadTraffic traffic() const;
    /// Made beside this stage, by whoever watches the same server meanwhile.
    void addRequests(qint64 count) { m_requests += count; }

    QCoro::Task<> pause(std::chrono::milliseconds time);
    /// Errors: those of FetchJob; HttpStatus for any answer but 200; Cancelled.
    QCoro::Task<base::Result<net::Fetched>> fetch(net::Endpoint endpoint, QUrl url,
                                                  net::FetchJob::Limits limits = {}, QByteArray accept = {});
    /// An empty report after cancel().
    QCoro::Task<metrics::DiscoveryReport> discover(net::Endpoint endpoint);
    /// `isCancelled` in the result tells of a cancel().
    QCoro::Task<transfer::LoadResult> load(transfer::LoadPlan plan);
    /// readDisk() on a thread of its own; nothing after a cancel().
    QCoro::Task<DiskReading> countFiles(QStringList folders);
    /// listFiles() likewise.
    QCoro::Task<WatchedFiles> listFiles(QStringList folders);
    /// filesThatHold() likewise.
    QCoro::Task<QStringList> findFiles(QStringList folders, QByteArray content);
    /// Waits until `condition`, which is asked whenever the connection has changed, holds; at most `time`. Whether it does.
    QCoro::Task<bool> until(net::RawConnection &connection, std::function<bool()> condition,
                            std::chrono::milliseconds time);
    /// Whether the server's certificate is trusted, and why not. Problem None after cancel(), too.
    QCoro::Task<net::TlsFailure> inspectTls(net::Endpoint endpoint);

Q_SIGNALS:
    /// From load(): how far the present one is.
    void loadProgressed(const transfer::LoadProgress &progress);

private:
    /// What `work` returns, which runs on a thread of its own and is asked to stop by cancel().
    template <typename T>
    QCoro::Task<T> onThread(std::function<T(const std::stop_token &)> work);

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    transfer::LoadRunner m_load;
    std::function<void()> m_cancelStep; ///< Of the step under way; empty between steps.
    transfer::LoadTraffic m_traffic; ///< Of the present load().
    qint64 m_bytesBefore = 0; ///< Of those that are over.
    qint64 m_requests = 0;
    bool m_isCancelled = false;
};

} // namespace experiment
