// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkplan.h"

#include <QStringList>

#include <chrono>

namespace ui {

/// What a person decides about a leak check. The rest of its plan - which server, which process - is the window's.
struct CheckSettings
{
    using Speed = experiment::CheckPlan::Speed;

    qint64 bytes = 1024 * 1024; ///< Of a generated upload.
    QStringList files; ///< To be sent instead, in turn; none: generated ones.
    int perRound = 20;
    int connections = 4;
    Speed speed = Speed::Standard;
    bool aborts = true;

    bool operator==(const CheckSettings &) const = default;

    [[nodiscard]] experiment::CheckPlan plan() const
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
};

} // namespace ui
