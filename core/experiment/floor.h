// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/processprobe.h"

#include <chrono>
#include <limits>

namespace experiment {

/// What can be counted on a server. NaN: not told.
struct Counts
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    double goroutines = unknown;
    double threads = unknown;
    double descriptors = unknown;
    double files = unknown; ///< Below the watched folders.
    double fileBytes = unknown;
};

/// What is left on a server that has settled: after all connections of ours are closed, its counts have stopped falling
/// and, where that can be asked for, its garbage was collected. NaN: not told.
struct FloorReading
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    qint64 timeMs = 0; ///< Unix milliseconds.
    double heap = unknown; ///< Bytes.
    double heapObjects = unknown;
    double pageHeap = unknown; ///< As the page of metrics tells it, garbage included: no floor.
    double external = unknown; ///< Bytes outside the heap that the runtime accounts for: Node's buffers.
    double rss
        = unknown; ///< Bytes that the runtime does not account for: resident less what its heap has mapped.
    /// What the runtime has mapped is not told: `rss` is all that is resident, garbage too. Of no meaning for
    /// Reading::GoExact, where it always is.
    bool isRssAll = true;
    Counts beforeGc;
    Counts afterGc; ///< The same again where nothing can be collected.
    double startTime = unknown; ///< Unix seconds, or clock ticks after boot: only good for comparing.
    double requests = unknown; ///< Served so far, by the server's own count.
    double asked = 0; ///< By this program so far, uploads included.
    double cpu = unknown; ///< Seconds that the process has used, by its own account.
    double collections = unknown;
    double ownCollections = unknown; ///< Not asked for by this program, since the floor before.
    DescriptorKinds kindsBeforeGc; ///< As `beforeGc`; zeros unless a process is watched.
    DescriptorKinds descriptorKinds; ///< As `afterGc`.
    std::chrono::milliseconds took{0};
};

} // namespace experiment
