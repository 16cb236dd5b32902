// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep.h"

#include "core/experiment/sweeprun.h"

#include <QThread>

#include <algorithm>

namespace experiment {
namespace {

constexpr int mostLanes = 4;

// One processor is left to whoever else computes here: the readings, and often the server.
int lanesHere()
{
    return std::clamp(QThread::idealThreadCount() - 1, 1, mostLanes);
}

} // namespace

struct Sweep::Private
{
    Private(QNetworkAccessManager &network, base::Clock &clock)
        : stage(network, clock, lanesHere())
        , peaks(network, clock)
    {
    }

    Stage stage;
    PeakWatch peaks;
    std::unique_ptr<SweepRun> run;
    bool isRunning = false;
};

Sweep::Sweep(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(manager, clock))
{
}

Sweep::~Sweep()
{
    if (d->run)
        d->run->disconnect(this);
    d->stage.cancel(); // the coroutine runs to its end before this returns
}

void Sweep::start(const SweepPlan &plan)
{
    Q_ASSERT_X(!d->run, "Sweep::start", "started twice");
    d->isRunning = true;
    d->run = std::make_unique<SweepRun>(d->stage, d->peaks, lanesHere(), plan);
    connect(d->run.get(), &SweepRun::progressed, this, &Sweep::progressed);
    connect(
        d->run.get(), &SweepRun::finished, this,
        [this](const SweepResult &result) {
            d->isRunning = false;
            Q_EMIT finished(result);
        },
        Qt::QueuedConnection);
    d->run->start();
}

void Sweep::cancel()
{
    d->stage.cancel();
}

bool Sweep::isRunning() const
{
    return d->isRunning;
}

} // namespace experiment
