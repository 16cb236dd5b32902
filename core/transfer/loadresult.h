// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/loadplan.h"
#include "core/transfer/loadrequest.h"

#include <optional>

namespace transfer {

/// Counts one upload in what its lane did. `delay`: of an open loop, how long it had been due when it was begun, which is
/// part of its latency. Pure; any thread.
void record(LoadResult &result, const LoadRequest::Outcome &outcome,
            const std::optional<std::chrono::microseconds> &delay);

} // namespace transfer
