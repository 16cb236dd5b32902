// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"
#include "core/base/result.h"

namespace cli {

/// The password for `user`: $TIDEMARK_PASSWORD when it is set (empty counts), otherwise asked for on the
/// controlling terminal without echo; blocks until it is typed. Never from the command line, which every user
/// can read. Errors: NotFound when there is neither, Cancelled on Ctrl-C or end of input.
[[nodiscard]] base::Result<QString> passwordFor(const QString &user);

/// Puts the password into every endpoint of the options that names a user; asks at most once.
[[nodiscard]] base::Result<base::Done> completePasswords(Options &options);

} // namespace cli
