// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace session {

/// How far apart an Activity is from the next one while something runs: each tells of the time since the one before.
inline constexpr qint64 activityBeatMs = 1000;
/// Beyond this nothing ran in between, and nothing was written down: a beat may be late, but none is left out.
inline constexpr qint64 activityGapMs = 2500;

} // namespace session
