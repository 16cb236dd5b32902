// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// The consent that loading a public host needs (see net::isPrivateHost()): without --yes a usage error that tells what
/// would be done to it. `work` is that, up to the server's name: "sweep makes 4,000 uploads to".
[[nodiscard]] base::Result<base::Done> readConsent(const RawOptions &raw, const QString &host,
                                                   const QString &work);

} // namespace cli
