// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// What a sweep is told beside target and watching: contents, levels or rates, bounds, and the consent that a public host
/// needs. `options.target` is read.
[[nodiscard]] base::Result<base::Done> readSweep(const RawOptions &raw, Options &options);

} // namespace cli
