// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/role.h"

#include <QByteArrayView>

#include <limits>

namespace metrics {

/// The part of Go's runtime.MemStats that Tidemark uses; NaN where a page did not say.
struct GoMemStats
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    double heapAlloc = unknown; ///< Bytes of live and not yet swept objects.
    double heapInuse = unknown; ///< Bytes in spans with at least one object.
    double heapReleased = unknown; ///< Bytes given back to the system.
    double heapObjects = unknown;
    double sys = unknown; ///< Bytes obtained from the system.
    double nextGc = unknown; ///< Bytes, the goal of the next collection.
    double numGc = unknown;
    double numForcedGc = unknown;
    double pauseTotalSeconds = unknown; ///< Only in expvar.
    double pauseMaxSeconds = unknown; ///< Of the last 256 collections.

    /// Sets the roles that are known.
    void fill(Reading &reading) const;
};

/// The trailer of Go's /debug/pprof/heap?debug=1: everything behind "# runtime.MemStats", one "# Name =
/// value" a line (net/http/pprof and runtime/pprof, writeHeapInternal). With gc=1 the values are those right
/// after a collection. Errors: Malformed when there is no trailer, or one that was cut before NumGC.
[[nodiscard]] base::Result<GoMemStats> parseHeapTrailer(QByteArrayView page);

} // namespace metrics
