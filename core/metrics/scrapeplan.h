// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/role.h"
#include "core/metrics/source.h"

#include <QByteArrayView>

#include <functional>
#include <vector>

namespace metrics {

/// One request of a scrape and how its answer is read.
struct ScrapeStep
{
    QUrl url;
    QByteArray accept;
    /// Adds what the body says to the reading.
    std::function<base::Result<base::Done>(QByteArrayView body, Reading &reading)> read;
};

/// The requests that read a source once, in their order. Prometheus, OpenMetrics and expvar need one; GoPprof
/// two, heap?debug=1 and the index page, which counts goroutines and threads; Actuator one for each meter.
[[nodiscard]] std::vector<ScrapeStep> scrapePlan(const Source &source);

} // namespace metrics
