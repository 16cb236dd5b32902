// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// What an audit looks at and never goes beyond: --max-body, --slow-for, --idle, --only, --odd-names, --yes. After the
/// uploads' target.
[[nodiscard]] base::Result<base::Done> readAudit(const RawOptions &raw, Options &options);

} // namespace cli
