// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

namespace report {

/// What has to be known of a report on a part of a session only, of which it is, and what that means for its numbers; empty if
/// it is on all of it. Any thread.
[[nodiscard]] QString partText(const session::SessionSnapshot &snapshot);

/// What "before" means in its tables.
[[nodiscard]] QString beforeText(const session::SessionSnapshot &snapshot);

} // namespace report
