// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"

namespace metrics {

/// The same server with the credentials of its URL, if it has any, moved to where they are neither shown nor
/// stored. Those that the endpoint names itself win.
[[nodiscard]] net::Endpoint withCredentialsMoved(net::Endpoint endpoint);

} // namespace metrics
