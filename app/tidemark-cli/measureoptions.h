// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// What the uploads of a measurement hold: --size, --seed, FILE. `command` is named where files are not taken.
[[nodiscard]] base::Result<base::Done> readContent(const RawOptions &raw, const char *command,
                                                   Options &options);

/// What a check is told beside target and watching: contents, speed, waiting, and the consent that a public host needs.
/// `options.target` is read.
[[nodiscard]] base::Result<base::Done> readCheck(const RawOptions &raw, Options &options);

} // namespace cli
