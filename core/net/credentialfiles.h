// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/endpoint.h"

#include <curl/curl.h>

namespace net {

/// Says in plain words what is wrong with one of the files that `transport` names - certificate, key, authorities, list of
/// revoked ones - where libcurl gave up over it; other errors are left as they are. What OpenSSL says of it, which tells of
/// decoders, becomes the detail. Reads the files, so call it only after a failure.
void explainCredentialFiles(const TransportOptions &transport, CURLcode code, base::Error &error);

} // namespace net
