// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// --from-curl: reads the command from its file, or from standard input, and puts target, files, limits and notes into
/// `options`. Variables in it are those of the environment. Error Malformed: the file, or the command in it, cannot be
/// read, or something else would be sent than the command sends.
[[nodiscard]] base::Result<base::Done> takeCurl(const RawOptions &raw, Options &options);

} // namespace cli
