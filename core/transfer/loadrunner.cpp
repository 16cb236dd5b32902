// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadrunner.h"

#include "core/base/handover.h"
#include "core/transfer/loadlane.h"

#include <QElapsedTimer>
#include <QThread>

#include <vector>

namespace transfer {

struct LoadRunner::Private
{
    struct Lane
    {
        std::unique_ptr<QThread> thread;
        LoadLane *lane = nullptr; ///< Deleted by its thread's end.
        int inFlight = 0;
    };

    std::vector<Lane> lanes;
    std::shared_ptr<LoadWork> work; ///< Of the last run.
    LoadResult result;
    QElapsedTimer clock;
    int running = 0; ///< Lanes that have not finished.
    LoadProgress progress;
};

LoadRunner::LoadRunner(int lanes, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    for (int i = 0; i < std::max(1, lanes); ++i) {
        Private::Lane lane{std::make_unique<QThread>(), new LoadLane};
        lane.thread->setObjectName(QStringLiteral("lane %1").arg(i));
        lane.lane->moveToThread(lane.thread.get());
        connect(lane.thread.get(), &QThread::finished, lane.lane, &QObject::deleteLater);
        connect(lane.lane, &LoadLane::progressed, this, [this, i](int attempts, qint64 bytes, int inFlight) {
            LoadProgress &now = d->progress;
            now.attempts += attempts;
            now.traffic.bytes += bytes;
            now.traffic.inFlight
                += inFlight - std::exchange(d->lanes[static_cast<size_t>(i)].inFlight, inFlight);
            Q_EMIT progressed(now);
        });
        connect(lane.lane, &LoadLane::finished, this, [this](const LoadResult &result) {
            d->result.add(result);
            if (--d->running > 0)
                return;
            d->result.elapsed = std::chrono::microseconds(d->clock.nsecsElapsed() / 1'000);
            if (const auto work = std::exchange(d->work, nullptr); work->tally)
                d->result.arrivals = work->tally->arrivals();
            Q_EMIT finished(d->result);
        });
        lane.thread->start();
        d->lanes.push_back(std::move(lane));
    }
}

LoadRunner::~LoadRunner()
{
    for (const Private::Lane &lane : d->lanes)
        lane.thread->quit();
    for (const Private::Lane &lane : d->lanes)
        lane.thread->wait(); // what they told last is never delivered
}

void LoadRunner::start(const LoadPlan &plan)
{
    Q_ASSERT_X(!isRunning(), "LoadRunner::start", "still running");
    d->result = {};
    d->progress = {.attempts = 0, .planned = plan.uploads, .traffic = {}};
    for (Private::Lane &lane : d->lanes)
        lane.inFlight = 0;
    d->clock.start();
    const auto work = d->work = std::make_shared<LoadWork>(plan);
    const int lanes = static_cast<int>(d->lanes.size());
    const int connections = std::max(1, plan.connections);
    const int busy = std::min(lanes, connections);
    d->running = busy;
    for (int i = 0; i < busy; ++i) {
        const LoadLane::Share share{connections / busy + (i < connections % busy ? 1 : 0), i, busy};
        LoadLane *lane = d->lanes[static_cast<size_t>(i)].lane;
        base::post(lane, [lane, work, share] { lane->run(work, share); });
    }
}

void LoadRunner::cancel()
{
    for (const Private::Lane &lane : d->lanes)
        base::post(lane.lane, [lane = lane.lane] { lane->cancel(); });
}

bool LoadRunner::isRunning() const
{
    return d->running > 0;
}

} // namespace transfer
