// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/sweepconnection.h"

#include "core/base/format.h"
#include "core/report/sweepreport.h"
#include "core/report/sweepwording.h"
#include "ui/sweep/sweeppage.h"

namespace ui {

using session::Session;

SweepConnection::SweepConnection(SweepPage &page, Session &session, ServerConnection &server,
                                 ExperimentDesk &desk, QObject *parent)
    : MeasureConnection(page, session, server, desk, ExperimentDesk::Kind::Sweep, parent)
{
    connect(&page, &SweepPage::startRequested, this, &SweepConnection::request);
    connect(&session, &Session::sweepProgressed, &page, &SweepPage::showProgress, Qt::QueuedConnection);
    connect(&session, &Session::sweepFinished, this, &SweepConnection::finish, Qt::QueuedConnection);
    copyBy(&report::renderSweep);
}

void SweepConnection::request(const experiment::SweepPlan &plan)
{
    // By time it is up to the server how many there will be.
    const QString about = plan.isCounted()
        ? tr("A sweep makes up to %1 uploads, %2 at once. Sweep only servers that are yours to load.")
        : tr(
            "A sweep by time makes as many uploads as the server answers, %1 at most, %2 at once. Sweep only "
            "servers that are yours to load.");
    begin(plan, &Session::startSweep,
          about.arg(base::formatCount(static_cast<double>(plan.mostUploads())),
                    base::formatCount(plan.levels.back())),
          tr("Sweep it all the same"));
}

void SweepConnection::finish(const experiment::SweepResult &result)
{
    end(result, report::sweepSentence(result), !result.levels.empty());
}

} // namespace ui
