// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"

namespace metrics {

/// What the server that was found runs on: of the first source that tells it, because not all do. Unknown: none does, or
/// nothing was found. Pure.
[[nodiscard]] Runtime runtimeOf(const DiscoveryReport &found);

} // namespace metrics
