// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/loadform.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <unordered_set>

class QNetworkAccessManager;

namespace transfer {

class LoadRequest;

/// What the lanes of one run share: the form, and which upload is next.
struct LoadWork
{
    explicit LoadWork(LoadPlan plan)
        : form(std::move(plan))
    {
    }
    LoadForm form;
    std::atomic<int> taken{0};
};

/// One thread's share of a LoadRunner's connections: each takes the next upload as soon as its last one is over.
///
/// Thread: the one it was moved to; call run() and cancel() there. Has a manager of its own for each run.
class LoadLane final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadLane)

public:
    LoadLane();
    ~LoadLane() override;

    void run(std::shared_ptr<LoadWork> work, int connections);
    /// Stops what runs. `finished` follows if run() was called.
    void cancel();

Q_SIGNALS:
    /// `attempts` that ended since the last time; about every 100 ms.
    void progressed(int attempts);
    /// Exactly once per run().
    void finished(const transfer::LoadResult &result);

private:
    void startNext();
    void finishIfIdle();
    void reportProgress();
    void measureLag();

    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::shared_ptr<LoadWork> m_work;
    std::unordered_set<LoadRequest *> m_running; ///< Children of this.
    LoadResult m_result;
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_sinceLook; ///< Of measureLag().
    QTimer m_lagTimer{this}; ///< A child, which moves to the lane's thread.
    int m_unreported = 0;
    int m_resting = 0; ///< Connections that stalled: see LoadPlan::endsStalled.
    bool m_isCancelled = false;
};

} // namespace transfer
