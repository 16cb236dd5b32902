// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// Where runs are kept and found: --history, --no-history, --history-limit. Of every command.
[[nodiscard]] base::Result<base::Done> readHistory(const RawOptions &raw, Options &options);

/// What `runs` is to do, and with which.
[[nodiscard]] base::Result<base::Done> readRuns(const RawOptions &raw, Options &options);

} // namespace cli
