// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/badge.h"
#include "core/session/keptrun.h"

namespace report {

/// The verdict of a kept run, as runHead() gives it: the word and tone that its own report has. Of a newer version's verdict
/// its key. Any thread.
[[nodiscard]] Badge badgeOf(const session::KeptRun &run);
/// All that there are.
[[nodiscard]] QList<Badge> runBadges();

} // namespace report
