// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"
#include "core/base/result.h"

namespace cli {

/// A secret: $`variable` when it is set (empty counts), otherwise asked for on the controlling terminal without echo;
/// blocks until it is typed. Never from the command line, which every user can read. `what` is what it is called,
/// "password for ann". Errors: NotFound when there is neither, Cancelled on Ctrl-C or end of input.
[[nodiscard]] base::Result<QString> secretFor(const char *variable, const QString &what);

/// Puts passwords, token and passphrase into every endpoint of the options that wants them; asks at most once for each.
[[nodiscard]] base::Result<base::Done> completePasswords(Options &options);

} // namespace cli
