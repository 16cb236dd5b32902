// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkplan.h"

#include <QStringList>

namespace ui {

/// What a person decides about a leak check. The rest of its plan - which server, which process - is the window's.
struct CheckSettings
{
    using Speed = experiment::CheckPlan::Speed;

    qint64 bytes = usual().uploads.bytes; ///< Of a generated upload.
    QStringList files; ///< To be sent instead, in turn; none: generated ones.
    int perRound = usual().perRound;
    int connections = usual().uploads.connections;
    Speed speed = usual().speed;
    bool aborts = usual().aborts;

    bool operator==(const CheckSettings &) const = default;

    [[nodiscard]] experiment::CheckPlan plan() const;

private:
    /// The method's, where a person decides nothing.
    [[nodiscard]] static const experiment::CheckPlan &usual();
};

} // namespace ui
