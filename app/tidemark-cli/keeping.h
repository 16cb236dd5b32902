// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "core/session/keptrun.h"

namespace cli {

/// Adds a run that is over to the history, if there is to be one. That it could not be kept is a warning, and changes nothing
/// else.
void keepRun(const Context &context, const session::RunToKeep &run);

} // namespace cli
