// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace experiment {

/// What all processors of this machine have done since it was started, whoever asked for it (proc(5), stat). In ticks.
struct MachineTimes
{
    qint64 busy = 0;
    qint64 all = 0; ///< With idling, and waiting for disks.

    /// 0 for both where that is not told.
    [[nodiscard]] static MachineTimes now();
    /// Of the time since then, 0…1; NaN if that is not told, or so short that few ticks would be all of it.
    [[nodiscard]] double busyShareSince(const MachineTimes &before) const;
};

} // namespace experiment
