// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/audit.h"

#include "core/experiment/auditrun.h"

namespace experiment {

struct Audit::Private
{
    Private(QNetworkAccessManager &network, base::Clock &clock)
        : stage(network, clock)
    {
    }

    Stage stage;
    std::unique_ptr<AuditRun> run;
    bool isRunning = false;
};

Audit::Audit(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(manager, clock))
{
}

Audit::~Audit()
{
    if (d->run)
        d->run->disconnect(this);
    d->stage.cancel(); // the coroutine runs to its end before this returns
}

void Audit::start(const AuditPlan &plan)
{
    Q_ASSERT_X(!d->run, "Audit::start", "started twice");
    d->isRunning = true;
    d->run = std::make_unique<AuditRun>(d->stage, plan);
    connect(d->run.get(), &AuditRun::progressed, this, &Audit::progressed);
    connect(
        d->run.get(), &AuditRun::finished, this,
        [this](const AuditResult &result) {
            d->isRunning = false;
            Q_EMIT finished(result);
        },
        Qt::QueuedConnection);
    d->run->start();
}

void Audit::cancel()
{
    d->stage.cancel();
}

bool Audit::isRunning() const
{
    return d->isRunning;
}

} // namespace experiment
