// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"

namespace metrics {

/// Tells from consecutive readings whether another process answers now.
///
/// A start time that moved by more than 1.5 s is another process; by less it may be the kernel's boot time,
/// from which exporters compute it, being adjusted. CPU time, collections and pauses only grow within a
/// process: one that fell is another process, too. Requests are asked only where no start time is known,
/// because exporters drop idle series.
class RestartDetector final
{
public:
    /// Remembers the reading; true if it is the first one of another process. Values that are missing are not
    /// judged.
    [[nodiscard]] bool isRestart(const Reading &reading);
    void reset() { m_known = {}; }

private:
    [[nodiscard]] bool differs(const Reading &reading) const;

    Reading m_known; ///< The last value of each role in this process.
};

} // namespace metrics
