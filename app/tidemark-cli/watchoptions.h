// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// --watch: which servers are watched, and what of our credentials each may see. After the uploads' target.
[[nodiscard]] base::Result<base::Done> readWatch(const RawOptions &raw, Options &options);

/// --pid and --disk: what is watched of this machine.
[[nodiscard]] base::Result<base::Done> readLocal(const RawOptions &raw, Options &options);

} // namespace cli
