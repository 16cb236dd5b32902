// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/leakcheck.h"

#include "core/experiment/checkrun.h"

namespace experiment {

struct LeakCheck::Private
{
    Private(QNetworkAccessManager &network, base::Clock &clock)
        : stage(network, clock)
    {
    }

    Stage stage;
    std::unique_ptr<CheckRun> run;
    bool isRunning = false;
};

LeakCheck::LeakCheck(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(manager, clock))
{
}

LeakCheck::~LeakCheck()
{
    if (d->run)
        d->run->disconnect(this);
    d->stage.cancel(); // the coroutine runs to its end before this returns
}

void LeakCheck::start(const CheckPlan &plan)
{
    Q_ASSERT_X(!d->run, "LeakCheck::start", "started twice");
    d->isRunning = true;
    d->run = std::make_unique<CheckRun>(d->stage, plan);
    connect(d->run.get(), &CheckRun::progressed, this, &LeakCheck::progressed);
    connect(
        d->run.get(), &CheckRun::finished, this,
        [this](const CheckResult &result) {
            d->isRunning = false;
            Q_EMIT finished(result);
        },
        Qt::QueuedConnection);
    d->run->start();
}

void LeakCheck::cancel()
{
    d->stage.cancel();
}

void LeakCheck::addRequests(qint64 count)
{
    d->stage.addRequests(count);
}

bool LeakCheck::isRunning() const
{
    return d->isRunning;
}

} // namespace experiment
