// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Moments as people read them, in the time of the place where the program runs. What leaves the machine has formatUtc().
/// All of Unix milliseconds.
namespace base {

/// "2026-11-29 17:59"
[[nodiscard]] QString localMinute(qint64 unixMs);
/// "2026-11-29 17:59:03"
[[nodiscard]] QString localSecond(qint64 unixMs);
/// "17:59:03" where that is of the same day as the other moment, else with its date.
[[nodiscard]] QString localTimeOfDay(qint64 unixMs, qint64 otherMs);

} // namespace base
