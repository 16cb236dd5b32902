// SPDX-License-Identifier: GPL-3.0-or-later
// For libFuzzer: expvar's document, of unknown origin. Seeds: tests/data/metrics.
#include "core/metrics/expvar.h"
#include "core/metrics/metricspage.h"

#include <cmath>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView page(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const base::Result<metrics::Expvar> document = metrics::parseExpvar(page);
    if (!document && document.error().message.isEmpty())
        std::abort();
    const base::Result<metrics::MetricsPage> read = metrics::parsePage(metrics::Format::Expvar, page);
    if (!read)
        return 0;
    if (!document) // a page that is read is one that can be parsed
        std::abort();
    for (const metrics::Role role : metrics::allRoles()) {
        if (read->reading.has(role) && !std::isfinite(read->reading.value(role)))
            std::abort();
    }
    return 0;
}
