// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/experimentplans.h"

#include "core/experiment/auditplan.h"
#include "core/experiment/checkplan.h"
#include "core/experiment/sweepplan.h"
#include "ui/connection/serverconnection.h"

namespace ui {

namespace {

template <typename Plan>
void completeWatching(Plan &plan, const ServerConnection &server)
{
    plan.watch = server.server().watch;
    if (const session::SampleInfo *sample = server.sample()) {
        plan.pid = sample->pid;
        if (!sample->temporary.isEmpty())
            plan.folders += sample->temporary;
    }
}

void completeUploads(transfer::LoadPlan &uploads, const servers::Server &server)
{
    uploads.target = servers::uploadTargetOf(server);
    uploads.method = server.method == transfer::UploadMethod::Put ? transfer::LoadPlan::Method::Put
                                                                  : transfer::LoadPlan::Method::Post;
}

} // namespace

void completePlan(experiment::CheckPlan &plan, const ServerConnection &server)
{
    completeUploads(plan.uploads, server.server());
    plan.setSeed(experiment::CheckPlan::freshSeed());
    completeWatching(plan, server);
}

void completePlan(experiment::SweepPlan &plan, const ServerConnection &server)
{
    completeUploads(plan.uploads, server.server());
    plan.uploads.setSeed(experiment::CheckPlan::freshSeed());
    std::chrono::milliseconds &timeout = plan.uploads.target.endpoint.transport.totalTimeout;
    if (timeout.count() == 0)
        timeout = experiment::SweepPlan::usualTimeout;
    completeWatching(plan, server);
}

void completePlan(experiment::AuditPlan &plan, const ServerConnection &server)
{
    plan.target = servers::uploadTargetOf(server.server());
    if (plan.target.method == transfer::UploadMethod::Tus)
        plan.target.method = transfer::UploadMethod::Post;
    completeWatching(plan, server);
    // What leads out of a folder is seen only where files are meant to stay.
    if (const session::SampleInfo *sample = server.sample(); sample && !sample->store.isEmpty())
        plan.folders += sample->store;
}

} // namespace ui
