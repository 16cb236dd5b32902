// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/leakconnection.h"

#include "core/report/checkreport.h"
#include "core/report/checkwording.h"
#include "ui/leak/leakpage.h"

namespace ui {

using session::Session;

LeakConnection::LeakConnection(LeakPage &page, Session &session, ServerConnection &server,
                               ExperimentDesk &desk, QObject *parent)
    : MeasureConnection(page, session, server, desk, ExperimentDesk::Kind::Check, parent)
{
    connect(&page, &LeakPage::startRequested, this, &LeakConnection::request);
    connect(&session, &Session::checkProgressed, &page, &LeakPage::showProgress, Qt::QueuedConnection);
    connect(&session, &Session::checkFinished, this, &LeakConnection::finish, Qt::QueuedConnection);
    copyBy(&report::renderCheck);
}

void LeakConnection::request(const experiment::CheckPlan &plan)
{
    begin(plan, &Session::startCheck,
          tr("A leak check makes hundreds of uploads and breaks some off. Check only servers that "
             "are yours to load."),
          tr("Check it all the same"));
}

void LeakConnection::finish(const experiment::CheckResult &result)
{
    end(result, report::checkSentence(result), !result.rounds.empty());
}

} // namespace ui
