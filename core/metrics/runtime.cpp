// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/runtime.h"

#include <algorithm>

namespace metrics {

Runtime runtimeOf(const DiscoveryReport &found)
{
    const auto known = std::ranges::find_if(
        found.sources, [](const Source &source) { return source.runtime != Runtime::Unknown; });
    return known == found.sources.end() ? Runtime::Unknown : known->runtime;
}

} // namespace metrics
