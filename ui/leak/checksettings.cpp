// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/checksettings.h"

namespace ui {

const experiment::CheckPlan &CheckSettings::usual()
{
    static const experiment::CheckPlan plan;
    return plan;
}

experiment::CheckPlan CheckSettings::plan() const
{
    experiment::CheckPlan plan;
    plan.uploads.bytes = bytes;
    plan.uploads.files = files;
    plan.uploads.connections = connections;
    plan.perRound = perRound;
    plan.speed = speed;
    plan.aborts = aborts;
    return plan;
}

} // namespace ui
