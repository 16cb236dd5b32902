// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/gomemstats.h"

class QJsonObject;

namespace metrics {

/// What Go's package expvar publishes under /debug/vars.
struct Expvar
{
    GoMemStats memStats; ///< All unknown if the program did not publish them.
    double goroutines
        = GoMemStats::unknown; ///< Of a variable that many programs add: "goroutines", any case.
};

/// Whether this is expvar's document: it holds `memstats`, or the `cmdline` that expvar always publishes.
[[nodiscard]] bool isExpvar(const QJsonObject &document);
[[nodiscard]] Expvar readExpvar(const QJsonObject &document);

/// Errors: Malformed.
[[nodiscard]] base::Result<Expvar> parseExpvar(QByteArrayView page);

} // namespace metrics
