// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// What a check is told beside target and watching: contents, speed, waiting, and the consent that a public host needs.
/// `options.target` is read.
[[nodiscard]] base::Result<base::Done> readCheck(const RawOptions &raw, Options &options);

/// The same of a sweep: contents, levels, bounds, consent.
[[nodiscard]] base::Result<base::Done> readSweep(const RawOptions &raw, Options &options);

} // namespace cli
