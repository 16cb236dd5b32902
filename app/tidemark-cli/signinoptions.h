// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

namespace cli {

/// --digest and --bearer, once the user is known. The token itself is had later, see completePasswords().
[[nodiscard]] base::Result<base::Done> readSignIn(const RawOptions &raw, net::TransportOptions &transport);

/// --cacert, --crlfile, --cert, --key, --pin, --insecure and --proxy-user: whom we trust, and what we show of ourselves.
[[nodiscard]] base::Result<base::Done> readTrust(const RawOptions &raw, net::TransportOptions &transport);

} // namespace cli
