// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace experiment {
struct AuditPlan;
struct CheckPlan;
struct SweepPlan;
} // namespace experiment

namespace ui {

class ServerConnection;

/// Complete a plan that a page has made by what the window knows of its server: where and how uploads go there, where its
/// metrics are, and, of the sample server, its process and its folders. Contents that no earlier run has sent come with it.
/// By tus no experiment uploads; one is planned as by a form then.
void completePlan(experiment::CheckPlan &plan, const ServerConnection &server);
/// Without a time limit of its own, an upload has to be answered within 30 s.
void completePlan(experiment::SweepPlan &plan, const ServerConnection &server);
void completePlan(experiment::AuditPlan &plan, const ServerConnection &server);

} // namespace ui
