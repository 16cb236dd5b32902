// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/loadform.h"
#include "core/transfer/openloop.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_set>

class QNetworkAccessManager;

namespace transfer {

class LoadRequest;

/// What the lanes of one run share.
struct LoadWork
{
    explicit LoadWork(LoadPlan plan);

    LoadForm form;
    std::atomic<int> taken{0}; ///< Closed loop: which upload is next.
    std::shared_ptr<ArrivalTally> tally; ///< Open loop; null: it is none.
};

/// One thread's share of a LoadRunner's connections. In a closed loop each takes the next upload as soon as its last one is
/// over; in an open loop the lane's OpenLoop says which upload begins when.
///
/// Thread: the one it was moved to; call run() and cancel() there. Has a manager of its own for each run.
class LoadLane final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadLane)

public:
    LoadLane();
    ~LoadLane() override;

    struct Share
    {
        int connections = 1;
        int index = 0; ///< Of this lane, among `of`.
        int of = 1;
    };
    void run(std::shared_ptr<LoadWork> work, const Share &share);
    /// Stops what runs. `finished` follows if run() was called.
    void cancel();

Q_SIGNALS:
    /// `attempts` that ended since the last time, the `bytes` they sent, and how many are under way; about every 100 ms.
    void progressed(int attempts, qint64 bytes, int inFlight);
    /// Exactly once per run().
    void finished(const transfer::LoadResult &result);

private:
    void startNext();
    void openLoop(const Share &share);
    /// `delay`: how long ago it was due; nothing in a closed loop.
    void begin(int index, const std::optional<std::chrono::microseconds> &delay);
    /// The connections that are free now, in a closed loop.
    void goOn(base::ErrorKind endedBy);
    [[nodiscard]] bool isIdle() const; ///< Nothing is under way, and nothing will be.
    void finishIfIdle();
    void reportProgress();
    void measureLag();

    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::shared_ptr<LoadWork> m_work;
    base::SystemClock m_clock;
    std::unique_ptr<OpenLoop> m_open; ///< None: a closed loop. Silent once all is over.
    std::unordered_set<LoadRequest *> m_running; ///< Children of this.
    LoadResult m_result;
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_sinceLook; ///< Of measureLag().
    QTimer m_lagTimer{this}; ///< A child, which moves to the lane's thread.
    int m_unreported = 0; ///< Attempts that ended, and …
    qint64 m_unreportedBytes = 0; ///< … what they sent.
    int m_resting = 0; ///< Connections that stalled: see LoadPlan::endsStalled.
    bool m_isCancelled = false;
};

} // namespace transfer
