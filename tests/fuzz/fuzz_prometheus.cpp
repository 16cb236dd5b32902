// SPDX-License-Identifier: GPL-3.0-or-later
// For libFuzzer: everything that is done with a page of metrics of unknown origin. Seeds: tests/data/metrics.
#include "core/metrics/metricspage.h"
#include "core/metrics/prometheustext.h"

#include <cmath>
#include <cstdlib>

namespace {

void check(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkSample(const metrics::PrometheusSample &sample)
{
    check(!sample.name.empty());
    for (const std::string_view key : {"area", "quantile", "le", "version", ""}) {
        const std::optional<QByteArray> value = sample.label(key);
        if (value)
            check(sample.hasLabel(key,
                                  std::string_view(value->constData(), static_cast<size_t>(value->size()))));
    }
}

void checkPage(const base::Result<metrics::MetricsPage> &page)
{
    if (!page) {
        check(page.error().kind == base::ErrorKind::Malformed && !page.error().message.isEmpty());
        return;
    }
    for (const metrics::Role role : metrics::allRoles())
        check(!page->reading.has(role) || std::isfinite(page->reading.value(role)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView page(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    metrics::PrometheusReader reader(page);
    qsizetype samples = 0;
    for (metrics::PrometheusSample sample; reader.next(sample); ++samples)
        checkSample(sample);
    check(samples == reader.samples());
    checkPage(metrics::parsePage(metrics::Format::PrometheusText, page));
    checkPage(metrics::parsePage(metrics::Format::OpenMetrics, page));
    checkPage(metrics::recognisePage(page));
    return 0;
}
