// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// Which alert rules are in force: --alert-rules, whose file it reads, and --memory-limit. Of upload and watch, and of the
/// command alerts with its --format and --out.
[[nodiscard]] base::Result<base::Done> readAlerts(const RawOptions &raw, Options &options);

} // namespace cli
